"""Letters that a picture's font lacks: the picture is not offered."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from PIL import Image

from generator.charts.chart import Chart
from generator.charts.request import ChartKind
from generator.charts.svg.letters import KNOWN, can_be_painted, has_png
from generator.charts.svg.picture import make_png
from tests.charts.planned import chart

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="30"><rect width="{0}" height="30" fill="#fff"/>{1}</svg>'
LETTER = '<text x="{}" y="20" font-family="Liberation Sans">{}</text>'
APART, ROW = 30, 40
"""Pixels from one letter to the next, and letters of one picture: a picture of each takes seconds."""
LACKED = "中人"
"""Letters that the font lacks: a picture with them is drawn by the renderer."""


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


def drawn(letters: Sequence[str]) -> Iterator[bytes]:
    """Yield the pixels around each letter of one picture."""
    texts = "".join(LETTER.format(9 + APART * at, letter) for at, letter in enumerate(letters))
    picture = Image.open(io.BytesIO(make_png(SVG.format(APART * len(letters), texts).encode()))).convert("RGB")
    wide = picture.width // len(letters)
    for at in range(len(letters)):
        yield picture.crop((at * wide, 0, (at + 1) * wide, picture.height)).tobytes()


def test_no_letter_that_is_known_is_drawn_as_a_box() -> None:
    letters = sorted(KNOWN - set('<&"'))
    for at in range(0, len(letters), ROW):
        row = letters[at : at + ROW]
        box, other, *known = drawn([*LACKED, *row])
        assert other == box
        assert [letter for letter, seen in zip(row, known, strict=True) if seen == box] == []
