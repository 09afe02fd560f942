"""The gallery of components: the preview shows it, the site does not have it."""

import shutil
from pathlib import Path

import pytest

from generator.preview.gallery import plan_gallery
from generator.preview.state import Preview
from tests.changes import put
from tests.projects import prepared


@pytest.fixture
def preview(starter: Path) -> Preview:
    made = Preview(lambda: prepared(starter))
    made.rebuild()
    return made


def shown(preview: Preview, path: str) -> str:
    found = preview.find(path)
    assert found
    return found.render().decode()


def test_all_components_are_shown_with_macros_and_examples(preview: Preview) -> None:
    page = shown(preview, "_components/")
    for name in ("figure", "masthead", "notes"):
        assert f'<h2 id="component-{name}">' in page
    assert "<code>heading(id, text)</code>" in page
    assert "No example" not in page


def test_one_component_has_a_page_of_its_own(preview: Preview) -> None:
    page = shown(preview, "_components/pager/")
    assert page.count("<h2 id=") == 1
    assert "<nav class=pager" in page
    assert preview.find("_components/nothing/") is None


@pytest.mark.parametrize(
    ("path", "moved"),
    [
        ("/_components/", "/country-profiles/_components/"),
        ("/country-profiles/_components/pager", "/country-profiles/_components/pager/"),
        ("/country-profiles/_components/", ""),
    ],
)
def test_its_address_may_lack_the_base_path_or_the_last_slash(preview: Preview, path: str, moved: str) -> None:
    assert preview.base == "/country-profiles"
    assert preview.moved(path) == moved


def test_the_site_knows_nothing_of_it(preview: Preview) -> None:
    outputs = {output.path: output for output in preview.files.all} if preview.files else {}
    assert outputs
    assert [path for path in outputs if "_components" in path] == []
    assert [
        path
        for path, output in outputs.items()
        if path.endswith((".html", ".xml", ".txt", ".json")) and b"_components" in output.render()
    ] == []


def test_a_component_without_example_asks_for_one(starter: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(starter, project)
    put("templates/components/clock/clock.html", "{% macro clock() %}{% endmacro %}\n")(project)
    made = prepared(project)
    gallery = plan_gallery(made)
    assert b"write templates/components/clock/example.html" in gallery["_components/clock/index.html"].render()


def test_a_project_with_an_error_has_none(starter: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(starter, project)
    (project / "site.yaml").write_text("title: x\n", "utf-8")
    assert plan_gallery(prepared(project)) == {}
