"""Options that are wrong usage, whatever the command."""

import pytest

from generator import __version__
from tests.commands.run import profiles


@pytest.mark.parametrize(
    "arguments",
    [
        ("biuld",),
        ("build", "--root", "nowhere"),
        ("build", "--base-url", "example.org"),
        ("build", "--workers", "0"),
        ("build", "--base-url", "https://[::1/"),
        ("build", "--base-url", "https://example.org/?a=b"),
        ("build", "--base-url", "https://example.org/../a/"),
    ],
)
def test_wrong_usage_exits_with_two(arguments: tuple[str, ...]) -> None:
    assert profiles(*arguments).returncode == 2


def test_the_version_is_said() -> None:
    assert profiles("--version").stdout == f"country-profiles {__version__}\n"


def test_help_teaches_and_no_line_is_cut() -> None:
    text = profiles("--help", COLUMNS="80").stdout
    assert all(word in text for word in ("build", "check", "serve", "new", "Exit codes"))
    assert "..." not in text.replace("[ARGS]...", "")
