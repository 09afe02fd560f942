"""Style sheets: colours that can be told apart, and the crop of maps."""

import re
from itertools import pairwise

from generator.charts.map.frame import WEST
from generator.charts.map.projection import WIDTH
from tests.templates.sheets import read_sheet


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_neighbouring_classes_can_be_told_apart_in_both_schemes() -> None:
    text = read_sheet("foundation/tokens.css")
    ramps = re.findall(r"--ramp-\d:(#[0-9a-f]{6})", text)
    assert len(ramps) == 15
    for at in range(0, 15, 5):
        shades = sorted(luminance(colour) for colour in ramps[at : at + 5])
        assert all((b + 0.05) / (a + 0.05) >= 1.3 for a, b in pairwise(shades))


def test_names_and_the_country_of_a_locator_stand_out_in_both_schemes() -> None:
    text = read_sheet("foundation/tokens.css")
    colours = {name: re.findall(rf"--{name}:(#[0-9a-f]{{6}})", text) for name in ("land", "sea", "ink-2", "accent")}
    schemes = [dict(zip(colours, values, strict=True)) for values in zip(*colours.values(), strict=True)]
    assert len(schemes) == 3
    for scheme in schemes:
        for ground in ("land", "sea"):
            assert contrast(scheme["ink-2"], scheme[ground]) >= 4.5
            assert contrast(scheme["accent"], scheme[ground]) >= 3


def contrast(a: str, b: str) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def test_files_that_paper_cannot_open_are_not_printed() -> None:
    hidden = [found.split(",") for found in re.findall(r"([^{}]*)\{display:none", read_sheet("foundation/print.css"))]
    assert any({".downloads", ".citation__take", ".section--files"} <= set(names) for names in hidden)


def test_the_style_sheet_crops_a_map_where_the_americas_end() -> None:
    """The crop's percentages are those of the units that the template shows apart below."""
    sheet = read_sheet("components/maps/maps.css")
    east = WIDTH - WEST
    assert f"width:{100 * WIDTH / east:.1f}%;max-width:none;margin-left:-{100 * WEST / east:.1f}%" in sheet
    assert f".map__west{{display:block;width:{100 * WEST / east:.1f}%" in sheet
