"""Observations as readers see them: a forecast is dashed, and is no country's figure."""

import re
from pathlib import Path

import pytest

from generator.pages.blocks.values import spark_of
from tests.datasets import CODES, dataset
from tests.projects import faults, prepared

pytestmark = pytest.mark.uncounted  # others count the lines it runs

POPULATION = "data/observations/population.csv"


def test_a_sparklines_forecasts_follow_its_last_figure() -> None:
    held = dataset({"one": {CODES[0]: {2000: "1", 2001: "2", 2005: "4 F"}, CODES[1]: {2000: "3 F", 2001: "4 F"}}})
    spark = spark_of(held, "one", CODES[0])
    assert spark
    assert len(spark.runs[0]) == len(spark.ahead) == 2
    assert spark_of(held, "one", CODES[1]) is None


def _page(starter: Path, tmp_path: Path, rows: str) -> str:
    text = (starter / POPULATION).read_text(encoding="utf-8")
    changed = re.sub("(?m)^(KAZ,2024,.*)$", rf"\1{rows}", text, count=1)
    assert faults(starter, tmp_path, {POPULATION: changed}) == []
    outputs = prepared(tmp_path / "project").outputs
    return next(o for o in outputs if o.path == "countries/kazakhstan/index.html").render().decode()


def test_a_profile_says_nothing_of_a_forecast_but_in_charts(starter: Path, tmp_path: Path) -> None:
    before = _page(starter, tmp_path / "a", "")
    after = _page(starter, tmp_path / "b", "\nKAZ,2030,99000000,F,wdi_extract_2025b,")
    assert "class=spark__ahead" in after
    assert "class=spark__ahead" not in before
    charts = re.compile(
        r'<figure.*?</figure>|<svg class=spark.*?</svg>|<span>20[0-9]{2}</span>|<script type=application.*?</script>|data-[a-z]+="[^"]*"|sha256-[^\']*',
        re.DOTALL,
    )
    assert charts.sub("", after) == charts.sub("", before)
