"""Logos and icons: how large they are, and that they are pictures and nothing else."""

import re
import struct
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from generator.diagnostics import Diagnostic, Location, suggest
from generator.rules import Rule
from generator.sources.files import STATIC, Source, Sources

MOST = 100_000
"""The most bytes of a picture that every page loads."""
FLATTEST = 12
"""How much wider than high a logo may be."""

HEADER = 12
"""Bytes of a PNG that say its size: the name of the chunk, width, height."""

PNG = b"\x89PNG\r\n\x1a\n"
_SVG = "{http://www.w3.org/2000/svg}"
_DRAWN = frozenset(
    [
        "svg",
        "g",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "defs",
        "use",
        "symbol",
        "clipPath",
        "mask",
        "pattern",
        "marker",
        "image",
        "linearGradient",
        "radialGradient",
        "stop",
        "title",
        "desc",
        "metadata",
        "style",
        "filter",
    ]
)
"""Elements that only draw; `fe…`, the steps of a filter, do too."""
_ELSEWHERE = re.compile(r"""@import|url\(\s*['"]?(?!#)""", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")


def check_picture(path: str, sources: Sources, where: Location) -> Iterator[Diagnostic]:
    """Yield what is wrong with a picture that `site.yaml` names at a place."""
    source = sources.files.get(path)
    if source is None:
        message, hint = f"There is no file '{path}'.", suggest(path, _pictures(sources), "Put the picture there.")
        yield Diagnostic(rule=Rule.FILE_MISSING, location=where, message=message, hint=hint)
    elif fault := _fault(source):
        message, hint = fault
        yield Diagnostic(rule=Rule.PICTURE_UNFIT, location=where, message=f"'{path}' {message}", hint=hint)


def size_of(source: Source) -> tuple[int, int] | None:
    """Return width and height of a picture in pixels, None if it does not say."""
    return _png_size(source.data) if source.data.startswith(PNG) else _svg_size(source.data)


def _pictures(sources: Sources) -> Iterator[str]:
    return (source.path for source in sources.under(STATIC) if source.path.endswith((".svg", ".png")))


def _fault(source: Source) -> tuple[str, str] | None:
    """Return message and hint, if a file is no picture that fits."""
    if len(source.data) > MOST:
        return f"has {len(source.data):,} bytes; every page loads it.", f"Save it with at most {MOST:,}."
    if source.path.endswith(".svg") and (found := _unsafe(source.data)):
        return f"is not only a picture: {found}.", "Save it as plain SVG, with all its parts inside, or as PNG."
    size = size_of(source)
    if size is None:
        return "does not say how large it is.", "Give an SVG a viewBox; save a picture in pixels as PNG."
    if not 1 / FLATTEST <= size[0] / size[1] <= FLATTEST:
        return f"is {size[0]} by {size[1]}.", f"Cut it: at most {FLATTEST} times as wide as high."
    return None


def _png_size(data: bytes) -> tuple[int, int] | None:
    head = data[12:24]
    if len(head) < HEADER or not head.startswith(b"IHDR"):
        return None
    width, height = struct.unpack(">II", head[4:])
    return (width, height) if width and height else None


def _svg_size(data: bytes) -> tuple[int, int] | None:
    root = _parsed(data)
    if root is None:
        return None
    box = root.get("viewBox", "").replace(",", " ").split()[2:4]
    given = [root.get("width", ""), root.get("height", "")]
    width, height = ((_NUMBER.match(part) or "0")[0] for part in (box if len(box) == len(given) else given))
    return (max(1, round(float(width))), max(1, round(float(height)))) if float(width) and float(height) else None


def _parsed(data: bytes) -> ET.Element | None:
    """Return an SVG's root; one that declares a document type is not read, as that can name other files."""
    try:
        text = data.decode("utf-8-sig")
        foreign = any(sign in text for sign in ("<!DOCTYPE", "<!ENTITY", "<?xml-stylesheet"))
        return None if foreign else ET.fromstring(text)  # noqa: S314 - no document type, so nothing expands
    except (ET.ParseError, ValueError):
        return None


def _unsafe(data: bytes) -> str:
    """Return what an SVG holds besides a drawing, in words; empty if nothing."""
    root = _parsed(data)
    if root is None or root.tag != f"{_SVG}svg":
        return "it cannot be read as SVG alone"
    return next((found for element in root.iter() if (found := _unsafe_in(element))), "")


def _unsafe_in(element: ET.Element) -> str:
    name = element.tag.removeprefix(_SVG) if isinstance(element.tag, str) else ""
    if element.tag.startswith(_SVG) and name not in _DRAWN and not name.startswith("fe"):
        return f"it has an element '{name}'"
    for key, value in element.attrib.items():
        plain = key.rpartition("}")[2].lower()
        if plain.startswith("on"):
            return f"it has an attribute '{plain}'"
        if plain == "href" and not value.startswith(("#", "data:image/png", "data:image/jpeg")):
            return f"it names '{value}'"
        if _ELSEWHERE.search(value):
            return f"it names '{value}'"
    return "its styles name files elsewhere" if name == "style" and _ELSEWHERE.search(element.text or "") else ""
