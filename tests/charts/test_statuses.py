"""Every kind of chart says which of its figures are estimated, provisional or imputed."""

import pytest

from generator.charts.request import ChartKind
from generator.charts.statuses import status_note
from tests.charts.planned import chart
from tests.datasets import CODES, dataset


def figures(status: str, *marked: str, year: int = 2024) -> dict[str, dict[int, str]]:
    """Return figures of two years for every country; in the later one those of `marked` have a status."""
    return {
        code: {2001: "1", year: f"{at + 2} {status}" if code in marked else f"{at + 2}"}
        for at, code in enumerate(CODES)
    }


@pytest.mark.parametrize("kind", [ChartKind.TREND, ChartKind.RANKING, ChartKind.SLOPE, ChartKind.STRIP])
def test_a_chart_names_the_countries_with_estimates(kind: ChartKind) -> None:
    drawn = chart(kind, {"one": figures("E", "ABA")})
    assert drawn
    assert "Estimated: Name ABA." in drawn.note
    plain = chart(kind, {"one": figures("A", "ABA")})
    assert plain
    assert "Estimated" not in plain.note


def test_parts_of_a_whole_say_so_too() -> None:
    values = {"one": figures("P", "AAA"), "two": figures("P", "ABA")}
    drawn = chart(ChartKind.STACKED, values, parts=("two",), years=(2024,))
    assert drawn
    assert "Provisional: Name AAA and Name ABA." in drawn.note


def test_many_are_counted_and_each_status_is_a_sentence() -> None:
    made = dataset({"one": {code: {2024: "1 E"} for code in CODES[:5]} | {CODES[5]: {2024: "1 U"}}})
    drawn = [made.observation("one", code, 2024) for code in CODES]
    assert status_note(made, drawn) == "Estimated: 5 of 6 figures. Low reliability: Name AFA."


def test_breaks_and_forecasts_are_said_by_lines_alone_and_missing_figures_by_none() -> None:
    made = dataset({"one": {"AAA": {2024: "1 B"}, "ABA": {2024: "1 F"}, "ACA": {2024: "1 A"}}})
    assert status_note(made, [made.observation("one", code, 2024) for code in CODES]) == ""
