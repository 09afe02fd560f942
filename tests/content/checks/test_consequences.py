"""What only follows from a broken file is not reported."""

import shutil
from pathlib import Path

import pytest

from tests.changes import Change, put, rename, swap
from tests.projects import HEAD, faults, prepared, problems_of
from tests.repository import REPOSITORY
from tests.starter_project import write_starter

pytestmark = pytest.mark.uncounted  # others count the lines it runs

ESSAY = "content/essays/first-essay.md"
POPULATION = "data/observations/population.csv"
SMALL_SITE = REPOSITORY / "tests" / "browser" / "small_site"
BIB = "content/references.bib"


@pytest.mark.parametrize(
    "change",
    [
        swap(POPULATION, "country,year", "country,time"),
        lambda project: (project / POPULATION).chmod(0) or (project / POPULATION).write_bytes(b"\xff"),
    ],
)
def test_what_follows_from_broken_observations_is_not_told(change: Change, tmp_path: Path) -> None:
    write_starter(tmp_path / "project")
    change(tmp_path / "project")
    swap("content/pages/about.md", "Say who", "In 2024 it was [9](value:life_expectancy/KAZ@2019). Say who")(
        tmp_path / "project"
    )
    made = prepared(tmp_path / "project")
    assert [d.location.path for d in made.diagnostics] == ["content/pages/about.md", POPULATION]


def test_a_project_without_observations_is_told_once(tmp_path: Path) -> None:
    write_starter(tmp_path / "project")
    rename("data/observations", "data/moved")(tmp_path / "project")
    made = prepared(tmp_path / "project")
    assert [(d.location.path, d.rule.value) for d in made.diagnostics] == [("data/observations", "file-missing")]


LOST = [
    swap(ESSAY, "---\ntitle", "--\ntitle"),
    swap(ESSAY, "title: How", "titel: How"),
    lambda project: (project / ESSAY).write_bytes(b"---\n\xff\n"),
]


@pytest.mark.parametrize("change", LOST)
def test_what_leads_to_a_broken_text_is_not_told_besides(tmp_path: Path, change: Change) -> None:
    project = tmp_path / "project"
    write_starter(project)
    put("content/pages/history.md", "---\ntitle: H\nsummary: S.\n---\n[it](../essays/first-essay.md#figures)\n")(
        project
    )
    put(BIB, "@book{nye, author={Nye, J.}, title={B}, publisher={H}, year={1990}}\n")(project)
    add = "See [history](../pages/history.md) and [@nye]."
    swap(ESSAY, "## Charts", f"{add}\n\n## Charts")(project)
    assert problems_of(project) == ()
    change(project)
    told = problems_of(project)
    assert {d.location.path for d in told} == {ESSAY}


def test_a_link_to_no_text_at_all_is_still_told_beside_a_broken_one(tmp_path: Path) -> None:
    project = tmp_path / "project"
    write_starter(project)
    swap(ESSAY, "---\ntitle", "--\ntitle")(project)
    swap("content/pages/methods.md", "---\n\n", "---\n\n[it](nothing.md) ")(project)
    told = [d.rule.value for d in problems_of(project)]
    assert told == ["front-matter", "link-broken"]


@pytest.mark.parametrize("name", ["population", "life_expectancy"])  # an index reads the second
def test_an_indicator_without_its_file_is_told_at_the_catalog_and_nothing_that_follows(
    starter: Path, tmp_path: Path, name: str
) -> None:
    project = Path(shutil.copytree(starter, tmp_path / "project"))
    swap("content/pages/about.md", "Say who", f"In Kazakhstan it was […](value:{name}/KAZ@2019). Say who")(project)
    assert problems_of(project) == ()
    (project / f"data/observations/{name}.csv").unlink()
    (found,) = problems_of(project)
    assert (found.rule.value, found.location.path) == ("file-missing", "data/catalog/indicators/all.yaml")
    assert found.message == f"There is no file 'data/observations/{name}.csv'."


def test_a_misspelt_profile_is_told_once(tmp_path: Path) -> None:
    project = tmp_path / "project"
    write_starter(project)
    swap("site.yaml", "profiles: [KAZ,", "profiles: [kaz,")(project)
    swap(ESSAY, "[KAZ, KGZ,", "[KAZ, XXX,")(project)
    assert [(str(d.location), d.hint) for d in problems_of(project)] == [
        (f"{ESSAY}:5:18", "Codes are in data/countries.csv."),
        ("site.yaml:10:12", "Did you mean 'KAZ' (Kazakhstan)?"),
    ]


def test_a_map_without_shapes_is_not_told_besides_the_broken_shapes(tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(SMALL_SITE, project)
    put("content/pages/map.md", f"{HEAD}![Where people live](chart:population?kind=map)\n")(project)
    swap("content/pages/about.md", "\n---\n\n", "\n---\n\n[The map](map.md). ")(project)
    assert problems_of(project) == ()
    points = "data/geo/points.csv"
    put(points, (project / points).read_text("utf-8").replace("\n", "\nXXX,1,1\n", 1))(project)
    assert [d.location.path for d in problems_of(project)] == [points]


UNREAD = [
    (HEAD + "<<<<<<< HEAD\nText.\n=======\nText.\n>>>>>>> other\n", "merge-conflict"),
    ("---\ntitle: [\n---\n\nText.\n", "yaml-syntax"),
]


@pytest.mark.parametrize(("text", "rule"), UNREAD, ids=[rule for _text, rule in UNREAD])
def test_a_page_that_cannot_be_read_is_not_called_missing(starter: Path, tmp_path: Path, text: str, rule: str) -> None:
    found = faults(starter, tmp_path, {"content/pages/methods.md": text})
    assert [d.rule.value for d in found] == [rule]
