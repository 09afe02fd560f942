"""What has a page: drafts in the preview only, and lists that are not empty."""

import shutil
from pathlib import Path

import pytest

from generator.cache import MemoryCache
from generator.prepare import Prepared, prepare
from tests.changes import put, swap
from tests.projects import HEAD, KEPT, problems_of
from tests.repository import REPOSITORY

pytestmark = pytest.mark.uncounted  # others count the lines it runs

GALICIA = REPOSITORY / "tests/galicia"
DRAFT = HEAD.replace("title: Test", "title: Rough words\ndraft: true")
ESSAY = DRAFT.replace("---\n", "---\ndate: 2026-01-01\nauthors: [A]\ncountries: [KAZ]\n", 1)


@pytest.fixture
def project(starter: Path, tmp_path: Path) -> Path:
    project = shutil.copytree(starter, tmp_path / "project")
    put("content/pages/rough.md", f"{DRAFT}\nUnfinished. See [the essay](../essays/rough.md).\n")(project)
    put("content/essays/rough.md", f"{ESSAY}\nUnfinished.\n")(project)
    return project


def made(project: Path, *, drafts: bool) -> Prepared:
    return prepare(project, base_url=None, cache=MemoryCache(), memo=KEPT, drafts=drafts)


def test_a_draft_is_nowhere_in_the_site(project: Path) -> None:
    built = made(project, drafts=False)
    assert built.diagnostics == ()
    files = {
        output.path: output.render() for output in built.outputs if output.path.endswith((".html", ".xml", ".json"))
    }
    assert "sitemap.xml" in files
    assert [
        path for path, data in files.items() if "rough" in path or b"Rough words" in data or b"/rough/" in data
    ] == []


def test_the_preview_shows_it_in_its_place_and_in_lists(project: Path) -> None:
    files = {output.path: output for output in made(project, drafts=True).outputs}
    assert b"Unfinished" in files["rough/index.html"].render()
    assert b"Rough words" in files["essays/index.html"].render()


def test_a_draft_is_checked(project: Path) -> None:
    swap("content/pages/rough.md", "Unfinished.", "[9](value:population/KAZ)")(project)
    assert [f"{each.location} {each.rule}" for each in problems_of(project)] == [
        "content/pages/rough.md:7:1 claim-disagrees"
    ]


@pytest.mark.parametrize("drafts", [True, False])
def test_a_link_to_a_draft_is_named_where_it_stands(project: Path, drafts: bool) -> None:
    put("content/pages/methods.md", f"{HEAD}\nAs in [the draft](rough.md).\n")(project)
    (found,) = made(project, drafts=drafts).diagnostics
    assert f"{found.location} {found.rule}" == "content/pages/methods.md:6:7 link-broken"
    assert found.hint == "Take 'draft: true' out of it, or link to it when it is done."


def test_a_draft_that_is_finished_is_like_any_other(project: Path) -> None:
    put("content/pages/methods.md", f"{HEAD}\nAs in [the draft](rough.md).\n")(project)
    for name in ("pages", "essays"):
        swap(f"content/{name}/rough.md", "draft: true\n", "")(project)
    built = made(project, drafts=False)
    assert built.diagnostics == ()
    assert "rough/index.html" in {output.path for output in built.outputs}


def test_a_commentary_that_is_a_draft_leaves_the_profile(project: Path) -> None:
    text = "---\ncountry: KAZ\nauthors: [A]\nupdated: 2026-01-01\nsummary: S.\ndraft: true\n---\nRough words.\n"
    put("content/countries/kazakhstan.md", text)(project)
    page = "countries/kazakhstan/index.html"
    shown = [
        b"Rough words" in {output.path: output for output in made(project, drafts=drafts).outputs}[page].render()
        for drafts in (False, True)
    ]
    assert shown == [False, True]


def test_a_site_without_groups_has_no_list_of_them(tmp_path: Path) -> None:
    project = shutil.copytree(GALICIA, tmp_path / "project")
    (project / "data/groups.yaml").unlink()
    built = made(project, drafts=False)
    assert built.diagnostics == ()
    pages = {output.path: output.render() for output in built.outputs if output.path.endswith(".html")}
    assert "provinces/index.html" in pages
    assert [path for path, html in pages.items() if path.startswith("groups/") or b"/groups/" in html] == []
