"""Builds that take over what did not change, under edits in any order.

The site is that of a clean build, to the byte.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.build import BuildResult, build
from generator.cache import MemoryCache
from tests.changes import own_template
from tests.projects import digests

pytestmark = [pytest.mark.slow, pytest.mark.unmeasured]

HEAD = "---\ntitle: Another\ndate: 2026-01-01\nauthors: [A]\ncountries: [KGZ]\nsummary: A test.\n---\n\n"
ESSAY = "content/essays/another.md"


def replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        text = (own_template(root, name) if name.startswith("templates/") else root / name).read_text("utf-8")
        assert old in text or new in text
        (root / name).write_text(text.replace(old, new, 1) if old in text else text.replace(new, old, 1), "utf-8")

    return edit


def written(name: str, text: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        path = root / name
        path.unlink() if path.exists() else path.write_text(text, "utf-8")

    return edit


def spoilt(root: Path) -> None:
    (root / "site/index.html").write_text("not ours", "utf-8")


def stray(root: Path) -> None:
    (root / "site/stray.html").write_text("<!doctype html><title>t</title>", "utf-8")


EDITS: dict[str, Callable[[Path], None]] = {
    "an essay comes or goes": written(ESSAY, HEAD + "[About](../pages/about.md). [A link](country:UZB).\n"),
    "a sentence": replaced("content/pages/about.md", "Say who", "Please say who"),
    "a value": replaced("data/observations/population.csv", "KAZ,2019,19209555", "KAZ,2019,19209556"),
    "a country's name": replaced("data/countries.csv", ",Kyrgyzstan,", ",Kirghizia,"),
    "an entry of the catalog": replaced("data/catalog/indicators/all.yaml", "Everyone living", "All who live"),
    "an index": replaced("data/indices/good-life.yaml", "Good life", "Fine life"),
    "the settings": replaced("site.yaml", "title: Our", "title: The"),
    "a style": replaced("templates/foundation/tokens.css", "#fdfcf9", "#fdfcf8"),
    "a template": replaced("templates/home.html", "{%", "{# a remark #}{%"),
    "a page of the site spoilt": spoilt,
    "a file more in the site": stray,
}


def made(root: Path, state: MemoryCache | None) -> BuildResult:
    return build(
        root,
        base_url=None,
        cache=CHARTS,
        workers=1,
        strict=False,
        progress=lambda *_: None,
        state=state,
    )


CHARTS = MemoryCache()


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=3), st.booleans())
def test_a_site_built_on_the_last_one_is_that_of_a_clean_build(
    starter: Path, tmp_path: Path, names: list[str], forget: bool
) -> None:
    root, clean = tmp_path / "edited", tmp_path / "clean"
    for folder in (root, clean):
        shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(starter, root)
    state = MemoryCache()
    assert made(root, state).files
    for name in names:
        EDITS[name](root)
        result = made(root, state)
        state = MemoryCache() if forget else state
    shutil.copytree(root, clean, ignore=shutil.ignore_patterns("site"))
    fresh = made(clean, None)
    assert result.diagnostics == fresh.diagnostics
    if fresh.files:
        assert digests(root / "site") == digests(clean / "site")


def test_an_edit_of_prose_plans_the_pages_that_it_touches(starter: Path, tmp_path: Path) -> None:
    root, state = tmp_path / "edited", MemoryCache()
    shutil.copytree(starter, root)
    first = made(root, state)
    EDITS["a sentence"](root)
    second = made(root, state)
    assert first.charts == second.charts
    assert second.files - second.reused <= 3
