"""Values that nobody can mean, each reported with what to write instead."""

from pathlib import Path

import pytest

from tests.projects import faults

FRONT = "---\ntitle: T\ndate: 2026-01-01\nauthors: [A]\ncountries: [KAZ]\nsummary: S.\n---\nText.\n"


ESSAY, CATALOG, LAYOUT = "content/essays/test.md", "data/catalog/indicators/all.yaml", "content/profile.yaml"


ONE_CHART = "{kind: trend, indicator: population}"
FILES = [
    (ESSAY, "[A]", "[A, A]", "4:10 yaml-value", "Keep one of the two."),
    (ESSAY, "[KAZ]", "[KAZ, KAZ]", "5:12 yaml-value", "Keep one of the two."),
    (ESSAY, "[KAZ]", "[Kazakhstan]", "5:13 country-unknown", "Did you mean 'KAZ' (Kazakhstan)?"),
    (ESSAY, "[KAZ]", "[KAZ, kgz]", "5:18 country-unknown", "Did you mean 'KGZ' (Kyrgyzstan)?"),
    (ESSAY, "T\n", '"[5](value:population)"\n', "2:8 yaml-value", "Write plain words; bind the figure in the text."),
    (
        "site.yaml",
        "https://our-institute.github.io/country-profiles/",
        "example.org",
        "6:11 yaml-value",
        "Write it like this: https://example.org/profiles/",
    ),
    (
        CATALOG,
        'symbol: "people"',
        'symbol: "Thousands people"',
        "6:31 catalog-invalid",
        "Write people and the figures in full; `scale: 3` in the contract of an import multiplies them.",
    ),
    (
        "site.yaml",
        "https://our-institute.github.io/country-profiles/",
        "www.a.org/",
        "6:11 yaml-value",
        "Write https://www.a.org/",
    ),
    (CATALOG, "minimum: 0", "minimum: 0\n  total_change: [3, 0]", "14:17 catalog-invalid", "Swap them."),
    (
        CATALOG,
        "[wdi_extract_2025b]",
        "[wdi_extract_2025b, wdi_extract_2025b]",
        "10:12 yaml-value",
        "Keep one of the two.",
    ),
    ("data/countries.csv", "KGZ,KG,417", "KGZ,KG,398", "3:8 catalog-invalid", "Give each country its own."),
    ("data/countries.csv", "KGZ; UZB", "UZB; UZB", "2:413 catalog-invalid", "Write UZB"),
    ("data/countries.csv", "KGZ; UZB", "KAZ", "2:413 catalog-invalid", "Write nothing"),
    (
        "data/countries.csv",
        ",kazakhstan,",
        ",-,",
        "2:23 catalog-invalid",
        "Write the name as in an address, as south-korea.",
    ),
    (
        "data/countries.csv",
        "Central Asia",
        "///",
        "2:328 catalog-invalid",
        "Write a name that can be a part of an address, as Central Asia.",
    ),
    ("data/groups.yaml", "[KAZ]", "[]", "4:12 yaml-value", "Name at least one."),
    (LAYOUT, "[population, ", "[population, population, ", "3:14 yaml-value", "Keep one of the two."),
    (LAYOUT, "kind: trend", "kind: pie", "8:16 yaml-value", "Write one of these."),
    (LAYOUT, "kind: trend", "kind: map", "8:16 yaml-value", "Show it in an essay or on a page."),
    (
        LAYOUT,
        ONE_CHART,
        "{kind: trend, indicator: population, parts: [life_expectancy]}",
        "8:16 chart-invalid",
        "Take 'parts' away, or write kind: stacked.",
    ),
    (LAYOUT, ONE_CHART, "{kind: stacked, indicator: population}", "8:16 chart-invalid", "Write parts: [one, another]"),
    (
        LAYOUT,
        ONE_CHART,
        "{kind: stacked, indicator: population, parts: [life_expectancy]}",
        "8:16 chart-invalid",
        "Name indicators whose unit is a percentage.",
    ),
    (LAYOUT, ONE_CHART, "{kind: ranking, indicator: visitor_arrivals}", "8:16 chart-invalid", "Write kind: trend."),
    (
        LAYOUT,
        "id: people",
        "lists: [population]\n    id: people",
        "5:13 catalog-invalid",
        "Name an indicator with 'counted_from' in the catalog, or take it away.",
    ),
]


MADE = {ESSAY: FRONT, "data/groups.yaml": "trio:\n  title: Trio\n  kind: organisation\n  members: [KAZ]\n"}


@pytest.mark.parametrize(("name", "old", "new", "place", "hint"), FILES, ids=[f"{f[0]}-{f[2]}" for f in FILES])
def test_a_slip_in_a_file_is_told_at_its_place(
    starter: Path, tmp_path: Path, name: str, old: str, new: str, place: str, hint: str
) -> None:
    text = MADE.get(name) or (starter / name).read_text("utf-8")
    assert old in text
    found = faults(starter, tmp_path, {name: text.replace(old, new, 1)})
    assert (f"{name}:{place}", hint) in [(f"{d.location} {d.rule}", d.hint) for d in found]
