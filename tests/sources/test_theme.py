"""The theme that comes with the generator, behind the files of a project."""

from pathlib import Path

from generator.sources.files import Source, Sources, template_name
from generator.sources.folders import theme_folder
from generator.sources.read import read_sources
from generator.sources.theme import read_theme
from tests.changes import put
from tests.repository import REPOSITORY

HOME = "{# ours #}"


def test_the_theme_has_pages_components_styles_and_scripts_under_their_own_names() -> None:
    theme = read_theme()
    for name in ("country.html", "components/notes/notes.html", "styles/style.css", "scripts/site.js"):
        assert theme[name].path == f"theme:{name}"
        assert theme[name].data == (theme_folder() / name).read_bytes()


def test_a_projects_file_takes_the_place_of_the_themes_which_stays_at_hand(tmp_path: Path) -> None:
    put("templates/home.html", HOME)(tmp_path)
    sources, problems = read_sources(tmp_path)
    assert problems == ()
    assert sources.files["templates/home.html"] == Source(path="templates/home.html", data=HOME.encode())
    assert sources.files["templates/base.html"].path == "theme:base.html"
    assert [sources.template(name) for name in ("home.html", "theme:home.html")] == [
        sources.files["templates/home.html"],
        read_theme()["home.html"],
    ]
    assert sources.find("theme:home.html") == read_theme()["home.html"]
    assert sources.find("templates/home.html") == sources.files["templates/home.html"]


def test_the_project_where_the_theme_is_written_has_its_files_once() -> None:
    sources, _problems = read_sources(REPOSITORY)
    assert sources.theme == {}
    assert sources.files["templates/home.html"].path == "templates/home.html"
    assert sources.template("theme:home.html") == sources.files["templates/home.html"]


def test_an_original_that_is_replaced_counts_too() -> None:
    own = {"templates/home.html": Source(path="templates/home.html", data=b"ours")}
    digests = [
        Sources(files=own, theme={"home.html": Source(path="theme:home.html", data=text)}).digest_of_templates()
        for text in (b"one", b"two", b"two")
    ]
    assert digests[0] != digests[1] == digests[2]


def test_a_template_has_one_name_whosesoever_it_is() -> None:
    assert [template_name(Source(path=f"{place}a/b.html", data=b"")) for place in ("theme:", "templates/")] == [
        "a/b.html",
        "a/b.html",
    ]
