"""What pages were made of, and why they were planned: tried with edits of each kind, and without."""

import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.cache import MemoryCache
from generator.outputs.made_of import Since, Story, read_story, tell_since, tell_story, write_story
from generator.outputs.plan import SiteFiles
from generator.outputs.traces import Answers, NoAnswers, digests_of_facts, entries_of
from generator.prepare import prepare
from generator.sources.files import Source
from tests.changes import own_template

pytestmark = pytest.mark.uncounted  # others count the lines it runs

ENTRIES = "data/catalog/indicators/all.yaml"
ADDRESS = ("address", "catalog/origins/index_good_life", "settings/base_url")
KAZ, KGZ = "/countries/kazakhstan/", "/countries/kyrgyzstan/"
EDITS = {
    "sentence": ("content/countries/kazakhstan.md", "in", "within", ("texts",)),
    "value": ("data/observations/population.csv", "KAZ,2019,19209555", "KAZ,2019,19209556", ("answers",)),
    "remark": ("data/catalog/origins.yaml", "\n", "\n# a remark\n", ()),
    "entry": (ENTRIES, "Population", "All", ("catalog/indicators/population/title",)),
    "description": (ENTRIES, 'description: "', 'description: "All: ', ()),
    "origin": ("data/catalog/origins.yaml", "World Bank", "Bank", ("catalog/origins/wdi_extract_2025b",)),
    "country": ("data/countries.csv", "Kazakhstan", "Kazakhland", ("data",)),
    "address": ("site.yaml", "github.io/country", "github.io/a-country", ADDRESS),
    "settings": ("site.yaml", "title: Our", "title: The", ("settings/title",)),
    "description of the site": ("site.yaml", "description: ", "description: All ", ()),
    "section": ("content/profile.yaml", "title: ", "title: The ", ("titles",)),
    "chart": ("content/profile.yaml", "trend, indicator: internet", "strip, indicator: internet", ("layout/sections",)),
    "layout": ("content/profile.yaml", "\n", "\n# a remark\n", ()),
    "template": ("templates/home.html", "{%", "{# a remark #}{%", ("templates",)),
}


def planned(root: Path, before: SiteFiles | None) -> SiteFiles:
    files = prepare(root, base_url=None, cache=MemoryCache()).files
    assert files is not None
    if before is None:
        return files
    state = MemoryCache()
    state.put_all(entries_of(before.site.dataset, before.questions, state, digests_of_facts(before.site.raw)))
    answers = Answers(dataset=files.site.dataset, state=state, facts=digests_of_facts(files.site.raw))
    return replace(files, kept=before.made, last=answers)


@pytest.fixture(scope="module")
def first(starter: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, SiteFiles, Story]:
    root = tmp_path_factory.mktemp("made") / "project"
    shutil.copytree(starter, root, ignore=shutil.ignore_patterns("site", ".cache"))
    files = planned(root, None)
    return root, files, tell_story(files, dict.fromkeys((output.path for output in files.all), "new"), None)


def after(first: tuple[Path, SiteFiles, Story], kind: str) -> Story:
    """Return the story of a build after one edit, which is taken back."""
    root, files, story = first
    name, old, new, _ = EDITS[kind]
    path = own_template(root, name) if name.startswith("templates/") else root / name
    text = path.read_text("utf-8")
    head, mark, body = text.partition("\n---\n") if name.endswith(".md") else ("", "", text)
    path.write_text(head + mark + body.replace(old, new, 1), "utf-8")
    made = tell_story(planned(root, files), {}, story)
    path.unlink() if name.startswith("templates/") else path.write_text(text, "utf-8")
    return made


def test_at_first_every_page_is_planned(first: tuple[Path, SiteFiles, Story]) -> None:
    story = first[2]
    assert all(page.planned and page.differs is None for page in story.pages.values())
    assert story.differs is None
    assert story.others["data/catalog.json"] == story.others["countries/kazakhstan/data.csv"] == "data"
    assert {kind for path, kind in story.others.items() if path.startswith("assets/style.")} == {"templates"}
    assert story.others["sitemap.xml"] == story.others["robots.txt"] == ""


@pytest.mark.slow
@pytest.mark.parametrize("kind", EDITS)
def test_a_page_is_planned_if_and_only_if_a_part_of_it_differs(first: tuple[Path, SiteFiles, Story], kind: str) -> None:
    story = after(first, kind)
    name, *_, parts = EDITS[kind]
    assert {url for url, page in story.pages.items() if page.planned} == {
        url for url, page in story.pages.items() if page.differs != ()
    }
    assert story.changed == {name: "changed: KAZ 2019" if kind == "value" else "changed"}
    differs = story.pages[KAZ].differs or ()
    assert tuple(part for part in differs if part != "texts" or kind == "sentence") == parts
    assert story.pages[KGZ].differs == (() if kind == "sentence" else parts)


