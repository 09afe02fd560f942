"""Command lines that may be answered from the last run."""

from pathlib import Path

import pytest

from generator.state.request import Request, read_request


@pytest.mark.parametrize(
    ("arguments", "root", "request_"),
    [
        ("build", ".", Request("build")),
        ("check --root x", "x", Request("check")),
        ("check --root=x --strict", "x", Request("check", (("--strict", ""),))),
        ("build --format json --strict", ".", Request("build", (("--format", "json"), ("--strict", "")))),
        ("build --workers 3", ".", Request("build")),
        ("build --base-url=https://a.org/b", ".", Request("build", (("--base-url", "https://a.org/b"),))),
        ("build --verify", ".", Request("build", (), verify=True)),
    ],
)
def test_builds_and_checks_are_understood(arguments: str, root: str, request_: Request) -> None:
    assert read_request(arguments.split()) == (Path(root), request_)


@pytest.mark.parametrize(
    "arguments",
    [
        "",
        "serve",
        "build x",
        "build --help",
        "build --root",
        "build --strict=1",
        "--root x build",
        "check --colour red",
    ],
)
def test_all_else_is_left_to_the_commands(arguments: str) -> None:
    assert read_request(arguments.split()) is None


def test_answers_are_kept_apart_by_what_they_depend_on() -> None:
    lines = ("build", "check", "build --strict", "build --format json", "build --base-url https://a.org/")
    asked = [read_request(line.split()) for line in lines]
    assert len({request.key for found in asked if found for request in [found[1]]}) == 5
    plain, verified = read_request(["build"]), read_request(["build", "--verify"])
    assert plain
    assert verified
    assert plain[1].key == verified[1].key


def test_only_a_build_depends_on_the_files_of_the_site_and_only_text_is_for_people() -> None:
    assert Request("build").makes_site
    assert not Request("check").makes_site
    assert not Request("build", (("--format", "text"),)).is_for_programs
    assert Request("build", (("--format", "github"),)).is_for_programs
