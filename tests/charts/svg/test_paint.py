"""Pixels of the quick painter: near those of the whole renderer, and the same every time."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from generator.charts.svg.flat import UnknownError, flatten
from generator.charts.svg.paint import paint
from generator.charts.svg.palette import Pixels
from generator.charts.svg.png import rendered

GROUND = '<rect width="120" height="60" fill="#fdfcf9"/>'
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60">{}</svg>'
WORDS = 'font-family="Liberation Sans" font-size="{}" fill="#17191c"'
PARTS: Mapping[str, str] = {
    "area": '<path fill="#00657e" d="M0,6h90v12h-90Z"/>',
    "dots": '<g fill="#00657e"><circle cx="30" cy="20.5" r="3.5"/><circle cx="50" r="2"/></g>',
    "ticks": '<path transform="scale(1,13)" fill="none" stroke="#00657e" stroke-width="1.5" d="M9,2v1m4-1v1m.5-1v1"/>',
    "line": '<g fill="none" stroke-linejoin="round"><path stroke="#00657e" stroke-width="3" d="M2,50l10,-40 10,40 10,-40m4,0v30"/></g>',
    "dashes": '<path fill="none" stroke="#4a4e53" stroke-width="1.5" stroke-linecap="round" stroke-dasharray="2,4" d="M2,9l60,20"/>',
    "dotted": '<path fill="none" stroke="#4a4e53" stroke-width="2" stroke-linecap="round" stroke-dasharray="0,4" d="M2,9l60,20"/>',
    "grid": '<path d="M.5,.5h100" stroke="#e6e2d9"/><path d="M.5,.5v50" stroke="#8b8e92" stroke-width="2"/>',
    "words": f'<text x="4" y="30" {WORDS.format(12.5)}>10,000 Österreich</text>',
    "bold": f'<text x="4" y="40" font-weight="bold" {WORDS.format(17)}>Қазақстан 25%</text>',
    "italic": f'<text x="60" y="40" font-style="italic" text-anchor="middle" {WORDS.format(13)}>no figure</text>',
    "pairs": f'<text x="4" y="40" {WORDS.format(16)}>Tajikistan</text>',
    "end": f'<g {WORDS.format(11)} text-anchor="end"><text x="110" y="40">Ελλάδα</text></g>',
}


def parts(pixels: Pixels) -> NDArray[np.int64]:
    return np.stack((pixels >> 16, pixels >> 8 & 255, pixels & 255)).astype(np.int64)


def difference(svg: str) -> float:
    """Return how far the painters are apart, as a share of all ink."""
    quick, whole = parts(paint(flatten(svg), 2)), parts(rendered(svg))
    ink = np.abs(whole - parts(rendered(PICTURE.format(GROUND)))).sum()
    return float(np.abs(quick - whole).sum() / ink)


@pytest.mark.parametrize("part", PARTS)
def test_both_painters_see_the_same(part: str) -> None:
    assert difference(PICTURE.format(GROUND + PARTS[part])) < 0.08


def test_words_elsewhere_are_seen() -> None:
    """What the measure above says when a word is a pixel off, so that it can fail."""
    word = f'<text x="{{}}" y="30" {WORDS.format(12.5)}>10,000 Österreich</text>'
    here, there = (PICTURE.format(GROUND + word.format(x)) for x in (4, 4.5))
    apart = np.abs(parts(paint(flatten(here), 2)) - parts(paint(flatten(there), 2))).sum()
    ink = np.abs(parts(paint(flatten(here), 2)) - parts(paint(flatten(PICTURE.format(GROUND)), 2))).sum()
    assert apart / ink > 0.24


def test_pixels_are_the_same_every_time_and_opaque() -> None:
    flat = flatten(PICTURE.format(GROUND + "".join(PARTS.values())))
    first = paint(flat, 2)
    assert first.shape == (120, 240)
    assert (first == paint(flat, 2)).all()
    assert first[0, 0] == 0xFDFCF9


@pytest.mark.parametrize(
    "inside",
    ['<text y="9" font-size="9" fill="red">a</text>', '<text y="9" font-size="9" font-style="oblique">a</text>'],
)
def test_a_colour_or_a_letter_that_it_does_not_know_is_refused(inside: str) -> None:
    with pytest.raises(UnknownError):
        paint(flatten(PICTURE.format(inside)), 2)


def test_fonts_come_with_their_licence() -> None:
    fonts = Path(paint.__code__.co_filename).parent / "fonts"
    assert "SIL Open Font License, Version 1.1" in (fonts / "OFL.txt").read_text(encoding="utf-8")
    assert len(list(fonts.glob("Arimo-*.ttf"))) == 3
