"""Fewer bytes for the same picture: lines of one look as one path, what children share on their group."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby

from generator.charts.svg.elements import Element, Stroke
from generator.charts.svg.paths import pair, tenths

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


def compact(root: Element) -> None:
    """Rewrite a tidied drawing in place: lines joined, places as x and y, shared attributes hoisted."""
    every = list(root.walk())
    for element in every:
        if element.tag == "text":
            _place_text(element)
        elif element.tag == "path":
            _drop_cap(element)
    groups = [element for element in every if element.tag == "g"]
    for group in (root, *groups):
        group.children = list(_join_lines(group.children))
    for group in groups:
        _hoist(group)
    _hoist_all(root)


def _translation(element: Element) -> tuple[str, str] | None:
    """Return the translation of an element; None if it is also turned or scaled."""
    text = element.attributes.get("transform") or f"{_TRANSLATE}0,0)"
    x, comma, y = text.removeprefix(_TRANSLATE).removesuffix(")").partition(",")
    return (x, y) if comma and text == f"{_TRANSLATE}{x},{y})" else None


def _place_text(element: Element) -> None:
    """Write the place of a text as x and y, which are shorter than a transformation."""
    moved = _translation(element)
    if moved is None or element.attributes.get("x") or element.attributes.get("y"):
        return
    element.attributes.pop("transform", None)
    for name, value in zip("xy", moved, strict=True):
        if value != "0":
            element.attributes[name] = value


def _drop_cap(path: Element) -> None:
    """Remove round line ends where they cannot be seen: they show on dots only."""
    if path.attributes.get("stroke-linecap") and not path.attributes.get("stroke-dasharray"):
        del path.attributes["stroke-linecap"]


def _join_lines(children: Sequence[Element]) -> Iterator[Element]:
    for look, run in groupby(children, key=_look):
        lines = list(run)
        if look is None or (len(lines) == 1 and not lines[0].strokes):
            yield from lines
        else:
            yield Element(tag="path", attributes={**dict(look), "d": _path(chain.from_iterable(map(_strokes, lines)))})


def _look(element: Element) -> tuple[tuple[str, str], ...] | None:
    """Return the attributes that make a line's look; None for what is no plain line."""
    attributes = element.attributes
    if element.tag != "line" or _translation(element) is None or attributes.get("x1") or attributes.get("y1"):
        return None
    place = {"transform", "x2", "y2"}
    return tuple(sorted((name, value) for name, value in attributes.items() if name not in place))


def _strokes(line: Element) -> Iterable[Stroke]:
    """Return the strokes of an element that stands for several lines, or for one."""
    if line.strokes:
        return line.strokes
    left, above = map(_measure, _translation(line) or ("0", "0"))
    return ((left, above, _measure(line.attributes.get("x2")), _measure(line.attributes.get("y2"))),)


def _path(strokes: Iterable[Stroke]) -> str:
    """Return lines as one path from the end of each to the start of the next.

    Like moves are then written alike, which compresses well.
    """
    steps: list[str] = []
    x = y = 0
    for left, above, across, down in strokes:
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


def _hoist(group: Element) -> None:
    """Move an attribute shared by two or more children to their group."""
    if len(group.children) <= 1:
        return
    for name in INHERITED:
        values = {child.attributes.get(name) for child in group.children}
        if len(values) == 1 and (value := values.pop()) is not None:
            group.attributes[name] = value
            for child in group.children:
                del child.attributes[name]


def _hoist_all(root: Element) -> None:
    """Write the size of texts and the corners of lines once, on the drawing."""
    for name in ("font-size", "stroke-linejoin"):
        holders = [element for element in root.walk() if element.attributes.get(name)]
        values = {element.attributes[name] for element in holders}
        if len(values) == 1:
            for element in holders:
                del element.attributes[name]
            root.attributes[name] = values.pop()
