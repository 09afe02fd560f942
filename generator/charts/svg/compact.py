"""Fewer bytes for the same picture: lines of one look as one path, what children share on their group."""

from collections.abc import Sequence
from itertools import groupby

from lxml import etree

from generator.charts.svg.paths import pair, tenths

SVG = "{http://www.w3.org/2000/svg}"
INHERITED = (
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "font-size",
    "font-weight",
    "text-anchor",
    "font-style",
)
"""Attributes that mean the same on a group as on each of its children."""

_TRANSLATE = "translate("


def compact(root: etree._Element) -> None:
    """Rewrite a tidied drawing in place: lines joined, places told by x and y, shared attributes hoisted."""
    for element in list(root.iter(f"{SVG}text")):
        _place_text(element)
    for element in root.iter(f"{SVG}path"):
        _drop_cap(element)
    for group in [root, *root.iter(f"{SVG}g")]:
        _join_lines(group)
    for group in list(root.iter(f"{SVG}g")):
        _hoist(group)
    _hoist_all(root)


def _translation(element: etree._Element) -> tuple[str, str] | None:
    """Return what an element is moved by; None where it is turned or scaled too."""
    text = str(element.get("transform") or f"{_TRANSLATE}0,0)")
    x, comma, y = text.removeprefix(_TRANSLATE).removesuffix(")").partition(",")
    return (x, y) if comma and text == f"{_TRANSLATE}{x},{y})" else None


def _place_text(element: etree._Element) -> None:
    """Say where a text stands with x and y, which are shorter than a transformation."""
    moved = _translation(element)
    if moved is None or element.get("x") or element.get("y"):
        return
    if "transform" in element.attrib:
        del element.attrib["transform"]
    for name, value in zip("xy", moved, strict=True):
        if value != "0":
            element.set(name, value)


def _drop_cap(path: etree._Element) -> None:
    """Round ends are seen on dots only: a line ends under its dot or at the edge of the plot."""
    if path.get("stroke-linecap") and not path.get("stroke-dasharray"):
        del path.attrib["stroke-linecap"]


def _join_lines(group: etree._Element) -> None:
    for look, run in groupby(list(group), key=_look):
        lines = list(run)
        if look is None or len(lines) == 1:
            continue
        path = etree.Element(f"{SVG}path", dict(look))
        path.set("d", _strokes(lines))
        lines[0].addprevious(path)
        for line in lines:
            group.remove(line)


def _look(element: etree._Element) -> tuple[tuple[str, str], ...] | None:
    """Return the attributes that make a line's look; None for what is no plain line."""
    if element.tag != f"{SVG}line" or _translation(element) is None or element.get("x1") or element.get("y1"):
        return None
    place = {"transform", "x2", "y2"}
    return tuple(sorted((str(k), str(v)) for k, v in element.attrib.items() if k not in place))


def _strokes(lines: Sequence[etree._Element]) -> str:
    """Return lines as one path that goes from the end of each to the next: like moves are told alike and compress well."""
    steps: list[str] = []
    x = y = 0
    for line in lines:
        left, above = map(_measure, _translation(line) or ("0", "0"))
        across, down = _measure(line.get("x2")), _measure(line.get("y2"))
        steps.append(f"{'m' if steps else 'M'}{pair(left - x, above - y)}{_stroke(across, down)}")
        x, y = left + across, above + down
    return "".join(steps)


def _measure(text: str | None) -> int:
    """Return a length in tenths of a pixel."""
    return round(float(text or 0) * 10)


def _stroke(across: int, down: int) -> str:
    if across and down:
        return f"l{pair(across, down)}"
    return f"h{tenths(across)}" if across else f"v{tenths(down)}"


def _hoist(group: etree._Element) -> None:
    """Say on the group what two or more children all say."""
    for name in INHERITED:
        values = {child.get(name) for child in group}
        if len(group) > 1 and len(values) == 1 and (value := values.pop()) is not None:
            group.set(name, str(value))
            for child in group:
                del child.attrib[name]


def _hoist_all(root: etree._Element) -> None:
    """Say once, on the drawing, the size of its texts and how its lines turn corners."""
    for name in ("font-size", "stroke-linejoin"):
        holders = [e for e in root.iter("*") if e.get(name)]
        values = {str(e.get(name)) for e in holders}
        if len(values) == 1:
            for element in holders:
                del element.attrib[name]
            root.set(name, values.pop())
