"""The colours of charts: tokens of the style sheet, told apart in light and dark."""

import re
from itertools import pairwise

import pytest

from generator.charts.theme import CONFIG, PARTS, REST
from tests.templates.sheets import read_sheet

TOKENS = read_sheet("foundation/tokens.css")


def test_the_theme_takes_its_colours_from_the_tokens() -> None:
    used = set(re.findall(r"var\((--[a-z0-9-]+)\)", f"{CONFIG} {PARTS} {REST}"))
    assert used
    assert all(f"{name}:" in TOKENS for name in used)


@pytest.mark.parametrize("scheme", [0, 1])
def test_stacked_neighbours_differ_and_graphics_stand_out_from_paper(scheme: int) -> None:
    def luminance(name: str) -> float:
        colour = re.findall(rf"--{name}:#([0-9a-f]{{6}})", TOKENS)[scheme]
        parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def ratio(one: str, two: str) -> float:
        low, high = sorted((luminance(one), luminance(two)))
        return (high + 0.05) / (low + 0.05)

    names = [part[6:-1] for part in PARTS]
    assert all(ratio(one, two) >= 1.8 for one, two in pairwise(names))
    assert all(ratio(name, "paper") >= 3 for name in (*names, "axis"))
    assert all(ratio(name, "paper") >= 4.5 for name in ("ink-2", "ink-3", "accent"))
