"""Broken, missing and foreign files in a sound project: each named, and the old site stays."""

import shutil
from functools import partial
from pathlib import Path

import pytest

from generator.build import build
from generator.cache import MemoryCache
from tests.changes import own_template, swap
from tests.projects import HEAD, digests, faults, problems_of

pytestmark = pytest.mark.uncounted  # others count the lines it runs

FILES = [
    ("content/pages/test.md", "No front matter.\n", "front-matter"),
    ("content/pages/test.md", "---\ntitle: Open\n", "front-matter"),
    ("content/pages/test.md", "---\nsummary: y\n---\n", "yaml-value"),
    ("content/pages/countries.md", HEAD, "url-conflict"),
    (
        "content/countries/kazakstan.md",
        "---\ncountry: KAZ\nauthors: [A]\nupdated: 2026-01-01\nsummary: S\n---\n",
        "front-matter",
    ),
    (
        "content/countries/kyrgyzstan.md",
        "---\ncountry: KGZ\nauthors: [A]\nupdated: 2026-01-01\nsummary: S\n---\nText\n\n## X {#nothing-like-it}\n",
        "section-unknown",
    ),
    (
        "content/countries/france.md",
        "---\ncountry: FRA\nauthors: [A]\nupdated: 2026-01-01\nsummary: S\n---\n",
        "country-unknown",
    ),
    ("content/profile.yaml", "key_figures: [populaton]\nsections: []\n", "indicator-unknown"),
    ("content/profile.yaml", "key_figures: []\nscorecard: x\nsections: []\n", "catalog-invalid"),
    ("content/profile.yaml", "key_figures: 3\n", "yaml-value"),
    ("templates/home.html", "{% if %}", "template-error"),
    ("site.yaml", "title: x\n", "yaml-value"),
]


@pytest.mark.parametrize(("name", "text", "rule"), FILES, ids=[f"{r}-{n}" for n, (_, _t, r) in enumerate(FILES)])
def test_a_broken_file_is_named(starter: Path, tmp_path: Path, name: str, text: str, rule: str) -> None:
    found = faults(starter, tmp_path, {name: text})
    assert rule in [d.rule.value for d in found]
    assert name in [d.location.path for d in found]


def test_a_missing_layout_or_site_file_is_named(starter: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(starter, project)
    (project / "content/profile.yaml").unlink()
    found = problems_of(project)
    assert {d.location.path for d in found} == {"content/profile.yaml"}
    (project / "site.yaml").unlink()
    found = problems_of(project)
    assert "site.yaml" in {d.location.path for d in found}


DRAWN = MemoryCache()
"""The starter's charts, drawn once."""


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{% extends 'base.html' %}\n{% block main %}\n{{ page.nothing }}{% endblock %}", 3),
        ("\n{{ 1 / 0 }}", 2),
        ("{% include 'nothing.html' %}", 1),
        ("{% from 'components/sparkline/sparkline.html' import sparkline %}\n\n{{ sparkline(5) }}", 6),  # in the macro
    ],
)
def test_a_template_that_fails_is_named_and_the_old_site_stays(
    starter: Path, tmp_path: Path, text: str, line: int
) -> None:
    told = faults(starter, tmp_path, {"templates/home.html": text})
    project = tmp_path / "project"
    result = build(project, base_url=None, cache=DRAWN, workers=1, strict=True, progress=lambda *_: None)
    assert [(d.rule.value, d.location.line) for d in result.diagnostics] == [("template-error", line)]
    assert told == list(result.diagnostics)
    assert result.diagnostics[0].location.path in {"templates/home.html", "theme:components/sparkline/sparkline.html"}
    assert not (project / "site").exists()


@pytest.mark.parametrize("workers", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_all_templates_that_fail_are_named_in_one_run(starter: Path, tmp_path: Path, workers: int) -> None:
    project = Path(shutil.copytree(starter, tmp_path / "project"))
    for name in ("topic", "indicator"):
        swap(f"templates/{name}.html", "{% block main %}", "{% block main %}{{ page.nothing }}")(project)
    result = build(project, base_url=None, cache=DRAWN, workers=workers, strict=True, progress=lambda *_: None)
    assert [d.location.path for d in result.diagnostics] == ["templates/indicator.html", "templates/topic.html"]
    assert not (project / "site").exists()


def test_a_template_that_is_no_text_is_named(starter: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(starter, project)
    (project / "templates/styles").mkdir(parents=True)
    (project / "templates/home.html").write_bytes(b"a\nb\xff")
    (project / "templates/styles/9.css").write_bytes(b"\xfea")
    found = problems_of(project)
    assert [(d.rule.value, d.location.path, d.location.line) for d in found] == [
        ("text-encoding", "templates/home.html", 2),
        ("text-encoding", "templates/styles/9.css", 1),
    ]


def test_a_broken_link_of_the_frame_is_named_once_at_its_line(starter: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(starter, project)
    base = own_template(project, "templates/base.html")
    text = base.read_text("utf-8").replace("</body>", "<a href=\"{{ href('/nowhere/') }}\">x</a></body>")
    base.write_text(text, "utf-8")
    result = build(project, base_url=None, cache=DRAWN, workers=1, strict=True, progress=lambda *_: None)
    line = next(number for number, each in enumerate(text.split("\n"), start=1) if "/nowhere/" in each)
    (problem,) = result.diagnostics
    assert (problem.location.path, problem.location.line) == ("templates/base.html", line)
    assert "more pages" in problem.message


def test_a_country_without_figures_has_a_page_and_links_within_a_document_are_checked(
    starter: Path, tmp_path: Path
) -> None:
    text = (
        (starter / "content/essays/first-essay.md").read_text("utf-8")
        if (starter / "content/essays/first-essay.md").exists()
        else ""
    )
    found = faults(starter, tmp_path, {"content/essays/first-essay.md": f"{text}\n\nSee [below](#nowhere).\n"})
    assert [(d.rule.value, d.location.path) for d in found] == [("link-broken", "content/essays/first-essay.md")]


@pytest.mark.slow
def test_an_edit_of_prose_makes_the_pages_that_it_touches(starter: Path, tmp_path: Path) -> None:
    root, state, drawings = tmp_path / "edited", MemoryCache(), MemoryCache()
    shutil.copytree(starter, root)
    made = partial(
        build, root, base_url=None, cache=drawings, workers=1, strict=False, progress=lambda *_: None, state=state
    )
    first, before = made(), digests(root / "site")
    swap("content/pages/about.md", "Say who", "Please say who")(root)
    second, after = made(), digests(root / "site")
    assert first.charts == second.charts
    assert second.drawn == 0
    others = {path for path, digest in after.items() if before.get(path) != digest} - {".manifest.json"}
    assert second.files - second.reused == len(others)
    assert {path for path in others if not path.startswith("pagefind/")} == {"about/index.html"}
