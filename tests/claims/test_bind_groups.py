"""Figures and trends of a group in prose: bound as a country's, with the method in the note."""

import re
from pathlib import Path

from tests.projects import HEAD, faults, rendered

BODY = """It had [64.2 million](value:population/central-asia@2024) people, and […](trend:population/central-asia@1990..2024).
A head earns [$18,257](value:gdp_per_head_ppp/central-asia@2024), […](value:life_expectancy/central-asia@1800 "not counted").
"""
PAGE = "content/pages/methods.md"
ESSAY = """---
title: Three countries
date: 2026-11-01
authors: [One]
countries: [KAZ]
group: {group}
summary: Of [64.2 million](value:population@2024) people.
---

Its people [grew by 53%](trend:population@1990..2024).

![More people](chart:population)
"""


def test_a_figure_of_a_group_has_its_method_and_coverage_in_its_note(starter: Path, tmp_path: Path) -> None:
    page = rendered(starter, tmp_path, {PAGE: HEAD + BODY})
    assert '<data value="64179044">64.2\u00a0million</data>' in page
    assert ">rose</a>" in page
    assert "not counted" in page
    notes = re.findall(r"A group’s figure: ([^.]*)\.", page)
    assert notes == [
        "sum of the members; all 3\u00a0members",
        "sum of the members; all 3\u00a0members",
        "mean of the members weighted by population; all 3\u00a0members",
    ]


def test_an_essay_about_a_group_means_it(starter: Path, tmp_path: Path) -> None:
    assert faults(starter, tmp_path, {"content/essays/three.md": ESSAY.format(group="central-asia")}) == []


def test_an_essay_about_no_group_is_a_fault_at_its_place(starter: Path, tmp_path: Path) -> None:
    found = faults(starter, tmp_path, {"content/essays/three.md": ESSAY.format(group="central-azia")})
    assert [(d.rule.value, d.location.line, d.hint) for d in found] == [
        ("group-unknown", 6, "Did you mean 'central-asia'?")
    ]