def test_another_program_is_a_reason_for_every_page(first: tuple[Path, SiteFiles, Story]) -> None:
    _root, files, story = first
    older = replace(story, parts={**story.parts, "code": "another"})
    assert {page.differs for page in tell_story(files, {}, older).pages.values()} == {("code",)}


class Rows(NoAnswers):
    """The answers of a last build that had other rows of some indicators."""

    def __init__(self, rows: Mapping[str, tuple[tuple[str, int], ...]]) -> None:
        self._rows = rows

    def rows_apart(self, indicator: str) -> tuple[tuple[str, int], ...]:
        return self._rows.get(indicator, ())


def test_of_a_changed_file_of_figures_a_few_are_named(first: tuple[Path, SiteFiles, Story]) -> None:
    _root, files, story = first
    older = replace(story, sources={**story.sources, **dict.fromkeys((LIFE, RULE, "site.yaml"), "another")})
    rows = {"life_expectancy": (("KAZ", 2021),), "rule_of_law": tuple(("KGZ", year) for year in range(2010, 2020))}
    told = tell_story(replace(files, last=Rows(rows)), {}, older)
    assert told.changed == {
        LIFE: "changed: KAZ 2021",
        RULE: "changed: KGZ 2010, KGZ 2011, KGZ 2012, KGZ 2013 and 6 more",
        "site.yaml": "changed",
    }


LIFE, RULE = (f"data/observations/{name}.csv" for name in ("life_expectancy", "rule_of_law"))


def test_nothing_differs_where_nothing_changed(first: tuple[Path, SiteFiles, Story]) -> None:
    root, files, story = first
    again = tell_story(planned(root, files), {}, story)
    assert not any(page.planned or page.differs for page in again.pages.values())
    assert (again.changed, again.differs) == ({}, ())


def test_a_page_that_only_the_build_before_had_is_gone(first: tuple[Path, SiteFiles, Story]) -> None:
    _root, files, story = first
    older = replace(story, pages={**story.pages, "/essays/of-before/": story.pages[KAZ]})
    told = tell_story(files, {}, older)
    assert told.gone == ("/essays/of-before/",)


def test_a_text_that_is_gone_names_its_page_and_no_other(first: tuple[Path, SiteFiles, Story]) -> None:
    _root, files, story = first
    assert story.of_texts["content/pages/about.md"] == "/about/"
    assert f"content{KAZ.removesuffix('/')}.md" not in story.of_texts
    old = {"content/essays/of-before.md": "/essays/of-before/", "content/pages/moved.md": "/about/"}
    digests = {**story.sources, **dict.fromkeys((*old, "content/countries/narnia.md"), "digest")}
    older = replace(story, of_texts={**story.of_texts, **old}, sources=digests)
    assert tell_story(files, {}, older).changed == {
        "content/countries/narnia.md": "gone",
        "content/essays/of-before.md": "gone: no /essays/of-before/ any more",
        "content/pages/moved.md": "gone",
    }


def test_what_has_changed_since_the_last_build_is_told_and_nothing_else(
    first: tuple[Path, SiteFiles, Story],
) -> None:
    _root, files, story = first
    assert tell_since(story, files.sources) == Since()
    kept = {
        path: source for path, source in files.sources.files.items() if path not in {"content/pages/about.md", LIFE}
    }
    edited = {path: Source(path=path, data=b"x") for path in ("content/essays/new.md", "site.yaml")}
    told = tell_since(story, replace(files.sources, files={**kept, **edited}))
    assert told.changed == {
        "content/essays/new.md": "new",
        "content/pages/about.md": "gone: its page is /about/",
        LIFE: "gone",
        "site.yaml": "changed",
    }
    assert not told.program
    older = replace(story, parts={**story.parts, "code": "another"})
    assert tell_since(older, files.sources) == Since(program=True)


def test_a_story_is_read_as_it_was_written(first: tuple[Path, SiteFiles, Story]) -> None:
    cache, story = MemoryCache(), replace(first[2], gone=("/essays/of-before/",))
    assert read_story(cache) is None
    write_story(cache, story)
    assert read_story(cache) == story
    cache.put("made of", b"[]")
    assert read_story(cache) is None
