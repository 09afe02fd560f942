"""Images in prose: their pictures, credits, and what is said where one cannot be shown."""

import shutil
from pathlib import Path

import pytest

from tests.changes import put
from tests.photos import CREDIT, photo, photo_with_place
from tests.projects import HEAD, prepared, problems_of

PAGE = "content/pages/methods.md"


@pytest.fixture
def project(starter: Path, tmp_path: Path) -> Path:
    project = shutil.copytree(starter, tmp_path / "project")
    (project / "content/images").mkdir()
    (project / "content/images/Port.jpg").write_bytes(photo_with_place(1000, 500))
    put("content/images.yaml", f"Port.jpg: {CREDIT}")(project)
    return project


def page(project: Path, text: str, front: str = "") -> None:
    put(PAGE, f"{HEAD.removesuffix('---' + chr(10))}{front}---\n{text}\n")(project)


def html(project: Path) -> str:
    files = prepared(project)
    assert files.diagnostics == ()
    return next(o.render().decode() for o in files.outputs if o.path == "methods/index.html")


def said(project: Path) -> list[str]:
    return [f"{each.location} {each.rule} {each.hint}" for each in problems_of(project)]


def test_an_image_is_a_figure_with_caption_credit_and_the_room_it_takes(project: Path) -> None:
    page(project, '![Cranes & quays](../images/Port.jpg "Aktau <2019>")')
    made = html(project)
    assert '<img src="/country-profiles/images/port.' in made
    assert 'alt="Cranes &amp; quays" width="1000" height="500"' in made
    assert 'loading="lazy"' in made
    assert " 480w, " in made
    assert "Aktau &lt;2019&gt;" in made
    assert 'Photo: A. Author, <a rel=license href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>' in made
    assert "<p><figure" not in made


def test_one_that_is_decorative_has_an_empty_text(project: Path) -> None:
    page(project, "![](../images/Port.jpg?decorative)")
    assert 'alt=""' in html(project)


def test_a_name_with_blanks_is_found(project: Path) -> None:
    (project / "content/images/My port.png").write_bytes(photo(kind="PNG"))
    put("content/images.yaml", f"My port.png: {CREDIT}")(project)
    page(project, "![A](<../images/My port.png>)\n\n![B](../images/My%20port.png)")
    assert html(project).count("/images/my-port.") == 4


def test_a_page_begins_with_its_image_and_is_shared_with_it(project: Path) -> None:
    page(project, "Text.", front="image: {path: ../images/Port.jpg, alt: Cranes, caption: Aktau}\n")
    made = html(project)
    assert 'fetchpriority="high"' in made
    assert "loading=" not in made
    assert 'og:image:alt content="Cranes"' in made
    assert made.index("image--wide") < made.index("Text.")


@pytest.mark.parametrize(
    ("front", "hint"),
    [
        ("image: {path: ../images/Port.jpg}", "Write 'alt: what it shows' below 'path: ../images/Port.jpg', or"),
        ("image: {path: ../images/port.jpg, alt: A}", "Write ../images/Port.jpg"),
    ],
)
def test_a_wrong_one_is_named_in_the_front_matter(project: Path, front: str, hint: str) -> None:
    page(project, "Text.", front=f"{front}\n")
    (found,) = said(project)
    assert found.startswith(f"{PAGE}:4:15 image-")
    assert hint in found


def test_what_differs_in_capitals_is_said_to(project: Path) -> None:
    page(project, "![A](../images/port.jpg)")
    assert said(project) == [f"{PAGE}:5:1 image-missing Write ../images/Port.jpg"]


def test_an_image_without_a_credit_is_named_where_it_is_shown(project: Path) -> None:
    put("content/images.yaml", "{}\n")(project)
    page(project, "![A](../images/Port.jpg)")
    (found,) = said(project)
    assert found == (
        f"{PAGE}:5:1 image-credit-missing "
        'Write into content/images.yaml: Port.jpg: {credit: "Photo: NAME", licence: "CC BY 4.0"}'
    )


def test_credits_that_cannot_be_read_are_named_once(project: Path) -> None:
    put("content/images.yaml", "Port.jpg: {credit: A. Author}\n")(project)
    page(project, "![A](../images/Port.jpg)")
    assert [found.split()[1] for found in said(project)] == ["yaml-value"]


def test_a_damaged_image_is_named_once(project: Path) -> None:
    (project / "content/images/Port.jpg").write_bytes(photo()[:-200])
    page(project, "![A](../images/Port.jpg)")
    assert [found.split()[1] for found in said(project)] == ["image-unreadable"]


def test_a_page_that_is_read_again_sees_another_image_and_another_credit(project: Path) -> None:
    page(project, "![A](../images/Port.jpg)")
    first = html(project)
    (project / "content/images/Port.jpg").write_bytes(photo(700, 700))
    second = html(project)
    put("content/images.yaml", f"Port.jpg: {CREDIT.replace('A. Author', 'B. Author')}")(project)
    assert 'width="1000" height="500"' in first
    assert 'width="700" height="700"' in second
    assert "B. Author" in html(project)


def test_the_front_page_shows_the_image_of_its_story_and_sees_another(project: Path) -> None:
    head = "title: A test\ndate: 2026-11-24\nauthors: [A. Author]\ncountries: [KAZ]\nsummary: A test."
    essay = f"---\n{head}\nimage: {{path: ../images/Port.jpg, alt: Cranes}}\n---\nText.\n"
    put("content/essays/ports.md", essay)(project)

    def front() -> str:
        files = prepared(project)
        assert files.diagnostics == ()
        return next(o.render().decode() for o in files.outputs if o.path == "index.html")

    assert 'alt="Cranes" width="1000" height="500"' in front()
    (project / "content/images/Port.jpg").write_bytes(photo(700, 700))
    assert 'alt="Cranes" width="700" height="700"' in front()
