"""The pictures of images in the site: those that pages show, and no other."""

import shutil
from pathlib import Path

import pytest

from tests.changes import put
from tests.photos import CREDIT, photo_with_place
from tests.projects import HEAD, prepared, problems_of


@pytest.fixture
def project(starter: Path, tmp_path: Path) -> Path:
    project = shutil.copytree(starter, tmp_path / "project")
    for name in ("port", "copies/port", "unused"):
        path = project / f"content/images/{name}.jpg"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(photo_with_place(900, 300))
    put("content/images.yaml", f"port.jpg: {CREDIT}copies/port.jpg: {CREDIT}")(project)
    text = "![A](../images/port.jpg)\n\n![B](../images/copies/port.jpg)\n"
    put("content/pages/methods.md", f"{HEAD}\n{text}")(project)
    return project


def test_only_pictures_of_what_is_shown_are_published_and_each_once(project: Path) -> None:
    made = prepared(project)
    pictures = [output.path for output in made.outputs if output.path.startswith("images/")]
    assert [path.split(".", 2)[2] for path in pictures] == ["480.webp", "900.webp", "900.jpg"]
    assert {path.split(".")[0] for path in pictures} == {"images/port"}
    assert made.files
    found = made.files.find(pictures[0])
    assert found
    assert found.render()[:4] == b"RIFF"
    assert made.files.has(pictures[0])


def test_no_file_of_the_site_has_what_the_camera_wrote(project: Path) -> None:
    for output in prepared(project).outputs:
        if output.path.endswith((".jpg", ".webp")):
            assert b"GPSLatitude" not in output.render()


def test_a_static_file_at_the_address_of_a_picture_is_named(project: Path) -> None:
    path = next(o.path for o in prepared(project).outputs if o.path.startswith("images/"))
    put(f"static/{path}", "ours")(project)
    assert [f"{found.location.path} {found.rule}" for found in problems_of(project)] == [f"static/{path} url-conflict"]
