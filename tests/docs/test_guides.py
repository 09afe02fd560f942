"""The guides for those who work on the code are true: what they name is there."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from generator.commands import app
from tests.repository import REPOSITORY, WORLD_IS_OURS

GUIDES = ("ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "docs/decisions.md")
NAMED = re.compile(r"`([\w.-]+(?:/[\w.-]+)*(?:/|\.(?:py|md|yml|yaml|html|css|js|toml|in|txt)))`")
BASES = (REPOSITORY, REPOSITORY / "generator")
MADE_OR_CHOSEN = {"site/", "static/", ".venv/", "cases/"}
"""What a build or a reader makes, and folders that stand in several places."""


def named(guide: str) -> set[str]:
    found = set(NAMED.findall((REPOSITORY / guide).read_text("utf-8")))
    return {name for name in found if "/" in name} - MADE_OR_CHOSEN


def stands(name: str) -> bool:
    if not WORLD_IS_OURS and name.startswith(("content/", "data/")):
        return True  # a fork has texts and data of its own
    return any((base / name).is_dir() if name.endswith("/") else (base / name).is_file() for base in BASES)


@pytest.mark.parametrize("guide", GUIDES)
def test_every_path_that_a_guide_names_is_there(guide: str) -> None:
    assert len(named(guide)) > 3
    assert sorted(name for name in named(guide) if not stands(name)) == []


def test_the_table_of_layers_is_the_contract() -> None:
    """The rooms of ARCHITECTURE.md's table, row by row, are the layers that import-linter checks."""
    rows = re.findall(r"^\| \d+ \| ([^|]+) \|", (REPOSITORY / "ARCHITECTURE.md").read_text("utf-8"), re.MULTILINE)
    contract = (REPOSITORY / "pyproject.toml").read_text("utf-8").split("layers = [")[1].split("]")[0]
    layers = re.findall(r'"([^"]+)"', contract)
    assert [set(re.findall(r"`(\w+)`", row)) for row in rows] == [set(layer.split(" | ")) for layer in layers[1:]]


def test_every_room_of_tests_has_its_row() -> None:
    rooms = set(re.findall(r"^\| `tests/(\w+)/` \|", (REPOSITORY / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE))
    mirrored = {path.name for path in (REPOSITORY / "generator").iterdir() if path.is_dir()} | {
        path.stem for path in (REPOSITORY / "generator").glob("*.py")
    }
    folders = {
        path.name for path in Path(REPOSITORY / "tests").iterdir() if path.is_dir() and path.name != "__pycache__"
    }
    assert rooms == folders - mirrored - {"scripts"}


def test_every_type_that_the_guide_names_is_defined() -> None:
    types = (REPOSITORY / "ARCHITECTURE.md").read_text("utf-8").split("## The types")[1]
    rows = re.findall(r"^\| (`.+?) \|", types, re.MULTILINE)
    names = {name for row in rows for name in re.findall(r"`(\w+)`", row)} - {"Page"}  # a union of the kinds
    code = "\n".join(path.read_text("utf-8") for path in (REPOSITORY / "generator").rglob("*.py"))
    assert len(names) > 15
    assert names <= set(re.findall(r"^class (\w+)", code, re.MULTILINE))


def test_the_readme_has_every_command_and_no_other() -> None:
    rows = re.findall(r"^\| `([a-z]+)[ `]", (REPOSITORY / "README.md").read_text("utf-8"), re.MULTILINE)
    commands = {each.name or getattr(each.callback, "__name__", "") for each in app.registered_commands}
    commands |= {each.name or "" for each in app.registered_groups}
    assert {row for row in rows if row != "site"} == commands


@pytest.mark.parametrize("command", ["build", "check", "serve"])
def test_the_readme_has_every_option_of_the_commands_for_the_site_and_no_other(command: str) -> None:
    rows = re.findall(r"^\| (`--.+`) \| ([a-z, ]+) \|", (REPOSITORY / "README.md").read_text("utf-8"), re.MULTILINE)
    listed = {name for row, of in rows if command in of.split(", ") for name in re.findall(r"--[a-z-]+", row)}
    parameters = get_command(app).commands[command].params  # type: ignore[attr-defined]
    assert listed == {name for each in parameters for name in each.opts if name.startswith("--")}
