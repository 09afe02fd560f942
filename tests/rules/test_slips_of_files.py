"""Slips of newcomers in files and names, each reported at its place."""

from pathlib import Path

import pytest

from tests.changes import Change, link, put, rename, swap
from tests.projects import prepared
from tests.starter_project import write_starter

ESSAY = "content/essays/first-essay.md"
POPULATION = "data/observations/population.csv"
CATALOG = "data/catalog/indicators/all.yaml"
GROUPS = "data/groups.yaml"
GROUP = "trio:\n  title: Trio\n  kind: organisation\n  members: [KAZ, KGZ]\n"
BIB = "content/references.bib"


CASES = [
    (put(GROUPS, GROUP.replace("KGZ", "KGX")), f"{GROUPS}:4:18 country-unknown"),
    (put(GROUPS, GROUP.replace("organisation", "club")), f"{GROUPS}:3:9 yaml-value"),
    (put(GROUPS, GROUP.replace("trio", "The Trio")), f"{GROUPS}:1:1 yaml-value"),
    (swap(CATALOG, 'title: "Population"', "title:"), f"{CATALOG}:2:3 yaml-value"),
    (swap(CATALOG, "population:", "Population:"), f"{CATALOG}:1:1 yaml-value"),
    (swap(CATALOG, 'title: "Population"', "title: !!python/name:os x"), f"{CATALOG}:2:10 yaml-syntax"),
    (swap("data/countries.csv", "KZ,398", "KZ,abc"), "data/countries.csv:2:8 catalog-invalid"),
    (swap("data/countries.csv", "kk: Қазақстан", "Қазақстан"), "data/countries.csv:2:57 catalog-invalid"),
    (swap(POPULATION, "17154054", "9" * 400), f"{POPULATION}:2:10 value-invalid"),
    (swap(POPULATION, "2025b,\n", "2025b,a\x07b\n"), f"{POPULATION}:2:40 text-control"),
    (put("data/observations/more/population.csv", "x"), "data/observations/more/population.csv:1:1 indicator-unknown"),
    (put("data/observations/POPULATION.CSV", "x"), "data/observations/POPULATION.CSV:1:1 file-name"),
    (put("data/groups.yml", GROUP), "data/groups.yml:1:1 file-name"),
    (put("content/stray.md", "x"), "content/stray.md:1:1 file-name"),
    (put("content/briefs/May 2026.yaml", "title: x"), "content/briefs/May 2026.yaml:1:1 file-name"),
    (rename("content/pages/about.md", "content/pages/about-us.md"), "content/pages/about.md:1:1 file-missing"),
    (swap(ESSAY, "[KAZ, KGZ, UZB]", "[KAZ, XXX]"), f"{ESSAY}:5:18 country-unknown"),
    (swap(ESSAY, "(value:population@2024)", "(value:population@2024"), f"{ESSAY}:14:65 reference-syntax"),
    (swap(ESSAY, "[^source]:", "[^sorce]:"), f"{ESSAY}:32:11 reference-syntax"),
    (put(BIB, "@bok{a, title = {A}}\n"), f"{BIB}:1:6 bibliography-syntax"),
    (put(BIB, "@book{a, title = {A}, url = {javascript:x}}\n"), f"{BIB}:1:7 link-scheme"),
    (swap("content/profile.yaml", "id: economy", "id: people"), "content/profile.yaml:10:9 catalog-invalid"),
    (put("templates/styles/more.css", '@import "../no.css";\n'), "templates/styles/more.css:1:1 file-missing"),
    (link("content/essays", "/"), "content/essays:1:1 path-outside"),
    (link("content/essays", "essays.moved"), "content/essays:1:1 file-unreadable"),
    (link(POPULATION, "population.csv"), f"{POPULATION}:1:1 file-missing"),
    (lambda project: (project / "content/pages/x.md").mkdir(), "content/pages/x.md:1:1 file-unreadable"),
]


@pytest.mark.parametrize(("change", "expected"), CASES, ids=[case[1] for case in CASES])
def test_a_slip_is_told_at_its_place(change: Change, expected: str, tmp_path: Path) -> None:
    write_starter(tmp_path / "project")
    change(tmp_path / "project")
    made = prepared(tmp_path / "project")
    assert expected in [f"{d.location} {d.rule}" for d in made.diagnostics]
    assert made.outputs == ()
