"""The plan of a site: addresses are known before a page is made, and a fault forgets no page."""

from pathlib import Path

import pytest

from generator.cache import MemoryCache
from generator.memo import Memo
from generator.pages.records.page import Page
from generator.pages.site import Site
from generator.prepare import Prepared, check, prepare
from tests.starter_project import write_starter

pytestmark = pytest.mark.uncounted  # others count the lines it runs


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_starter(tmp_path / "project")
    return tmp_path / "project"


def site_of(made: Prepared) -> Site:
    assert made.site is not None
    return made.site


def test_every_page_stands_where_the_plan_has_it(project: Path) -> None:
    site = site_of(check(project, base_url=None))
    assert [page.frame.url for page in site.pages] == [planned.url for planned in site.planned]
    assert len(site.planned) == len({planned.url for planned in site.planned})


def test_a_check_makes_no_output_and_finds_what_a_build_would(project: Path) -> None:
    about = project / "content/pages/about.md"
    about.write_text(about.read_text("utf-8") + "\n[5](value:population/KAZ@2019)\n", "utf-8")
    checked, built = check(project, base_url=None), prepare(project, base_url=None, cache=MemoryCache())
    assert checked.outputs == ()
    assert [d.rule.value for d in checked.diagnostics] == ["claim-disagrees"]
    assert checked.diagnostics == built.diagnostics


def test_a_fault_and_its_remedy_keep_the_pages_that_were_made(project: Path) -> None:
    memo, about = Memo(), project / "content/pages/about.md"
    sound = about.read_text("utf-8")

    def pages() -> tuple[Page, ...]:
        return site_of(prepare(project, base_url=None, cache=MemoryCache(), memo=memo)).pages

    before = pages()
    for text in ("\n[5](value:population/KAZ@2019)\n", "\n[6](value:population/KAZ@2019)\n"):
        about.write_text(sound + text, "utf-8")
        assert prepare(project, base_url=None, cache=MemoryCache(), memo=memo).site is None
    about.write_text(sound, "utf-8")
    assert all(one is other for one, other in zip(before, pages(), strict=True))
