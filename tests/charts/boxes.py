"""Boxes of the texts of a drawing, estimated without fonts."""

import re

from lxml import etree

from generator.charts.room import text_width

Box = tuple[str, float, float, float, float]
"""A text with its left, top, right and bottom in pixels."""


def boxes_of(svg: str) -> list[Box]:
    root = etree.fromstring(svg)
    return [_box(element, *_origin(element)) for element in root.iter("{*}text")]


def _origin(element: etree._Element) -> tuple[float, float]:
    x = y = 0.0
    for each in (element, *element.iterancestors()):
        if found := re.match(r"translate\(([-\d.]+)(?:[, ]([-\d.]+))?\)", each.get("transform", "")):
            x, y = x + float(found[1]), y + float(found[2] or 0)
    return x + float(element.get("x", 0)), y + float(element.get("y", 0))


def _inherited(element: etree._Element, name: str) -> str:
    return next((held for each in (element, *element.iterancestors()) if (held := each.get(name))), "")


def _box(element: etree._Element, x: float, y: float) -> Box:
    width = text_width(element.text or "", bold=_inherited(element, "font-weight") == "bold")
    left = x - width * {"end": 1.0, "middle": 0.5}.get(_inherited(element, "text-anchor"), 0.0)
    return element.text or "", left, y - 10, left + width, y + 2
