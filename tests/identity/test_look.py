"""A site with a look of its own: colours, logo, icon and foot on every page, in pictures too."""

import re
import shutil
from pathlib import Path

import pytest

from tests.changes import put, swap
from tests.projects import HEAD, prepared, problems_of

pytestmark = pytest.mark.uncounted  # others count the lines it runs

MARK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path d="M0 0h9v9z"/></svg>'
SETTINGS = """
footer: {text: Funded by a <fund>., links: [{text: The institute, url: "https://example.org/"}]}
imprint: /imprint/
logo: {light: static/logo.svg, dark: static/dark.svg, alt: Our institute}
favicon: static/favicon.svg
colours: {accent: "#8a1538", paper: "#fffaf5"}
"""


@pytest.fixture
def project(starter: Path, tmp_path: Path) -> Path:
    project = shutil.copytree(starter, tmp_path / "project")
    for name in ("logo", "dark", "favicon"):
        put(f"static/{name}.svg", MARK)(project)
    put("content/pages/imprint.md", f"{HEAD}\nText.\n")(project)
    put("site.yaml", (project / "site.yaml").read_text("utf-8") + SETTINGS)(project)
    return project


def test_a_site_shows_whose_it_is(project: Path) -> None:
    made = prepared(project)
    assert made.diagnostics == ()
    files = {output.path: output for output in made.outputs}
    page = files["countries/kazakhstan/index.html"].render().decode()
    base = "/country-profiles"
    assert f'<img class=logo-light src="{base}/logo.svg" alt="Our institute" width="120" height="40">' in page
    assert f'<img class=logo-dark src="{base}/dark.svg"' in page
    assert f'<link rel=icon href="{base}/favicon.svg" type="image/svg+xml">' in page
    foot = page[page.index("<footer class=footer>") :]
    assert "<p>Funded by a &lt;fund&gt;." in foot
    assert re.findall(r'<li><a href="([^"]+)">([^<]+)</a>', foot) == [
        ("https://example.org/", "The institute"),
        (f"{base}/imprint/", "Imprint"),
    ]
    assert files["favicon.svg"].render().decode() == MARK
    sheet = next(path for path in files if path.startswith("assets/style."))
    assert ":root{--accent:#8a1538" in re.sub(r"(?<=\{)[^{}]*?(?=--accent:#8a1538)", "", files[sheet].render().decode())


def test_its_colours_are_those_of_pictures_and_another_colour_makes_them_anew(project: Path) -> None:
    path = "countries/kazakhstan/charts.svg"
    before = {output.path: output for output in prepared(project).outputs}
    picture = before[path].render().decode()
    assert "#fffaf5" in picture
    assert "#8a1538" in picture
    assert "#00657e" not in picture
    swap("site.yaml", "#8a1538", "#13518a")(project)
    after = {output.path: output for output in prepared(project).outputs}
    changed = {name for name in before if name in after and before[name].key != after[name].key}
    assert {name for name in before if name.endswith((".png", ".svg")) and name.count("/") > 1} <= changed
    assert "countries/kazakhstan/index.html" in changed
    assert "#13518a" in after[path].render().decode()


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('accent: "#8a1538"', 'accent: "#f5a623"', "site.yaml:{}:19 colour-contrast"),
        ("static/dark.svg", "static/night.svg", "site.yaml:{}:38 file-missing"),
        ("imprint: /imprint/", "imprint: /impressum/", "site.yaml:{}:10 link-broken"),
        ('"https://example.org/"', "/institute/", "site.yaml:{}:72 link-broken"),
        ("favicon: static/favicon.svg", "favicon: static/favicon.gif", "site.yaml:{}:10 yaml-value"),
        ('paper: "#fffaf5"', "paper: white", "site.yaml:{}:37 yaml-value"),
    ],
)
def test_what_is_wrong_is_named_at_its_place(project: Path, old: str, new: str, place: str) -> None:
    swap("site.yaml", old, new)(project)
    text = (project / "site.yaml").read_text("utf-8")
    line = text[: text.index(new)].count("\n") + 1
    found = [f"{each.location} {each.rule}" for each in problems_of(project) if each.location.path == "site.yaml"]
    assert found == [place.format(line)]


def test_a_list_with_nothing_in_it_is_no_page_and_not_in_the_navigation(project: Path) -> None:
    shutil.rmtree(project / "content/essays")
    for path in (project / "content").rglob("*.md"):
        text = re.sub(r"\[([^]]*)\]\([^)]*essays/[^)]*\)", r"\1", path.read_text("utf-8"))
        path.write_text(text, encoding="utf-8")
    made = prepared(project)
    assert made.diagnostics == ()
    files = {output.path: output for output in made.outputs}
    assert {"briefs/index.html", "essays/index.html"}.isdisjoint(files)
    nav = re.findall(r'<nav aria-label="Site">.*?</nav>', files["index.html"].render().decode(), re.DOTALL)[0]
    assert re.findall(r">([^<>\n]+)</a>", nav) == ["Countries", "Indicators", "Methods", "About", "Search"]
    put("site.yaml", (project / "site.yaml").read_text("utf-8") + "navigation: [{text: News, url: /briefs/}]\n")(
        project
    )
    (found,) = [each for each in problems_of(project) if each.rule == "link-broken"]
    assert found.hint.startswith("Without a brief there is no list of them")
