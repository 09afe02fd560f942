"""Findings for the front page: true, bound to the data, of different kinds, others with each edition."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from generator.content.narrative import Narrative, Phrase
from generator.data.catalog import Direction, UnitKind
from generator.data.dataset import Dataset
from generator.pages.kinds.findings import plan_findings
from tests.datasets import CODES, dataset

EDITION = date(2026, 11, 24)
Figures = dict[str, dict[int, str]]


def words(*names: str) -> Narrative:
    return Narrative(sections=(("people", tuple(Phrase(indicator=name, noun=f"{name} share") for name in names)),))


def figures(climber: str) -> Figures:
    """Return figures of twelve countries of which one passes ten others, and nobody else moves."""
    rest = {code: {2000: str(20 + at), 2024: str(20 + at)} for at, code in enumerate(c for c in CODES if c != climber)}
    return {**rest, climber: {2000: "10", 2024: "29.5"}}


def fitted(
    values: dict[str, Figures], better: Direction = Direction.HIGHER, kind: UnitKind = UnitKind.RATE, note: str = ""
) -> Dataset:
    data = dataset(values)
    unit = replace(data.indicator("one").unit, kind=kind, note=note)
    indicators = {name: replace(i, direction=better, unit=unit) for name, i in data.catalog.indicators.items()}
    return replace(data, catalog=replace(data.catalog, indicators=indicators))


def said(data: Dataset, narrative: Narrative) -> dict[str, str]:
    """Return headlines and texts of a year of editions."""
    editions = (plan_findings(data, narrative, date(2026, month, 1)) for month in range(1, 13))
    return {finding.headline.text: finding.text for found in editions for finding in found}


def test_who_alone_gained_most_places_and_changed_most_is_said() -> None:
    assert said(fitted({"one": figures("AEA")}), words("one")) == {
        "One share: Name AEA climbs 10 places": "Name AEA’s one share rose from 10.0 in 2000 to 29.5 in 2024, which took "
        "it from 12th to 2nd place among 12 countries; no other gained as many places.",
        "One share rose most in Name AEA": "Name AEA’s one share rose from 10.0 in 2000 to 29.5 in 2024, the largest rise "
        "among 12 countries.",
        "One share: 30.0 in Name ALA, 20.0 in Name AAA": "Of 12 countries with a figure for 2024, Name ALA had the highest "
        "one share, 30.0 units, and Name AAA the lowest, 20.0.",
    }


def test_an_edition_has_one_of_a_kind_an_indicator_and_a_country() -> None:
    data = fitted({"one": figures("AEA"), "two": figures("AFA")})
    for month in range(1, 13):
        found = plan_findings(data, words("one", "two"), date(2026, month, 1))
        assert len({finding.indicator.url for finding in found}) == len(found) == 2
        assert len({finding.headline.url for finding in found}) == 2


def test_an_edition_repeats_nothing_of_the_one_before() -> None:
    names = ("one", "two", "three", "four")
    data = fitted({name: figures(code) for name, code in zip(names, ("AEA", "AFA", "AGA", "AHA"), strict=True)})
    editions = [plan_findings(data, words(*names), date(2026, month, 1)) for month in range(1, 13)]
    found = [{finding.headline.text for finding in each} for each in editions]
    assert all(len(each) == 3 for each in found)
    assert not [both for before, after in pairwise(found) if (both := before & after)]


def test_nobody_is_named_where_two_changed_as_much() -> None:
    both = {**figures("AEA"), "AFA": {2000: "11", 2024: "30.5"}}
    assert "rose most" not in " ".join(said(fitted({"one": both}), words("one")))


def test_where_the_lowest_is_best_nobody_climbs() -> None:
    assert "climbs" not in " ".join(said(fitted({"one": figures("AEA")}, Direction.LOWER), words("one")))


def test_what_prices_growth_or_size_would_make_is_no_change() -> None:
    values = {"one": figures("AEA")}
    assert set(said(fitted(values, kind=UnitKind.PERCENT), words("one"))) == set()
    priced = said(fitted(values, kind=UnitKind.CURRENCY, note="current US$"), words("one"))
    assert len(priced) == 1
    assert "rose" not in " ".join(priced)
    assert "climbs" not in " ".join(priced)
    assert "rose most" not in " ".join(said(fitted(values, kind=UnitKind.COUNT), words("one")))
    real = said(fitted(values, kind=UnitKind.CURRENCY, note="constant US$"), words("one"))
    assert "the largest rise in proportion among 12 countries" in " ".join(real.values())


def test_a_move_of_most_countries_is_said_with_its_median() -> None:
    values = {"one": {code: {2000: str(at + 1), 2024: str(at + 2)} for at, code in enumerate(CODES)}}
    texts = said(fitted(values), words("one"))
    assert texts["One share rose in all 12 countries"] == (
        "Between 2000 and 2024 the median of these 12 countries went from 6.5 to 7.5 units."
    )


def test_doubtful_figures_are_in_no_finding() -> None:
    doubted = Narrative(sections=(("people", (Phrase(indicator="one", noun="o", doubtful=frozenset({"AEA"})),)),))
    assert not any("AEA" in headline for headline in said(fitted({"one": figures("AEA")}), doubted))


def test_without_words_there_are_no_findings() -> None:
    assert plan_findings(fitted({"one": figures("AEA")}), Narrative(), EDITION) == ()
