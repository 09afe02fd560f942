"""Broken documents in a sound project: each named at its place with its rule."""

import shutil
from pathlib import Path

import pytest

from generator.build import build, prepare
from generator.cache import MemoryCache
from generator.diagnostics import Diagnostic
from generator.starter import write_starter

HEAD = "---\ntitle: Test\nsummary: A test.\n---\n"
"""Front matter of four lines: a body's first line is the fifth."""


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("content") / "project"
    write_starter(folder)
    return folder


def faults(starter: Path, tmp_path: Path, files: dict[str, str]) -> list[Diagnostic]:
    project = tmp_path / "project"
    shutil.copytree(starter, project)
    for name, text in files.items():
        target = project / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return list(prepare(project, base_url=None, cache=MemoryCache()).diagnostics)


def rendered(starter: Path, tmp_path: Path, files: dict[str, str]) -> str:
    assert faults(starter, tmp_path, files) == []
    made = prepare(tmp_path / "project", base_url=None, cache=MemoryCache())
    return next(o for o in made.outputs if o.path == "methods/index.html").render().decode()


BODIES = [
    ("[5](value:population/KAZ@2019)", "claim-disagrees", 5, 1),
    ("Text [12,34](value:population/KAZ@2019)", "claim-unreadable", 5, 6),
    ("[5 %](value:population/KAZ@2019)", "claim-unreadable", 5, 1),
    ("[5](value:population/KAZ@2019?quoted)", "claim-unreadable", 5, 1),
    ("[…](value:population/KAZ@1800)", "value-missing", 5, 1),
    ("[5](value:population@2019)", "reference-syntax", 5, 1),
    ("[5](value:populatoin/KAZ)", "indicator-unknown", 5, 1),
    ("[5](value:population/KZA)", "country-unknown", 5, 1),
    ("[5](value:population/KAZ@20x)", "reference-syntax", 5, 1),
    ("[5](value:population/KAZ@20)", "reference-syntax", 5, 1),
    ("[5](value:population/KAZ?wen=1)", "reference-syntax", 5, 1),
    ("[5](claim:nothing)", "claim-unknown", 5, 1),
    ("\n\n* [a](country:ZZZ)", "country-unknown", 7, 3),
    ("[a](ranks:population)", "link-scheme", 5, 1),
    ("[second](rank:population@2019)", "reference-syntax", 5, 1),
    ("[second](rank:population/KAZ@2019?in=nowhere)", "group-unknown", 5, 1),
    ("[second](rank:visitor_arrivals/KAZ@2019)", "rank-unavailable", 5, 1),
    ("[second](rank:population/KAZ@2019)", "rank-unavailable", 5, 1),
    ("[large](rank:population/KAZ@2019?in=central-asia)", "claim-unreadable", 5, 1),
    ("[third](rank:population/KAZ@2019?in=central-asia)", "claim-disagrees", 5, 1),
    ("[second of 3](rank:population/KAZ@2019?in=central-asia&quoted)", "claim-unreadable", 5, 1),
    ("[first](rank:population/KAZ@1800?in=central-asia)", "rank-unavailable", 5, 1),
    ("[rose](trend:population/KAZ@2019)", "reference-syntax", 5, 1),
    ("[rose](trend:population/KAZ@1800..2019)", "value-missing", 5, 1),
    ("[fell](trend:population/KAZ@2000..2019)", "claim-disagrees", 5, 1),
    ("[was](trend:population/KAZ@2000..2019)", "claim-unreadable", 5, 1),
    ("[rose by 3 points](trend:population/KAZ@2000..2019)", "claim-unreadable", 5, 1),
    ("[rose](trend:population/KAZ@2000..2019?quoted)", "claim-unreadable", 5, 1),
    ("[a](javascript:x)", "link-scheme", 5, 1),
    ("[a](nowhere.md)", "link-broken", 5, 1),
    ("[a](about.md#nothing)", "link-broken", 5, 1),
    ("![](chart:population/KAZ)", "chart-alt-missing", 5, 1),
    ("![a](picture.png)", "link-scheme", 5, 1),
    ("![a](value:population/KAZ)", "reference-syntax", 5, 1),
    ("![a](chart:population/KAZ?kind=pie)", "chart-invalid", 5, 1),
    ("![a](chart:population/KAZ?kind=map)", "chart-invalid", 5, 1),
    ("![a](chart:population/KAZ?years=1800..1801)", "chart-invalid", 5, 1),
    ("## A [5](value:population/KAZ)", "heading-value", 5, 6),
    ("## A {#x}\n\n## B {#x}", "heading-duplicate", 7, 6),
    ("Text\n\n## A {#x}\n\nText ![a](chart:population/KAZ) text", "chart-invalid", 9, 6),
    ("GDP grew.\n\n*[GDP]: output, [5](value:population/KAZ@2019)", "reference-syntax", 7, 17),
    ("[a][one]\n\n[one]: ranks:population", "link-scheme", 7, 1),
    ("`<script>`\n\n<b>fine</b> <script>x</script>", "html-not-allowed", 7, 13),
    ("Text\n\n# Title", "html-not-allowed", 7, 1),
    ("# Title", "html-not-allowed", 5, 1),
    ("a <script>x</script>", "html-not-allowed", 5, 3),
    ('a <b onclick="x">y</b>', "html-not-allowed", 5, 6),
    ("[" * 60 + "a" + "]" * 60, "nesting-limit", 5, 51),
    ("a\n" + ">" * 60, "nesting-limit", 6, 1),
    ("a " + "`" * 60, "nesting-limit", 5, 3),
    ("*[a]: b\n" * 501, "reference-limit", 5, 1),
    ("[^1]: b\n" * 1001, "reference-limit", 5, 1),
    ("[a](b) " * 20_001, "reference-limit", 5, 1),
    ("``code ` [5](value:x)`` [a](ranks:x)", "link-scheme", 5, 25),
    ("```\n[5](value:x)\n```\n\n> [a](ranks:x)", "link-scheme", 9, 3),
    ('<div markdown="1">\n\n[a](ranks:x)\n\n</div>', "link-scheme", 7, 1),
    ("!!! note\n    [a](ranks:x)", "link-scheme", 6, 5),
    ("| a |\n| --- |\n| [a](ranks:x) |", "link-scheme", 7, 3),
    ("a[^1]\n\n[^1]: b [a](ranks:x)", "link-scheme", 7, 9),
]

