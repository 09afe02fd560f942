"""Logos and icons: pictures of a fit size and nothing else."""

import struct

import pytest

from generator.diagnostics import Location
from generator.identity.pictures import PNG, check_picture, size_of
from generator.sources.files import Source, Sources

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 120 40">'


def png(width: int, height: int) -> bytes:
    return PNG + struct.pack(">I4sII", 13, b"IHDR", width, height) + b"\x08\x06\x00\x00\x00"


def problems(data: bytes, path: str = "static/logo.svg", named: str = "") -> list[str]:
    sources = Sources(files={path: Source(path=path, data=data)})
    found = check_picture(named or path, sources, Location(path="site.yaml", line=3))
    return [f"{each.location} {each.rule} {each.message} {each.hint}" for each in found]


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (f"{HEAD}</svg>".encode(), (120, 40)),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="30mm" height="15mm"/>', (30, 15)),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0,0,7.6,4"/>', (8, 4)),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="100%"/>', None),
        (png(640, 320), (640, 320)),
        (png(0, 320), None),
        (PNG + b"cut", None),
        (b"GIF89a", None),
    ],
)
def test_the_size_is_that_of_the_file(data: bytes, size: tuple[int, int] | None) -> None:
    assert size_of(Source(path="static/a", data=data)) == size


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0h1v1z" fill="url(#a)"/><use xlink:href="#a"/><use href="#a"/>',
        "<style>.a { fill: url(#b) }</style><filter><feBlend/></filter>",
        '<image href="data:image/png;base64,AAAA"/><metadata><x xmlns="http://example.org/"/></metadata><!-- a remark -->',
    ],
)
def test_a_drawing_is_a_picture(inside: str) -> None:
    assert problems(f'<?xml version="1.0" encoding="UTF-8"?>{HEAD}{inside}</svg>'.encode()) == []


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<script>alert(1)</script>", "it has an element 'script'"),
        ("<foreignObject/>", "it has an element 'foreignObject'"),
        ('<a href="https://example.org/"/>', "it has an element 'a'"),
        ('<path onload="alert(1)"/>', "it has an attribute 'onload'"),
        ('<use xlink:href="https://example.org/a.svg#b"/>', "it names 'https://example.org/a.svg#b'"),
        ('<image href="data:image/svg+xml,AAAA"/>', "it names 'data:image/svg+xml,AAAA'"),
        ('<path fill="url(https://example.org/a)"/>', "it names 'url(https://example.org/a)'"),
        ("<style>@import 'a.css';</style>", "its styles name files elsewhere"),
    ],
)
def test_what_is_more_than_a_picture_is_named(inside: str, said: str) -> None:
    assert problems(f"{HEAD}{inside}</svg>".encode()) == [
        (
            f"site.yaml:3:1 picture-unfit 'static/logo.svg' is not only a picture: {said}. "
            "Save it as plain SVG, with all its parts inside, or as PNG."
        )
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"<html/>",
        b"<svg",
        b"\xff\xfe",
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>',
        b'<?xml-stylesheet href="a.css"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    ],
)
def test_what_is_no_svg_alone_is_named(data: bytes) -> None:
    (found,) = problems(data)
    assert "it cannot be read as SVG alone" in found


@pytest.mark.parametrize(
    ("data", "path", "said"),
    [
        (b"x" * 100_001, "static/logo.png", "has 100,001 bytes"),
        (b"GIF89a", "static/logo.png", "does not say how large it is"),
        (png(130, 10), "static/logo.png", "is 130 by 10"),
        (png(10, 130), "static/logo.png", "is 10 by 130"),
    ],
)
def test_a_picture_that_does_not_fit_the_head_of_a_page_is_named(data: bytes, path: str, said: str) -> None:
    (found,) = problems(data, path)
    assert said in found


def test_a_picture_that_is_not_there_is_named_with_the_nearest_that_is() -> None:
    assert problems(png(1, 1), "static/logo.png", "static/lgoo.png") == [
        "site.yaml:3:1 file-missing There is no file 'static/lgoo.png'. Did you mean 'static/logo.png'?"
    ]
