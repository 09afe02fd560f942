"""Findings for the front page: who alone climbed most, bound to the data, others with each edition."""

from dataclasses import replace
from datetime import date

from generator.content.narrative import Narrative, Phrase
from generator.data.catalog import Direction
from generator.data.dataset import Dataset
from generator.pages.kinds.findings import plan_findings
from generator.pages.records.rows import Finding
from tests.datasets import CODES, dataset

EDITION = date(2026, 11, 24)
WORDS = Narrative(sections=(("people", (Phrase(indicator="one", noun="share"), Phrase(indicator="two", noun="part"))),))


def figures(climber: str, places: int = 11) -> dict[str, dict[int, str]]:
    """Return figures of twelve countries of which one passes so many others."""
    rest = {code: {2000: str(20 + at), 2024: str(20 + at)} for at, code in enumerate(c for c in CODES if c != climber)}
    return {**rest, climber: {2000: "10", 2024: f"{19 + places}.5"}}


def findings(
    values: dict[str, dict[str, dict[int, str]]], *, better: Direction = Direction.HIGHER
) -> tuple[Finding, ...]:
    return plan_findings(_judged(dataset(values), better), WORDS, EDITION)


def _judged(data: Dataset, better: Direction) -> Dataset:
    indicators = {name: replace(i, direction=better) for name, i in data.catalog.indicators.items()}
    return replace(data, catalog=replace(data.catalog, indicators=indicators))


def test_a_finding_is_who_alone_gained_most_places() -> None:
    (found,) = findings({"one": figures("AEA")})
    assert found.country.text == dataset({}).countries["AEA"].name
    assert "rose from 10" in found.text
    assert "from 12th to 1st place of 12 between 2000 and 2024" in found.places


def test_no_country_has_two_findings() -> None:
    assert len(findings({"one": figures("AEA"), "two": figures("AEA")})) == 1
    assert len(findings({"one": figures("AEA"), "two": figures("AFA")})) == 2


def test_where_two_gained_as_many_or_the_lowest_is_best_nothing_is_said() -> None:
    still = {code: {2000: str(20 + at), 2024: str(20 + at)} for at, code in enumerate(CODES)}
    assert findings({"one": still}) == ()
    assert findings({"one": figures("AEA")}, better=Direction.LOWER) == ()


def test_an_edition_begins_at_other_findings() -> None:
    data = _judged(dataset({"one": figures("AEA"), "two": figures("AFA")}), Direction.HIGHER)
    orders = {plan_findings(data, WORDS, date(2026, month, 1))[0].url for month in (1, 2)}
    assert len(orders) == 2
