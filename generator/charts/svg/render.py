"""Vega's SVG made fit for a page: named, small, without ids or styles that could clash."""

import hashlib
import re
from functools import cache
from importlib.metadata import version
from pathlib import Path

import vl_convert
from lxml import etree

from generator.cache import Cache
from generator.charts.chart import Chart, Drawing
from generator.charts.svg.compact import compact
from generator.charts.svg.paths import shorten_path
from generator.charts.svg.texts import put_texts, without_texts

VEGA_LITE = "6.4"
SVG = "{http://www.w3.org/2000/svg}"
DROPPED = ("role", "class", "font-family", "pointer-events", "style", "stroke-miterlimit")
DEFAULTS = {"opacity": "1", "stroke-width": "1", "font-weight": "normal", "text-anchor": "start", "x2": "0", "y2": "0"}
"""What a renderer assumes anyway."""

NUMBERS = frozenset(("transform", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "cx", "cy", "r"))
_NUMBER = re.compile(r"-?\d*\.\d+(?:e-?\d+)?")
_POINT = re.compile(r"M[^A-Za-z]*Z?$")
"""A line of one point, which draws nothing: a dot stands there."""

_ID = "chart-id"
"""What stands for the chart's id in a cached drawing."""

_MODULES = ("render", "compact", "paths", "texts")
"""What makes a drawing of Vega's SVG."""


@cache
def _version() -> str:
    """Return what a drawing depends on besides its specification."""
    return f"{version('vl-convert-python')}/{VEGA_LITE}/{hashlib.sha256(_code()).hexdigest()}"


def _code() -> bytes:
    return b"".join(Path(__file__).with_name(f"{name}.py").read_bytes() for name in _MODULES)


def drawing_key(spec: str) -> str:
    """Return the cache key of a drawing."""
    return hashlib.sha256(f"{_version()}\n{spec}".encode()).hexdigest()


def svg_of(drawing: Drawing, chart: Chart, cache: Cache) -> str:
    """Return the drawing as SVG for a page, named by the chart's title and description; drawn now if not cached."""
    key = drawing_key(drawing.spec)
    held = cache.get(key)
    if held is None:
        held = render_svg(drawing.spec).encode()
        cache.put(key, held)
    return _named(held, f"{chart.id}-{drawing.width}", chart)


def _named(svg: bytes, name: str, chart: Chart) -> str:
    root = etree.fromstring(svg.replace(_ID.encode(), name.encode()), _parser())
    root.set("role", "img")
    root.set("aria-labelledby", f"{name}-title {name}-desc")
    for at, (tag, text) in enumerate((("title", chart.title), ("desc", chart.description))):
        element = etree.Element(tag, id=f"{name}-{tag}")
        element.text = text
        root.insert(at, element)
    return etree.tostring(root, encoding="unicode")


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def render_svg(spec: str) -> str:
    """Return a Vega-Lite specification as compact SVG without a name; equal text, equal SVG, in every process."""
    raw = vl_convert.vegalite_to_svg(without_texts(spec), vl_version=VEGA_LITE, allowed_base_urls=[])
    root = etree.fromstring(raw.encode(), _parser())
    put_texts(root)
    _renumber(root)
    for element in root.iter("*"):
        _tidy(element)
    while _prune(root):
        pass
    compact(root)
    _frame(root)
    return re.sub(r' xmlns(:\w+)?="[^"]*"', "", etree.tostring(root, encoding="unicode"))


def _renumber(root: etree._Element) -> None:
    """Give ids that come from a counter of the process names of their own order on this drawing."""
    names = {str(e.get("id")): f"{_ID}-{n}" for n, e in enumerate((e for e in root.iter("*") if e.get("id")), start=1)}
    for element in root.iter("*"):
        for attribute, value in _attributes(element):
            if attribute == "id":
                element.set("id", names[value])
            elif value.startswith("url(#"):
                element.set(attribute, f"url(#{names[value[5:-1]]})")


def _attributes(element: etree._Element) -> list[tuple[str, str]]:
    return [(str(name), str(value)) for name, value in element.attrib.items()]


def _tidy(element: etree._Element) -> None:
    for attribute, value in _attributes(element):
        if (
            attribute in DROPPED
            or attribute.startswith("aria-")
            or DEFAULTS.get(attribute) == value
            or (attribute == "transform" and value == "translate(0,0)")
        ):
            del element.attrib[attribute]
        elif attribute == "d":
            element.set(attribute, shorten_path(value))
        elif attribute in NUMBERS:
            element.set(attribute, _NUMBER.sub(_rounded, value))
        elif attribute == "font-size":
            element.set(attribute, value.removesuffix("px"))


def _rounded(found: re.Match[str]) -> str:
    text = f"{float(found.group()):.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _prune(root: etree._Element) -> bool:
    """Remove what draws nothing and groups that say nothing; return whether anything went."""
    changed = False
    for element in list(root.iter("*")):
        parent = element.getparent()
        if parent is None:
            continue
        if _empty(element):
            parent.remove(element)
            changed = True
        elif element.tag == f"{SVG}g" and not element.attrib:
            at = parent.index(element)
            parent[at : at + 1] = list(element)
            changed = True
    return changed


def _empty(element: etree._Element) -> bool:
    if element.tag in {f"{SVG}g", f"{SVG}defs"}:
        return len(element) == 0
    if element.tag == f"{SVG}text":
        return not (element.text or "").strip() or element.get("opacity") == "0"
    unseen = {None, "none", "transparent"}
    if element.tag == f"{SVG}path" and _POINT.match(str(element.get("d"))):
        return True
    painted = element.get("fill") not in unseen or element.get("stroke") not in unseen
    in_clip = (parent := element.getparent()) is not None and parent.tag == f"{SVG}clipPath"
    return element.tag in {f"{SVG}path", f"{SVG}rect", f"{SVG}line"} and not painted and not in_clip


def _frame(root: etree._Element) -> None:
    view = root.get("viewBox") or f"0 0 {root.get('width')} {root.get('height')}"
    shared = [(name, value) for name, value in _attributes(root) if name in {"font-size", "stroke-linejoin"}]
    root.attrib.clear()
    for name, value in (("viewBox", view), *shared):
        root.set(name, value)
