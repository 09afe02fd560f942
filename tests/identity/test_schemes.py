"""Colours of one's own, and those that follow from them."""

import re

import pytest

from generator.identity.colour import luminance, ratio
from generator.identity.schemes import OF_THE_ACCENT, TOKENS, Scheme, schemes_of, sheet_of
from generator.identity.settings import Colours
from tests.repository import REPOSITORY

SHEET = (REPOSITORY / TOKENS).read_text("utf-8")


def contrasts(scheme: Scheme) -> dict[str, float]:
    """Return the contrast of every colour of a scheme with its paper, as it is shown."""
    colours = {**scheme.theme, **scheme.changed}
    return {name: ratio(luminance(colour), luminance(colours["paper"])) for name, colour in colours.items()}


def test_without_colours_of_ones_own_nothing_changes() -> None:
    assert sheet_of(SHEET, Colours()) == ""
    assert [scheme.changed for scheme in schemes_of(SHEET, Colours())] == [{}, {}]


def test_an_accent_takes_along_what_is_of_its_hue_in_both_schemes() -> None:
    light, dark = schemes_of(SHEET, Colours(accent="#8A1538"))
    assert light.changed["accent"] == "#8a1538"
    assert set(light.changed) == set(dark.changed) == {"accent", *OF_THE_ACCENT}
    assert luminance(dark.changed["accent"]) == pytest.approx(luminance("#5cc4dc"), abs=0.01)


@pytest.mark.parametrize("colours", [Colours(accent="#8a1538"), Colours(paper="#fff4e0", paper_dark="#0b1530")])
def test_what_follows_keeps_its_contrast_with_paper(colours: Colours) -> None:
    for before, after in zip(schemes_of(SHEET, Colours()), schemes_of(SHEET, colours), strict=True):
        was, is_now = contrasts(before), contrasts(after)
        follows = [name for name in was if name not in {"accent", "paper"}]
        assert follows
        assert {name: is_now[name] for name in follows} == pytest.approx(
            {name: was[name] for name in follows}, rel=0.03
        )


def test_the_sheet_sets_dark_colours_for_the_system_s_choice_and_the_reader_s() -> None:
    text = sheet_of(SHEET, Colours(accent="#8a1538", accent_dark="#f0a0b8"))
    declared = re.findall(r"([^{}\n]+)\{ (--[^}]+) \}", text)
    assert [selector.strip() for selector, _colours in declared] == [
        ":root",
        ":root:not([data-theme=light])",
        ":root[data-theme=dark]",
    ]
    assert declared[1][1] == declared[2][1] != declared[0][1]
    assert "--accent: #f0a0b8;" in declared[1][1]
