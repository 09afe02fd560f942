"""Rows of a scorecard: what is stated and checked, and a nil that nobody checked."""

from dataclasses import replace

import pytest

from generator.data.scorecard import Scorecard, ScorecardRow
from generator.data.statements import Check, CheckResult, StatedUnit, Statement, StatementState
from generator.pages.blocks.scorecard import plan_scorecard
from generator.pages.records.scorecard import RowState, ScoreRow
from tests.datasets import CODES, dataset

MUSEUMS = Statement(
    id="museums",
    subject="Name AAA",
    country=CODES[0],
    title="Museums among the hundred most visited",
    value="0",
    unit="museums",
    unit_kind=StatedUnit.COUNT,
    state=StatementState.NONE,
    period="2020",
    attributed_to="",
    source="An essay",
    check=Check(result=CheckResult.NOT_CHECKED),
)
ROW = ScorecardRow(
    id="museums", title="Museums", indicator="", note="", statements={CODES[0]: ("museums",)}, unavailable="no-source"
)
CARD = Scorecard(id="card", title="Card", description="A card", source="A list", rows=(ROW,))


def row(statement: Statement) -> ScoreRow:
    held = replace(dataset({}), statements={"museums": statement})
    (found,) = plan_scorecard(held, CARD, CODES[0]).rows
    return found


def test_a_nil_that_nobody_checked_is_the_figure_as_stated() -> None:
    found = row(MUSEUMS)
    assert (found.state, found.state_text) == (RowState.VALUE, "With a figure")
    assert [(entry.value, entry.verdict) for entry in found.entries] == [("0", "Not checked")]


def test_a_checked_nil_is_none() -> None:
    found = row(replace(MUSEUMS, check=Check(result=CheckResult.AGREES)))
    assert (found.state, found.state_text) == (RowState.NONE, "None")
    assert [(entry.value, entry.verdict) for entry in found.entries] == [("None", "Checked: agrees")]


@pytest.mark.parametrize("state", [StatementState.NO_DATA, StatementState.NOT_STATED])
def test_a_source_without_a_figure_makes_no_entry(state: StatementState) -> None:
    table = plan_scorecard(
        replace(dataset({}), statements={"museums": replace(MUSEUMS, value="", state=state)}), CARD, CODES[0]
    )
    assert table.rows == ()
    assert [group.state.value for group in table.rest] == [state.value]
