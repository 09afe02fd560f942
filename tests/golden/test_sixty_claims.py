"""Sixty claims by somebody who does not know the rules.

Every wrong one is named at its place, no right one is.

Wrong ones bear the title "wrong" in the text, so that what is expected does not come from what is found.
"""

import os
import re
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostic
from generator.sources.files import Sources
from generator.terminal.report import Format, render_diagnostics
from tests.projects import prepared
from tests.starter_project import write_starter

HERE = Path(__file__).parent / "sixty_claims"
TEXT = (HERE / "sixty.md").read_text("utf-8")
CLAIM = re.compile(r"\[[^\[\]^]+\]\((?:value|rank|trend):[^\s)]+( \"wrong\")?\)")


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[Diagnostic, ...], Sources]:
    project = tmp_path_factory.mktemp("outsider") / "project"
    write_starter(project)
    (project / "content/essays/sixty.md").write_text(TEXT, encoding="utf-8")
    made = prepared(project)
    return made.diagnostics, made.sources


def places(*, wrong: bool) -> list[tuple[int, int]]:
    found = [m.start() for m in CLAIM.finditer(TEXT) if (m[1] is not None) is wrong]
    return [(TEXT.count("\n", 0, at) + 1, at - TEXT.rfind("\n", 0, at)) for at in found]


def test_there_are_as_many_claims_as_it_says() -> None:
    assert len(places(wrong=True)) >= 30
    assert len(places(wrong=False)) >= 30


def test_every_wrong_claim_is_named_at_its_place_and_no_right_one(
    answered: tuple[tuple[Diagnostic, ...], Sources],
) -> None:
    told = [(each.location.line, each.location.column) for each in answered[0]]
    assert sorted(told) == places(wrong=True)


def test_what_is_said_of_each_is_as_expected(answered: tuple[tuple[Diagnostic, ...], Sources]) -> None:
    lines = [f"{d.location.line}:{d.location.column} {d.rule} {d.message} {d.hint}\n" for d in answered[0]]
    if os.environ.get("UPDATE_GOLDEN"):
        (HERE / "expected.txt").write_text("".join(lines), encoding="utf-8")
    assert "".join(lines) == (HERE / "expected.txt").read_text("utf-8")
    assert render_diagnostics(*answered, Format.TEXT)
