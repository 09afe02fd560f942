"""Previews that remember, under edits in any order.

They show what a build from nothing would.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.build import Prepared, prepare
from generator.cache import MemoryCache
from generator.memo import Memo
from tests.changes import own_template

pytestmark = [pytest.mark.slow, pytest.mark.unmeasured]


def append(name: str, text: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        path = own_template(root, name) if name.startswith("templates/") else root / name
        path.write_text((path.read_text("utf-8") if path.exists() else "") + text, "utf-8")

    return edit


def remove(name: str) -> Callable[[Path], None]:
    return lambda root: (root / name).unlink(missing_ok=True)


ESSAY = "content/essays/another.md"
HEAD = "---\ntitle: Another\ndate: 2026-01-01\nauthors: [A]\ncountries: [KGZ]\nsummary: A test.\n---\n\n"
EDITS: dict[str, Callable[[Path], None]] = {
    "new essay": append(ESSAY, HEAD + "[About](../pages/about.md). [A link](country:UZB).\n"),
    "essay removed": remove(ESSAY),
    "about longer": append("content/pages/about.md", "\nOne more sentence.\n"),
    "about broken": append("content/pages/about.md", "\n[5](value:population/KAZ@2019)\n"),
    "about removed": remove("content/pages/about.md"),
    "about back": append("content/pages/about.md", "---\ntitle: About\nsummary: This site.\n---\n\nText.\n"),
    "style": append("templates/components/figure/figure.css", "\nb{color:inherit}\n"),
    "template": append("templates/home.html", "\n{# a remark #}\n"),
    "data": append("data/observations/population.csv", "UZB,2199,1,F,,\n"),
    "settings": append("site.yaml", "\n# a remark\n"),
}


def state(made: Prepared) -> tuple[dict[str, str], list[str]]:
    return {o.path: o.key for o in made.outputs}, [f"{d.location} {d.message}" for d in made.diagnostics]


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=4))
def test_a_preview_that_remembers_shows_what_a_fresh_one_does(starter: Path, names: list[str]) -> None:
    root = starter.parent / "edited"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(starter, root)
    memo, cache = Memo(), MemoryCache()
    prepare(root, base_url=None, cache=cache, memo=memo)
    for name in names:
        EDITS[name](root)
        remembered = state(prepare(root, base_url=None, cache=cache, memo=memo))
        assert remembered == state(prepare(root, base_url=None, cache=cache))
