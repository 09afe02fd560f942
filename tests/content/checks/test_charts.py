"""Charts that add nothing: of a country with itself, or twice in a section."""

from pathlib import Path

import pytest

from tests.projects import faults

COUNTRY = "---\ncountry: UZB\nauthors: [A]\nupdated: 2026-01-01\nsummary: S.\n---\n"
NAME = "content/countries/uzbekistan.md"
AGAIN = "Take one of the two away, or draw other years or countries."


def told(starter: Path, tmp_path: Path, body: str) -> list[tuple[int, int, str, str]]:
    found = faults(starter, tmp_path, {NAME: COUNTRY + body})
    return [(d.location.line, d.location.column, d.rule.value, d.hint) for d in found]


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("chart:population?compare=UZB", "Name other countries, or take 'compare' away: its peers stand then."),
        ("chart:population?compare=KAZ,UZB,KGZ", "Write compare=KAZ,KGZ"),
        ("chart:population/KAZ?compare=UZB,KAZ", "Write compare=UZB"),
    ],
)
def test_a_chart_does_not_compare_a_country_with_itself(starter: Path, tmp_path: Path, address: str, hint: str) -> None:
    assert told(starter, tmp_path, f"![It rose]({address})\n") == [(7, 1, "chart-invalid", hint)]


def test_a_chart_of_another_country_may_compare_it_with_the_documents_own(starter: Path, tmp_path: Path) -> None:
    assert told(starter, tmp_path, "![It rose](chart:population/KAZ?compare=UZB)\n") == []


@pytest.mark.parametrize("again", ["chart:population", "chart:population/UZB", "chart:population?kind=trend"])
def test_the_same_chart_twice_in_a_section_is_asked_about(starter: Path, tmp_path: Path, again: str) -> None:
    body = f"![It rose](chart:population)\n\n![So it did]({again})\n"
    assert told(starter, tmp_path, body) == [(9, 1, "chart-repeated", AGAIN)]


@pytest.mark.parametrize("other", ["chart:population?years=2000..2010", "chart:population/KAZ", "chart:internet_users"])
def test_other_charts_are_others(starter: Path, tmp_path: Path, other: str) -> None:
    assert told(starter, tmp_path, f"![It rose](chart:population)\n\n![So it did]({other})\n") == []


def test_a_chart_may_come_again_in_another_section(starter: Path, tmp_path: Path) -> None:
    body = "![It rose](chart:population)\n\n## Economy {#economy}\n\n![It rose](chart:population)\n"
    assert told(starter, tmp_path, body) == []
