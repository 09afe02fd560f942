"""Vega's SVG made fit for a page: small, without ids or styles that could clash."""

import re

from lxml import etree

from generator.charts.svg.compact import compact
from generator.charts.svg.elements import Element, write_element
from generator.charts.svg.paths import shorten_path
from generator.charts.svg.renderer import renderer
from generator.charts.svg.texts import SVG, put_texts, without_texts

VEGA_LITE = "6.4"
DROPPED = ("role", "class", "font-family", "pointer-events", "style", "stroke-miterlimit")
DEFAULTS = {"opacity": "1", "stroke-width": "1", "font-weight": "normal", "text-anchor": "start", "x2": "0", "y2": "0"}
"""Attributes with the value that every renderer assumes."""

NUMBERS = frozenset(("transform", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "cx", "cy", "r"))
_NUMBER = re.compile(r"-?\d*\.\d+(?:e-?\d+)?")
_POINT = re.compile(r"M[^A-Za-z]*Z?$")
"""A line of one point, which draws nothing: a dot is in the same place."""

ID = "chart-id"
"""What stands for the chart's id in a drawing that has no name."""


def safe_parser() -> etree.XMLParser:
    """Return a parser that reads nothing but what it is given."""
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def render_svg(spec: str) -> str:
    """Return a Vega-Lite specification as compact SVG without a name, the same in every process."""
    raw = renderer().vegalite_to_svg(without_texts(spec), vl_version=VEGA_LITE, allowed_base_urls=[])
    root = etree.fromstring(raw.encode(), safe_parser())
    put_texts(root)
    _renumber(root)
    for element in root.iter("*"):
        _tidy(element)
    while _prune(root):
        pass
    drawing = _plain(root)
    compact(drawing)
    _frame(drawing)
    return write_element(drawing)


def _plain(element: etree._Element) -> Element:
    """Return an element of a parsed document as a record without namespaces."""
    attributes = {_short(name): value for name, value in _attributes(element)}
    children = [_plain(child) for child in element]
    return Element(tag=_short(str(element.tag)), attributes=attributes, children=children, text=element.text or "")


def _short(name: str) -> str:
    """Return a name as it is written where its namespace has a prefix: `xlink:href`."""
    space, _, local = name.rpartition("}")
    return f"xlink:{local}" if space.endswith("xlink") else local


def _renumber(root: etree._Element) -> None:
    """Give ids that come from a counter of the process names of their own order on this drawing."""
    names = {str(e.get("id")): f"{ID}-{n}" for n, e in enumerate((e for e in root.iter("*") if e.get("id")), start=1)}
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
    """Remove invisible elements and groups without attributes; return whether any was found."""
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


def _frame(root: Element) -> None:
    attributes = root.attributes
    view = attributes.get("viewBox") or f"0 0 {attributes.get('width')} {attributes.get('height')}"
    shared = {name: value for name, value in attributes.items() if name in {"font-size", "stroke-linejoin"}}
    root.attributes = {"viewBox": view, **shared}
