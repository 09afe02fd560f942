"""Letters that a picture's font lacks: the picture is not offered."""

from dataclasses import replace

import pytest

from generator.charts.chart import Chart
from generator.charts.request import ChartKind
from generator.charts.svg.letters import KNOWN, can_be_painted, has_png
from generator.charts.svg.picture import make_png
from tests.charts.planned import chart

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="30"><rect width="80" height="30" fill="#fff"/><text x="9" y="20" font-family="Liberation Sans">{}</text></svg>'


def lead() -> Chart:
    found = chart(ChartKind.TREND, {"one": {"AAA": {2000: "1", 2001: "2"}}})
    assert found
    return replace(found, drawings=(*found.drawings, *found.drawings))


@pytest.mark.parametrize("title", ["人口增长", "نمو السكان", "Growth 🚀", "Հայաստան", "₸ 5"])
def test_what_the_font_lacks_is_not_painted(title: str) -> None:
    assert has_png(lead())
    assert not has_png(replace(lead(), title=title))
    assert not can_be_painted(replace(lead(), note=title))


def test_a_name_in_the_drawing_counts_too() -> None:
    drawing = lead().drawings[0]
    named = replace(drawing, spec=drawing.spec.replace("Name AAA", "哈萨克斯坦"))
    assert not has_png(replace(lead(), drawings=(named, named)))


@pytest.mark.parametrize("title", ["CO₂ per head", "Côte d’Ivoire – “São Tomé”", "Қазақстан, Ελλάδα, Việt Nam"])
def test_what_the_font_has_is_painted(title: str) -> None:
    assert has_png(replace(lead(), title=title))


def test_no_letter_that_is_known_is_drawn_as_a_box() -> None:
    box = make_png(SVG.format("中").encode())
    for letter in sorted(KNOWN - set('<&"')):
        assert make_png(SVG.format(letter).encode()) != box, letter