EDITORIAL = [
    ("### A\n\n## B\n\n#### C", [("heading-order", 12, 1)]),
    ("See https://example.org/ and <https://example.org/>, [here](https://example.org/).", [("url-bare", 8, 5)]),
    ("Some 5 in 1999, 20.6 million; 1,234 and 2.5.", [("figure-unbound", 8, n) for n in (17, 31, 41)]),
    ("It is 12 % or 3 percentage points; `5 %`.", [("figure-unbound", 8, 7), ("figure-unbound", 8, 15)]),
    ("Item 3, the 20th, page 12, 2010–2019, COVID-19, 2026-11-24, v1.2.3 and [5 %](https://example.org/).", []),
    ("<!-- allow figure-unbound: arithmetic -->\nHalf of 1,000.", []),
    (
        "<!-- allow figure-unbound: arithmetic -->\n\nHalf of 1,000.",
        [("allow-unused", 8, 1), ("figure-unbound", 10, 9)],
    ),
    ("<!-- allow figure-unbound -->\nHalf of 1,000.", [("allow-unused", 8, 1), ("figure-unbound", 9, 9)]),
    ("![Now 5 % more](chart:population)", [("figure-unbound", 8, 7)]),
    ("![It rose to [1 person](value:population@2019)](chart:population)", [("claim-disagrees", 8, 14)]),
    ("![It [fell](trend:population@2015..2019)](chart:population)", [("claim-disagrees", 8, 6)]),
    ("![See [here](country:KAZ)](chart:population)", [("reference-syntax", 8, 1)]),
    ("![It is […](value:population)](chart:population)", [("reference-syntax", 8, 1)]),
    ("<!-- allow yaml-syntax: x -->", [("allow-unused", 8, 1)]),
    ("<!-- allow nothing: x -->", [("allow-unused", 8, 1)]),
]


@pytest.mark.parametrize(("body", "expected"), EDITORIAL, ids=[str(n) for n in range(len(EDITORIAL))])
def test_what_an_editor_would_ask(
    starter: Path, tmp_path: Path, body: str, expected: list[tuple[str, int, int]]
) -> None:
    head = "---\ntitle: T\ndate: 2026-01-01\nauthors: [A]\ncountries: [KAZ]\nsummary: A test.\n---\n"
    found = faults(starter, tmp_path, {"content/essays/test.md": head + body + "\n"})
    assert [(d.rule.value, d.location.line, d.location.column) for d in found] == expected


