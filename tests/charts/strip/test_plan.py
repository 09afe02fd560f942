"""Strips as planned: the country among all others."""

import re

from generator.charts.request import ChartKind
from generator.charts.svg.render import render_svg
from tests.charts.planned import chart
from tests.datasets import CODES


def test_a_strip_names_country_median_and_extremes() -> None:
    values = {"one": {code: {2020: str(at + 1)} for at, code in enumerate(CODES)}}
    drawn = chart(ChartKind.STRIP, values)
    assert drawn is not None
    assert drawn.description == (
        "12 countries in 2020, from Name AAA (1.0) to Name ALA (12.0), median 6.5. "
        "Name AAA: 1.0; 0 are lower or equal, 11 higher or equal."
    )
    texts = re.findall(r"<text[^>]*>([^<]+)</text>", render_svg(drawn.drawings[0].spec))
    assert sorted(texts) == ["Name AAA 1.0", "Name AAA 1.0", "Name ALA 12.0", "median 6.5"]


def test_a_strip_says_when_its_steps_are_factors() -> None:
    near = {"one": {code: {2020: str(at + 1)} for at, code in enumerate(CODES)}}
    far = {"one": {code: {2020: str(3**at)} for at, code in enumerate(CODES)}}
    plain, factors = chart(ChartKind.STRIP, near), chart(ChartKind.STRIP, far)
    assert plain is not None
    assert factors is not None
    assert plain.subtitle == "units, 2020, one tick per country"
    assert factors.subtitle.endswith("equal steps are equal factors")


def test_a_strip_of_few_countries_is_none() -> None:
    assert chart(ChartKind.STRIP, {"one": {"AAA": {2020: "1"}, "ABA": {2020: "2"}}}) is None
