"""Old addresses lead on, for machines and for readers; a wrong one is named at its line."""

import re
from pathlib import Path

import pytest

from generator.prepare import Prepared
from tests.projects import prepared
from tests.starter_project import write_starter

FILE = "content/redirects.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_starter(tmp_path / "project")
    return tmp_path / "project"


def made(project: Path, text: str) -> Prepared:
    (project / FILE).write_text(text, "utf-8")
    return prepared(project, base_url="https://example.org/base")


def told(project: Path, text: str) -> list[tuple[str, str, str]]:
    found = made(project, text).diagnostics
    return [(d.rule.value, str(d.location), f"{d.message} {d.hint}") for d in found]


def test_an_old_address_leads_on_at_once_and_has_a_link(project: Path) -> None:
    outputs = {o.path: o for o in made(project, "/countries/kirghizia/: /countries/kyrgyzstan/\n").outputs}
    page = outputs["countries/kirghizia/index.html"].render().decode()
    assert '<meta http-equiv="refresh" content="0; url=/base/countries/kyrgyzstan/">' in page
    assert '<link rel="canonical" href="https://example.org/base/countries/kyrgyzstan/">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert re.findall(r'<p>This page has moved: <a href="([^"]*)">([^<]*)</a></p>', page) == [
        ("/base/countries/kyrgyzstan/", "Kyrgyzstan")
    ]
    assert "kirghizia" not in outputs["sitemap.xml"].render().decode()


def test_an_old_address_may_be_a_file_of_another_program(project: Path) -> None:
    outputs = {o.path for o in made(project, "/kirghizia.html: /countries/kyrgyzstan/\n").outputs}
    assert "kirghizia.html" in outputs


def test_the_file_of_a_page_is_taken_as_its_address_is(project: Path) -> None:
    text = "/countries/kazakhstan/index.html: /about/\n/404.html: /about/\n"
    assert [place for _rule, place, _text in told(project, text)] == [f"{FILE}:2:1", f"{FILE}:1:1"][::-1]


def test_a_taken_address_and_an_unknown_one_are_errors_at_their_lines(project: Path) -> None:
    text = "# moved\n/countries/kazakhstan/: /about/\n/a/: /countries/kazakstan/\n/b/: /a/\n"
    assert told(project, text) == [
        (
            "url-conflict",
            f"{FILE}:2:1",
            "There is a page at /countries/kazakhstan/. Remove this line, or give the page another address.",
        ),
        (
            "link-broken",
            f"{FILE}:3:1",
            "There is no page at /countries/kazakstan/. Did you mean /countries/kazakhstan/?",
        ),
        ("link-broken", f"{FILE}:4:1", "There is no page at /a/. Name the present address of a page."),
    ]


@pytest.mark.parametrize(
    "line", ["countries/a/: /about/", "/a: /about/", "/../a/: /about/", "/a/: //example.org/", "/A/: /about/"]
)
def test_what_is_no_address_of_a_page_is_an_error(project: Path, line: str) -> None:
    assert [rule for rule, _place, _text in told(project, f"{line}\n")] == ["yaml-value"]


def test_an_address_of_a_country_without_a_profile_is_left_out_quietly(project: Path) -> None:
    site = (project / "site.yaml").read_text("utf-8")
    (project / "site.yaml").write_text(site.replace("KAZ, KGZ, UZB", "KAZ, KGZ"), "utf-8")
    held = made(project, "/countries/usbekistan/: /countries/uzbekistan/\n")
    assert [d for d in held.diagnostics if d.location.path == FILE] == []
    assert "countries/usbekistan/index.html" not in {o.path for o in held.outputs}
