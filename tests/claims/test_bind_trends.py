"""A change that ends in a forecast is stated as one."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.claims.bind_trends import bind_trend
from generator.content.references import parse_reference
from generator.data.catalog import Unit, UnitKind
from generator.diagnostics import Location
from tests.datasets import dataset
from tests.projects import HEAD, faults, rendered

pytestmark = pytest.mark.uncounted  # others count the lines it runs

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


@pytest.mark.parametrize(
    ("kind", "ends", "said"),
    [
        ("share", ("45.21", "45.24"), "was unchanged: 45.2% (2010), 45.2% (2019)."),
        ("share", ("45.2", "45.2"), "was unchanged: 45.2% (2010), 45.2% (2019)."),
        ("share", ("40", "50"), "rose: 40.0% (2010), 50.0% (2019), +10.0 percentage points, +25.0%."),
        ("share", ("50", "40"), "fell: 50.0% (2010), 40.0% (2019), −10.0 percentage points, −20.0%."),
        ("share", ("0", "40"), "rose: 0% (2010), 40.0% (2019), +40.0 percentage points."),
        ("count", ("45.21", "45.24"), "was unchanged: 45.2 (2010), 45.2 (2019)."),
        ("count", ("40", "50"), "rose: 40.0 (2010), 50.0 (2019), +10.0, +25.0%."),
        ("count", ("50", "40"), "fell: 50.0 (2010), 40.0 (2019), −10.0, −20.0%."),
        ("count", ("0", "40"), "rose: 0 (2010), 40.0 (2019), +40.0."),
    ],
)
def test_what_the_data_say_of_a_change_agrees_with_itself(kind: str, ends: tuple[str, str], said: str) -> None:
    held = dataset({"one": {"AAA": dict(zip((2010, 2019), ends, strict=True))}})
    indicators = held.catalog.indicators
    one = replace(indicators["one"], unit=Unit(kind=UnitKind(kind), symbol="%" if kind == "share" else ""), decimals=1)
    held = replace(held, catalog=replace(held.catalog, indicators={**indicators, "one": one}))
    here = Location(path="content/a.md", line=1, column=1)
    address, text = "trend:one/AAA@2010..2019", "tripled"
    _bound, (problem,) = bind_trend(
        parse_reference(address, title="", text=text, html=text, location=here, is_image=False), held, ""
    )
    assert problem.message == f"The text says tripled, the data say {said}"
