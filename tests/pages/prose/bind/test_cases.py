"""Texts with faults, and all that is said of each: `cases/<name>.md` with `<name>.expected` beside it."""

import os
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic
from tests.projects import faults

CASES = Path(__file__).parent / "cases"
PAGE = "content/pages/methods.md"


def line(each: Diagnostic) -> str:
    return f"{each.location.line}:{each.location.column} {each.rule} {each.message}\n    {each.hint}\n"


@pytest.mark.parametrize("case", sorted(path.stem for path in CASES.glob("*.md")))
def test_each_fault_is_named_at_its_place_with_its_remedy(starter: Path, tmp_path: Path, case: str) -> None:
    found = faults(starter, tmp_path, {PAGE: (CASES / f"{case}.md").read_text("utf-8")})
    assert {each.location.path for each in found} == {PAGE}
    expected = CASES / f"{case}.expected"
    answer = "".join(line(each) for each in found)
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(answer, "utf-8")
    assert answer == expected.read_text("utf-8")
