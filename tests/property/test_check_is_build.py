"""Whatever is wrong with a project, the check says what the build says, at a source and not at a page."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.build import build
from generator.cache import MemoryCache
from tests.changes import own_template
from tests.projects import problems_of

pytestmark = pytest.mark.slow

DRAWN = MemoryCache()
ESSAY = "content/essays/another.md"
PROFILE = "content/countries/kazakhstan.md"
HEAD = "---\ntitle: Another\ndate: 2026-01-01\nauthors: [A]\ncountries: [KGZ]\nsummary: A test.\n---\n\n"
ISSUE = """title: News
date: 2021-01-13
summary: Short.
source: A bulletin.
briefs:
- id: {}
  date: 2021-01-12
  countries: [KAZ]
  theme: politics
  headline: A poll
  summary: "{}"
  source: {{publisher: P, date: 2021-01-12}}
"""


def append(name: str, text: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        path = own_template(root, name) if name.startswith("templates/") else root / name
        path.write_text((path.read_text("utf-8") if path.exists() else "") + text, "utf-8")

    return edit


def remove(name: str) -> Callable[[Path], None]:
    return lambda root: (root / name).unlink(missing_ok=True)


def issue(name: str, summary: str) -> Callable[[Path], None]:
    def write(root: Path) -> None:
        (root / "content/briefs").mkdir(exist_ok=True)
        (root / "content/briefs/2021.yaml").write_text(ISSUE.format(name, summary), "utf-8")

    return write


def swap(name: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        text = (own_template(root, name) if name.startswith("templates/") else root / name).read_text("utf-8")
        assert old in text
        (root / name).write_text(text.replace(old, new, 1), "utf-8")

    return edit


TEXTS = (
    "## Notes\n\n## Sources\n\n### Main\n\nText [20.6 million](value:population/KAZ@2024).",
    "### Cite {#cite}",
    "Text.[^a]\n\n[^a]: A note.\n[^b]: Another.",
    "## A[^a]\n\n[^a]: A note.",
    "Gone.[^a]\n{: .drop-if-missing}\n\n[^a]: A note.",
    "See [below](#nope) and [there](first-essay.md#nope).",
    'See <a href="/nope/">there</a> and <a href="#nope">below</a>.',
    '<p id="a">b</p>\n\n<p id="a">b</p>',
    "## One\n\n## One",
    "- a\n  - **b\n1. c\n3. d",
    "See [a][b] and [@nobody].",
    "> [!NOTE]\n> A note.[^n]\n\n[^n]: N.",
)
FAULTS: dict[str, Callable[[Path], None]] = {
    **{f"essay {number}": append(ESSAY, f"{HEAD}{text}\n") for number, text in enumerate(TEXTS)},
    **{f"page {number}": append("content/pages/about.md", f"\n{text}\n") for number, text in enumerate(TEXTS)},
    **{f"profile {number}": append(PROFILE, f"\n{text}\n") for number, text in enumerate(TEXTS)},
    "essay removed": remove("content/essays/first-essay.md"),
    "about removed": remove("content/pages/about.md"),
    "no figures": remove("data/observations/population.csv"),
    "brief with a note": issue("poll", "Held.[^1]\\n\\n[^1]: A note."),
    "brief named as a theme": issue("politics", "Held."),
    "brief named as a part": issue("cite", "Held."),
    "brief named as a section": issue("economy", "Held."),
    "section named as a part": swap("content/profile.yaml", "id: economy", "id: sources"),
    "base with a lost link": swap("templates/base.html", "</body>", "<a href=\"{{ href('/nope/') }}\">x</a></body>"),
    "base with a lost part": swap("templates/base.html", "</body>", '<a href="#nope">x</a></body>'),
    "base with an id twice": swap("templates/base.html", "</body>", '<p id="main"></p></body>'),
    "essays fail": swap("templates/essay.html", "{{ page.title }}", "{{ page.nothing }}"),
    "profiles fail": swap("templates/country.html", "{{ page.name }}", "{{ 1 / 0 }}"),
    "a part fails": swap("templates/components/notes/notes.html", "{{ note.number }}", "{{ note.nothing }}"),
}


@pytest.mark.long
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
@given(st.lists(st.sampled_from(sorted(FAULTS)), min_size=1, max_size=3, unique=True))
def test_the_check_finds_what_the_build_finds(starter: Path, names: list[str]) -> None:
    agree(starter, names)


@pytest.mark.parametrize("name", [name for name in FAULTS if name.startswith(("base", "brief", "section"))])
def test_parts_of_pages_are_told_at_their_sources(starter: Path, name: str) -> None:
    agree(starter, [name])


def agree(starter: Path, names: list[str]) -> None:
    root = starter.parent / "agreeing"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(starter, root)
    for name in names:
        FAULTS[name](root)
    told = problems_of(root)
    made = build(root, base_url=None, cache=DRAWN, workers=1, strict=False, progress=lambda *_: None)
    assert told == made.diagnostics
    assert not [each for each in told if each.location.path.startswith("site/")]
