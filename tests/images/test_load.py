"""The images of a project, and what is wrong with them before any text shows them."""

from collections.abc import Mapping

from generator.diagnostics import Diagnostic
from generator.images.load import Images, load_images
from generator.memo import Memo
from generator.sources.files import Source, Sources
from tests.photos import CREDIT, photo, photo_with_place


def load(files: Mapping[str, bytes | str]) -> tuple[Images, tuple[Diagnostic, ...]]:
    written = {path: data if isinstance(data, bytes) else data.encode() for path, data in files.items()}
    sources = {path: Source(path=path, data=data) for path, data in written.items()}
    return load_images(Sources(files=sources), Memo(), None)


def said(problems: tuple[Diagnostic, ...]) -> list[str]:
    return [f"{each.location} {each.rule} {each.message} {each.hint}" for each in problems]


def test_images_and_credits_are_known_by_their_paths() -> None:
    images, problems = load(
        {
            "content/images/a/port.jpg": photo(),
            "content/images.yaml": f"a/port.jpg: {CREDIT}",
            "content/images/README.md": "# Ours",
        },
    )
    assert problems == ()
    assert list(images.files) == ["content/images/a/port.jpg"]
    assert images.credits["content/images/a/port.jpg"].licence == "CC BY 4.0"


def test_a_fault_stands_at_its_file_and_is_no_image() -> None:
    images, problems = load({"content/images/port.svg": b"<svg/>"})
    assert [each.location.path for each in problems] == ["content/images/port.svg"]
    assert images.faulty == {"content/images/port.svg"}
    assert images.files == {}


def test_a_credit_without_an_image_names_the_nearest() -> None:
    _images, problems = load(
        {"content/images/Port.jpg": photo(), "content/images.yaml": f"# ours\nport.jpg: {CREDIT}quay.webp: {CREDIT}"}
    )
    absent = "Put it there, or take the entry away; paths begin in content/images/."
    assert said(problems) == [
        "content/images.yaml:2:1 image-missing There is no image 'content/images/port.jpg'. Did you mean 'Port.jpg'?",
        f"content/images.yaml:3:1 image-missing There is no image 'content/images/quay.webp'. {absent}",
    ]


def test_a_credit_has_author_and_licence_and_no_other_scheme_than_the_webs() -> None:
    yaml = 'a.jpg: {credit: "Photo: A"}\nb.jpg: {credit: B, licence: CC0, source: "javascript:x()"}\n'
    images, problems = load({"content/images/a.jpg": photo(), "content/images.yaml": yaml})
    assert [f"{each.location} {each.message.split(':')[0]}" for each in problems] == [
        "content/images.yaml:1:8 a.jpg.licence",
        "content/images.yaml:2:42 b.jpg.source",
    ]
    assert not images.credits_read


def test_a_photo_that_goes_to_the_site_as_it_is_must_not_say_where_it_was_taken() -> None:
    _images, problems = load(
        {
            "static/a.jpg": photo_with_place(),
            "static/b.JPG": photo(),
            "static/c.pdf": photo_with_place(),
            "content/images/d.jpg": photo_with_place(),
        },
    )
    assert [f"{each.location.path} {each.rule}" for each in problems] == ["static/a.jpg image-place"]
