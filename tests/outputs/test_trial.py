"""Pages are tried until they are sound, and again when what they depend on changes."""

import shutil
from pathlib import Path

import pytest

from generator.cache import MemoryCache
from generator.charts.svg.picture import picture_key
from generator.outputs import trial
from generator.prepare import check, prepare
from generator.publish.crawl import SeenPage, see_page
from tests.changes import swap
from tests.projects import problems_of

pytestmark = pytest.mark.uncounted  # others count the lines it runs

BROKEN = "{{ page.code.nothing.at_all }}"


@pytest.fixture
def project(starter: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(starter, tmp_path / "project"))


def rules(project: Path, state: MemoryCache, *, tried: int | None = None) -> list[str]:
    return [d.rule.value for d in check(project, base_url=None, tried=tried, state=state).diagnostics]


def test_a_sound_page_is_tried_again_only_if_it_depends_on_something_else(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state, tried = MemoryCache(), []
    plain = trial._render  # noqa: SLF001 - seen from outside, a page that is not tried is one that is fine

    def seen(renderer: object, page: object) -> object:
        tried.append(page)
        return plain(renderer, page)  # type: ignore[arg-type]

    monkeypatch.setattr(trial, "_render", seen)
    assert rules(project, state) == []
    assert len(tried) > 30
    tried.clear()
    assert rules(project, state) == []
    assert tried == []
    swap("content/pages/about.md", "Say who", "Please say who")(project)
    assert rules(project, state) == []
    assert len(tried) == 1


def test_a_page_that_is_the_same_is_read_once_by_one_process(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert problems_of(project) == ()
    read = []

    def see(text: bytes) -> SeenPage:
        read.append(text)
        return see_page(text)

    monkeypatch.setattr(trial, "see_page", see)
    swap("content/pages/about.md", "Say who", "Do say who")(project)
    assert problems_of(project) == ()
    assert len(read) == 1


def test_a_fault_on_one_page_of_a_large_site_is_found(project: Path) -> None:
    state = MemoryCache()
    assert rules(project, state) == []
    only = "{% if page.name == 'Uzbekistan' %}" + BROKEN + "{% endif %}"
    swap("templates/country.html", "{% block main %}", "{% block main %}" + only)(project)
    assert rules(project, state, tried=5) == []
    for _again in range(2):
        assert rules(project, state) == ["template-error"]


@pytest.mark.parametrize("text", [b"", b"{", b"1", b"\xff"])
def test_a_state_that_cannot_be_read_means_that_all_is_tried(project: Path, text: bytes) -> None:
    state = MemoryCache()
    state.put(trial.STATE_KEY, text)
    swap("templates/country.html", "{% block main %}", "{% block main %}" + BROKEN)(project)
    assert rules(project, state) == ["template-error"]


def test_a_template_that_loads_what_is_not_there_is_told_at_its_line(project: Path) -> None:
    for address in ("/assets/gone.svg", "/countries/kazakhstan/gone.csv", "/gone.pdf"):
        link = f"<a href=\"{{{{ href('{address}') }}}}\">x</a>"
        swap("templates/base.html", "</body>", f"{link}</body>")(project)
        found = check(project, base_url=None).diagnostics
        assert [(d.location.path, d.rule.value) for d in found] == [("templates/base.html", "link-broken")]
        swap("templates/base.html", f"{link}</body>", "</body>")(project)


def test_what_a_trial_planned_without_a_cache_is_not_what_the_build_draws(starter: Path) -> None:
    cache = MemoryCache()
    files = {output.path: output for output in prepare(starter, base_url=None, cache=cache).outputs}
    made = files["indicators/population/trend.png"].render()
    assert cache.get(picture_key(files["indicators/population/trend.svg"].render())) == made


@pytest.mark.parametrize("tried", [None, 0])
def test_what_a_style_loads_is_a_file_of_the_site(project: Path, tried: int | None) -> None:
    own = project / "templates/styles/own.css"
    own.parent.mkdir(parents=True)
    (project / "static").mkdir(exist_ok=True)
    (project / "static/sea.txt").write_text("Sea.")
    there = "a{background:url('/country-profiles/sea.txt')}b{background:url(data:,x)}"
    own.write_text(f'/* url(a.png) */\n@import "../foundation/tokens.css";\n{there}\n')
    state = MemoryCache()
    assert rules(project, state, tried=tried) == []
    own.write_text(f"{own.read_text()}  h1{{background:url( 'sea.png' )}}\n@import 'more.css';\n")
    found = check(project, base_url=None, tried=tried, state=state).diagnostics
    assert [(str(d.location), d.message) for d in found] == [
        ("templates/styles/own.css:4:23", "The style sheet loads 'sea.png', which is no file of the site."),
        ("templates/styles/own.css:5:10", "The style sheet loads 'more.css', which is no file of the site."),
    ]
