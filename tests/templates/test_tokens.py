"""The two blocks of dark colours: one for the system's choice, one for the reader's."""

import re

from tests.templates.sheets import read_sheet


def blocks() -> list[str]:
    text = read_sheet("foundation/tokens.css")
    system = re.search(r"prefers-color-scheme:dark\)\{:root:not\(\[data-theme=light\]\)\{(.*?)\}\}", text)
    chosen = re.search(r":root\[data-theme=dark\]\{color-scheme:dark;(.*?)\}\}", text)
    assert system, text
    assert chosen, text
    return [system[1], chosen[1]]


def test_a_chosen_dark_is_the_system_s_dark() -> None:
    system, chosen = blocks()
    assert system == chosen


def test_dark_answers_every_colour_of_light() -> None:
    text = read_sheet("foundation/tokens.css")
    light = re.findall(r"(--[a-z0-9-]+):#", text.split("@media")[0])
    dark = re.findall(r"(--[a-z0-9-]+):#", blocks()[0])
    assert light
    assert sorted(light) == sorted(dark)
