"""A change that ends in a forecast is stated as one."""

import re
from pathlib import Path

import pytest

from tests.projects import HEAD, faults, rendered

POPULATION = "data/observations/population.csv"


def _files(starter: Path, text: str) -> dict[str, str]:
    """Return a page with a trend to 2030, and data in which that year is a forecast."""
    rows = (starter / POPULATION).read_text(encoding="utf-8")
    foretold = re.sub("(?m)^(KAZ,2024,.*)$", r"\1\nKAZ,2030,22000000,F,wdi_extract_2025b,", rows, count=1)
    body = f"It [{text}](trend:population/KAZ@2024..2030).\n"
    return {POPULATION: foretold, "content/pages/methods.md": HEAD + body}


@pytest.mark.parametrize("text", ["is forecast to rise", "is projected to rise by 6.8 %", "will grow"])
def test_a_forecast_said_as_one_agrees(starter: Path, tmp_path: Path, text: str) -> None:
    assert faults(starter, tmp_path, _files(starter, text)) == []


@pytest.mark.parametrize("text", ["rose", "rose by 6.8 %", "is forecast to fall"])
def test_a_forecast_said_as_a_fact_or_wrongly_is_refused(starter: Path, tmp_path: Path, text: str) -> None:
    found = faults(starter, tmp_path, _files(starter, text))
    assert [(d.rule.value, d.location.line) for d in found] == [("claim-disagrees", 5)]


def test_the_remedy_of_a_forecast_says_so(starter: Path, tmp_path: Path) -> None:
    (found,) = faults(starter, tmp_path, _files(starter, "rose"))
    assert found.message == "The text says rose, but the value of 2030 is a forecast."
    assert found.hint == "Write is forecast to rise"


def test_the_programs_own_words_say_forecast(starter: Path, tmp_path: Path) -> None:
    assert "is forecast to rise" in rendered(starter, tmp_path, _files(starter, "…"))
