"""How templates are written.

Lines that fit a screen, rules of one block, one folder for each component.
"""

import re
from pathlib import Path

import pytest

from tests.repository import REPOSITORY

TEMPLATES = REPOSITORY / "templates"


@pytest.mark.parametrize(
    "path",
    sorted(path for path in TEMPLATES.rglob("*") if path.suffix in {".html", ".js", ".css"}),
    ids=lambda path: path.name,
)
def test_lines_fit_a_screen(path: Path) -> None:
    assert [line for line in path.read_text("utf-8").splitlines() if len(line) > 140] == []


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.css")), ids=lambda path: path.name)
def test_each_declaration_of_a_sheet_has_its_line(path: Path) -> None:
    code = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
    bare = re.sub(r'"[^"]*"|\([^()]*(\([^()]*\)[^()]*)*\)', "", code)
    assert [line for line in bare.splitlines() if len(re.findall("[;{}]", line)) > 1] == []


def test_a_component_is_a_folder_with_files_of_its_own() -> None:
    assert [path.name for path in (TEMPLATES / "components").iterdir() if not path.is_dir()] == []
