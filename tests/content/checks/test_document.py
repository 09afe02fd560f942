"""What used to pass in silence: written as nobody would mean it, and each told with what to write instead."""

from pathlib import Path

import pytest

from tests.content.in_project import HEAD, faults, rendered

SYNTAX, CHART, BROKEN = "reference-syntax", "chart-invalid", "link-broken"
TEXT = [
    (
        "[17](value:population/KAZ@2010..2019)",
        SYNTAX,
        "Write value:…@2019; what happened between two years is a trend:",
    ),
    ("[a](rank:population/KAZ@2010..2019)", SYNTAX, "Write rank:…@2019; what happened between two years is a trend:"),
    ("[5](value:population/KAZ@2024?years=2023)", SYNTAX, "Take 'years=2023' away."),
    ("[5](value:population/KAZ@2024?kind=trend)", SYNTAX, "Its options are: years, origin, unit, quoted"),
    ("[5](value:population/KAZ@2024?quotd)", SYNTAX, "Did you mean 'quoted'?"),
    ("[5](value:population/KAZ@2024?quoted&quoted)", SYNTAX, "Keep one of the two."),
    (
        "[…](value:population/KAZ?quoted)",
        "claim-unreadable",
        'Say why in the link\'s title: [text](… "counts guests in lodging")',
    ),
    ("[a](country:KAZ@2019)", SYNTAX, "Take '@2019' away."),
    ("[a](country:KAZ/UZB)", SYNTAX, "Take '/UZB' away."),
    ("[a](indicator:population?in=x)", SYNTAX, "Take 'in' away."),
    ("![a](chart:population/KAZ?kind=)", SYNTAX, "Write its value, or take the option away."),
    ("![a](chart:population/KAZ?years=2019)", CHART, "Write years=2000..2020"),
    ("![a](chart:population/KAZ?kind=slope&years=2019..2019)", CHART, "Write years=2000..2020"),
    ("![a](chart:life_expectancy/KAZ?kind=ranking&years=2010..2019)", CHART, "Write years=2019"),
    ("![a](chart:population/KAZ?compare=UZB,)", CHART, "Write compare=UZB,KGZ, commas between the codes only."),
    ("![a](chart:population/KAZ?compare=UZB,UZB)", CHART, "Keep one of the two."),
    ("[a]()", BROKEN, "Write [text](https://example.org/)"),
    ("[a](http:/example.org)", BROKEN, "Write https://example.org/page or mailto:name@example.org, without spaces."),
    (
        "[a](<https://exa mple.org>)",
        BROKEN,
        "Write https://example.org/page or mailto:name@example.org, without spaces.",
    ),
    ("[a](mailto:)", BROKEN, "Write https://example.org/page or mailto:name@example.org, without spaces."),
    ("[](https://example.org/)", SYNTAX, "Write [what it leads to](https://example.org/)"),
]


def test_each_slip_of_a_text_is_told_at_its_line(starter: Path, tmp_path: Path) -> None:
    body = "\n\n".join(text for text, _rule, _hint in TEXT)
    found = faults(starter, tmp_path, {"content/pages/methods.md": f"{HEAD}{body}\n"})
    told = [(d.location.line, d.location.column, d.rule.value, d.hint) for d in found]
    assert told == [(5 + 2 * at, 1, rule, hint) for at, (_text, rule, hint) in enumerate(TEXT)]


def test_a_link_without_words_of_its_own_takes_the_name_of_what_it_leads_to(starter: Path, tmp_path: Path) -> None:
    body = "[…](country:KAZ), [](indicator:population) and […](about.md).\n"
    page = rendered(starter, tmp_path, {"content/pages/methods.md": HEAD + body})
    assert ">Kazakhstan</a>, <a" in page
    assert ">Population</a> and <a" in page
    assert ">About</a>." in page


FRONT = "---\ntitle: T\ndate: 2026-01-01\nauthors: [A]\ncountries: [KAZ]\nsummary: S.\n---\nText.\n"
ESSAY, CATALOG, LAYOUT = "content/essays/test.md", "data/catalog/indicators/all.yaml", "content/profile.yaml"
ONE_CHART = "{kind: trend, indicator: population}"
FILES = [
    (ESSAY, "[A]", "[A, A]", "4:10 yaml-value", "Keep one of the two."),
    (ESSAY, "[KAZ]", "[KAZ, KAZ]", "5:12 yaml-value", "Keep one of the two."),
    (ESSAY, "[KAZ]", "[Kazakhstan]", "5:13 yaml-value", "Write it like this: KAZ"),
    (ESSAY, "T\n", '"[5](value:population)"\n', "2:8 yaml-value", "Write plain words; bind the figure in the text."),
    (
        "site.yaml",
        "https://our-institute.github.io/country-profiles/",
        "example.org",
        "6:11 yaml-value",
        "Write it like this: https://example.org/profiles/",
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