BOOK = "@book{nye, author={Nye, Joseph S.}, title={Bound to Lead}, publisher={Basic Books}, year={1990}}\n"
CITATIONS = [
    ("A [@nye].", BOOK, []),
    ("A [@nye, p. 31; @nye] and `[@not]`.", BOOK, []),
    ("A [@ney].", BOOK, [("citation-unused", 1, 7), ("citation-unknown", 5, 3)]),
    ("A [@nye p. 31].", BOOK, [("citation-unused", 1, 7), ("reference-syntax", 5, 3)]),
    ("A.", "", []),
    ("A.", "\n\n@book{x, title={y}", [("bibliography-syntax", 3, 1)]),
    ("A [@nye].", BOOK + BOOK, [("bibliography-syntax", 2, 7)]),
    ("## A [@nye]", BOOK, [("citation-unused", 1, 7), ("heading-value", 5, 6)]),
]


@pytest.mark.parametrize(("body", "works", "expected"), CITATIONS, ids=[str(n) for n in range(len(CITATIONS))])
def test_citations(starter: Path, tmp_path: Path, body: str, works: str, expected: list[tuple[str, int, int]]) -> None:
    found = faults(starter, tmp_path, {"content/pages/methods.md": HEAD + body + "\n", "content/references.bib": works})
    assert sorted([(d.rule.value, d.location.line, d.location.column) for d in found], reverse=True) == sorted(
        expected, reverse=True
    )


def test_works_are_numbered_as_first_cited(starter: Path, tmp_path: Path) -> None:
    works = BOOK + BOOK.replace("nye,", "other,").replace("Bound to Lead", "A & <b>C</b>")
    body = "First [@other, p. 3], then [@nye; @other].\n"
    page = rendered(starter, tmp_path, {"content/pages/methods.md": HEAD + body, "content/references.bib": works})
    assert '[<a class="cited" href="#work-1">1</a>, p. 3]' in page
    assert '[<a class="cited" href="#work-2">2</a>; <a class="cited" href="#work-1">1</a>]' in page
    assert '<li id="work-2">Joseph&nbsp;S. Nye. <em>Bound to Lead</em>. Basic Books, 1990.</li>' in page
    assert "<b>" not in page.split('id="work-1"')[1].split("</li>")[0]


def test_a_block_goes_with_its_missing_value(starter: Path, tmp_path: Path) -> None:
    body = (
        "Kept [a](country:KAZ).\n\n"
        "Gone [5](value:population/KAZ@1800), [first](rank:population/KAZ@1800).\n{: .drop-if-missing}\n\n"
        "Stays […](value:population/KAZ@2019).\n{: .drop-if-missing}\n\n* one\n* two\n{: .drop-if-missing}\n\nEnd.\n"
    )
    page = rendered(starter, tmp_path, {"content/pages/methods.md": HEAD + body})
    assert "Kept" in page
    assert "Gone" not in page
    assert "Stays" in page
    assert "End." in page
    assert not any("\ue000" <= character <= "\uf8ff" for character in page)


def test_a_charts_title_may_hold_a_bound_figure(starter: Path, tmp_path: Path) -> None:
    body = "![It has [20.6 million](value:population/KAZ@2024) people](chart:population/KAZ)\n"
    page = rendered(starter, tmp_path, {"content/pages/methods.md": HEAD + body})
    assert "It has 20.6 million people" in page
    assert "value:population" not in page
    assert 'class="v"' not in page


def test_an_error_in_a_block_that_goes_is_still_told(starter: Path, tmp_path: Path) -> None:
    body = "[5](value:population/KAZ@1800), [6](value:population/KAZ@2019).\n{: .drop-if-missing}\n"
    found = faults(starter, tmp_path, {"content/pages/methods.md": HEAD + body})
    assert [(d.rule.value, d.location.column) for d in found] == [("claim-disagrees", 33)]


def test_a_page_that_nothing_links_to_is_named(starter: Path, tmp_path: Path) -> None:
    found = faults(starter, tmp_path, {"content/pages/test.md": HEAD + "Text.\n"})
    assert [(d.rule.value, d.location.line) for d in found] == [("document-orphan", 5)]


@pytest.mark.parametrize(
    ("body", "rule", "line", "column"), BODIES, ids=[f"{r}-{n}" for n, (_, r, *_x) in enumerate(BODIES)]
)
def test_a_fault_is_named_at_its_place(
    starter: Path, tmp_path: Path, body: str, rule: str, line: int, column: int
) -> None:
    found = faults(starter, tmp_path, {"content/pages/methods.md": HEAD + body + "\n"})
    assert [(d.rule.value, d.location.line, d.location.column) for d in found][:1] == [(rule, line, column)]
    assert found[0].location.path == "content/pages/methods.md"
    assert found[0].message
    assert found[0].hint


