"""Files that go to the site as they are, and links to them."""

import shutil
from pathlib import Path

import pytest

from tests.changes import put
from tests.projects import HEAD, prepared, problems_of

pytestmark = pytest.mark.uncounted  # others count the lines it runs

BYTES = b"\xef\xbb\xbf%PDF\r\n\x00\xff"
"""What would be another file if it were read as a text."""


@pytest.fixture
def project(starter: Path, tmp_path: Path) -> Path:
    project = shutil.copytree(starter, tmp_path / "project")
    (project / "static/reports").mkdir(parents=True)
    (project / "static/reports/annual.pdf").write_bytes(BYTES)
    return project


def page(project: Path, text: str) -> None:
    put("content/pages/methods.md", f"{HEAD}\n{text}\n")(project)


def test_a_file_of_any_name_goes_to_the_site_byte_for_byte(project: Path) -> None:
    put("static/CNAME", "example.org\n")(project)
    put("static/Old Page.HTM", "<p>old</p>")(project)
    files = {output.path: output.render() for output in prepared(project).outputs}
    assert files["reports/annual.pdf"] == BYTES
    assert files["CNAME"] == b"example.org\n"
    assert files["Old Page.HTM"] == b"<p>old</p>"
    made = prepared(project).files
    assert made
    assert made.has("CNAME")
    found = made.find("reports/annual.pdf")
    assert found
    assert found.render() == BYTES


def test_a_link_to_one_has_kind_and_size(project: Path) -> None:
    page(project, "The [report](../../static/reports/annual.pdf), [](../../static/reports/annual.pdf).")
    html = next(o.render().decode() for o in prepared(project).outputs if o.path == "methods/index.html")
    assert 'href="/country-profiles/reports/annual.pdf">report (PDF, 1\u00a0kB)</a>' in html
    assert ">annual.pdf (PDF, 1\u00a0kB)</a>" in html


def test_a_link_to_one_that_is_not_there_is_named(project: Path) -> None:
    page(project, "The [report](../../static/reports/anual.pdf).")
    (found,) = problems_of(project)
    assert (f"{found.location} {found.rule}", found.hint) == (
        "content/pages/methods.md:6:5 link-broken",
        "Did you mean 'static/reports/annual.pdf'?",
    )


def test_a_page_that_is_read_again_sees_a_file_that_has_gone(project: Path) -> None:
    page(project, "The [report](../../static/reports/annual.pdf).")
    assert problems_of(project) == ()
    (project / "static/reports/annual.pdf").unlink()
    assert [found.rule.value for found in problems_of(project)] == ["link-broken"]


@pytest.mark.parametrize("path", ["index.html", "robots.txt", "feed.xml"])
def test_a_file_at_an_address_of_the_site_is_named(project: Path, path: str) -> None:
    put(f"static/{path}", "ours")(project)
    assert [f"{found.location} {found.rule}" for found in problems_of(project)] == [f"static/{path}:1:1 url-conflict"]


def test_a_file_from_outside_the_project_is_refused(project: Path, tmp_path: Path) -> None:
    put("secret.txt", "secret")(tmp_path)
    (project / "static/secret.txt").symlink_to(tmp_path / "secret.txt")
    assert [f"{found.location} {found.rule}" for found in problems_of(project)] == [
        "static/secret.txt:1:1 path-outside"
    ]