FILES = [
    ("content/pages/test.md", "No front matter.\n", "front-matter"),
    ("content/pages/test.md", "---\ntitle: Open\n", "front-matter"),
    ("content/pages/test.md", "---\ntitel: x\nsummary: y\n---\n", "yaml-value"),
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


def test_a_country_that_only_site_yaml_leaves_out_is_to_be_added_there(starter: Path, tmp_path: Path) -> None:
    site = (starter / "site.yaml").read_text("utf-8")
    files = {
        "site.yaml": site.replace("KAZ, KGZ, UZB", "KAZ, KGZ"),
        "content/pages/methods.md": "---\ntitle: M\nsummary: S.\n---\n[Uzbekistan](country:UZB), [U](country:UZZ)\n",
    }
    assert files["site.yaml"] != site
    told = [
        (d.message, d.hint) for d in faults(starter, tmp_path, files) if d.location.path == "content/pages/methods.md"
    ]
    assert told[0] == ("'UZB' (Uzbekistan) has no profile here.", "Add UZB to profiles in site.yaml, or take this out.")
    assert told[1][0] == "There is no country 'UZZ'."


def test_a_missing_template_or_site_file_is_named(starter: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(starter, project)
    (project / "templates/home.html").unlink()
    (project / "content/profile.yaml").unlink()
    found = prepare(project, base_url=None, cache=MemoryCache()).diagnostics
    assert {d.location.path for d in found} == {"templates/home.html", "content/profile.yaml"}
    (project / "site.yaml").unlink()
    found = prepare(project, base_url=None, cache=MemoryCache()).diagnostics
    assert "site.yaml" in {d.location.path for d in found}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("{% extends 'base.html' %}\n{% block main %}\n{{ page.nothing }}{% endblock %}", 3),
        ("\n{{ 1 / 0 }}", 2),
        ("{% include 'nothing.html' %}", 1),
        ("{% import 'components/parts.html' as c with context %}\n\n{{ c.spark(5) }}", 7),
    ],
)
def test_a_template_that_fails_is_named_and_the_old_site_stays(
    starter: Path, tmp_path: Path, text: str, line: int
) -> None:
    assert faults(starter, tmp_path, {"templates/home.html": text}) == []
    project, cache = tmp_path / "project", MemoryCache()
    result = build(project, base_url=None, cache=cache, workers=1, strict=True, progress=lambda *_: None)
    assert [(d.rule.value, d.location.line) for d in result.diagnostics] == [("template-error", line)]
    assert result.diagnostics[0].location.path in {"templates/home.html", "templates/components/parts.html"}
    assert not (project / "site").exists()


def test_a_template_that_is_no_text_is_named(starter: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(starter, project)
    (project / "templates/home.html").write_bytes(b"a\nb\xff")
    (project / "templates/styles/9.css").write_bytes(b"\xef\xbb\xbfa")
    found = prepare(project, base_url=None, cache=MemoryCache()).diagnostics
    assert [(d.rule.value, d.location.path, d.location.line) for d in found] == [
        ("text-encoding", "templates/home.html", 2),
        ("text-encoding", "templates/styles/9.css", 1),
    ]


def test_a_link_out_of_the_project_is_refused(starter: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(starter, project)
    (project / "content/pages/out.md").symlink_to("/etc/hostname")
    (project / "content/pages/gone.md").symlink_to(project / "nothing.md")
    found = {d.location.path: d.rule.value for d in prepare(project, base_url=None, cache=MemoryCache()).diagnostics}
    assert found == {"content/pages/out.md": "path-outside", "content/pages/gone.md": "file-missing"}


def test_sound_references_are_bound(starter: Path, tmp_path: Path) -> None:
    body = (
        '[…](value:population/KAZ) and [nothing](value:population/KAZ@2019?quoted "a poet\'s word").\n\n'
        '[…](value:population/KAZ@1800 "not counted") `[5](value:x)`\n\n'
        "[second of 3](rank:population/KAZ@2019?in=central-asia), […](rank:population/KAZ@2019?in=central-asia), "
        '[tenth](rank:population/KAZ@2019?in=central-asia&quoted "a slip"), [grew](trend:population/KAZ@2000..2019), '
        "[…](trend:population/KAZ@2000..2019), [rose](trend:life_expectancy/KAZ@2000..2019).\n\n"
        "[Uzbekistan](country:UZB), [people](indicator:population), [about](about.md), [out](https://example.org/)\n"
    )
    found = faults(starter, tmp_path, {"content/pages/methods.md": HEAD + body})
    assert found == []
