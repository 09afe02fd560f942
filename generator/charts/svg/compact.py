"""Fewer bytes for the same picture: lines of one look as one path, what children share on their group."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, pairwise

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

MANY = 16
"""Lines from which on to write each shorter is worth a transformation."""

STILL = ("0", "0")
_OF_A_LINE = frozenset(("transform", "x2", "y2"))
_TRANSLATE = "translate("
_DOT = re.compile(r"M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0")


def compact(root: Element) -> None:
    """Rewrite a tidied drawing in place: lines joined, places as x and y, shared attributes on groups."""
    every = list(root.walk())
    for element in every:
        if element.tag == "text":
            _place_text(element)
        elif element.tag == "path":
            _drop_cap(element)
            _make_circle(element)
    _hoist_all(root, every)
    groups = [element for element in every if element.tag == "g"]
    for group in (root, *groups):
        group.children = list(chain.from_iterable(map(_unwrapped, group.children)))
    for group in (root, *groups):
        group.children = list(_join_lines(group.children))
    for group in groups:
        _share(group)


def _translation(element: Element) -> tuple[str, str] | None:
    """Return the translation of an element; None if it is also turned or scaled."""
    text = element.attributes.get("transform")
    if not text:
        return STILL
    x, comma, y = text.removeprefix(_TRANSLATE).removesuffix(")").partition(",")
    return (x, y) if comma and text == f"{_TRANSLATE}{x},{y})" else None


def _place_text(element: Element) -> None:
    """Write the place of a text as x and y, which are shorter than a transformation."""
    attributes = element.attributes
    moved = _translation(element) if "transform" in attributes else None
    if moved is None or attributes.get("x") or attributes.get("y"):
        return
    del attributes["transform"]
    attributes |= {name: value for name, value in zip("xy", moved, strict=True) if value != "0"}


def _drop_cap(path: Element) -> None:
    """Remove round line ends where they cannot be seen: they show on dots only."""
    if path.attributes.get("stroke-linecap") and not path.attributes.get("stroke-dasharray"):
        del path.attributes["stroke-linecap"]


def _make_circle(path: Element) -> None:
    """Make a path of two arcs what it is."""
    attributes = path.attributes
    data, moved = attributes.get("d", ""), _translation(path)
    if "A" not in data or moved is None or (found := _DOT.fullmatch(data)) is None:
        return
    look = {name: value for name, value in attributes.items() if name not in {"d", "transform"}}
    if "stroke" not in look:
        look.pop("stroke-width", None)
    place = {name: value for name, value in zip(("cx", "cy"), moved, strict=True) if value != "0"}
    path.tag, path.attributes = "circle", {**place, "r": found[1], **look}


def _unwrapped(element: Element) -> Sequence[Element]:
    """Return lines and texts of a group that only moves them, lines first; any other element as it is."""
    moved = _translation(element)
    if element.tag != "g" or moved is None or set(element.attributes) != {"transform"}:
        return (element,)
    lines = [child for child in element.children if _look(child) is not None]
    texts = [child for child in element.children if child.tag == "text" and "transform" not in child.attributes]
    if len(lines) + len(texts) < len(element.children):
        return (element,)
    across, down = map(_measure, moved)
    return [*(_moved_line(line, across, down) for line in lines), *(_moved_text(text, across, down) for text in texts)]


def _moved_line(line: Element, across: int, down: int) -> Element:
    """Return a line tenths of a pixel away."""
    strokes = tuple((left + across, above + down, x, y) for left, above, x, y in _strokes(line))
    look = {name: value for name, value in line.attributes.items() if name not in _OF_A_LINE}
    return Element(tag="line", attributes=look, strokes=strokes)


def _moved_text(text: Element, across: int, down: int) -> Element:
    """Return a text after it was moved by tenths of a pixel."""
    for name, by in (("x", across), ("y", down)):
        text.attributes[name] = tenths(_measure(text.attributes.get(name)) + by)
    return text


def _join_lines(children: Sequence[Element]) -> Iterator[Element]:
    """Yield children; straight lines of one look that are side by side are one path."""
    for look, run in groupby(children, key=_look):
        if look is None:
            yield from run
        else:
            yield _one_path(dict(look), tuple(chain.from_iterable(map(_strokes, run))))


def _look(element: Element) -> tuple[tuple[str, str], ...] | None:
    """Return the attributes that make a line's look; None for what is no plain line."""
    attributes = element.attributes
    if element.tag != "line" or _translation(element) is None or attributes.get("x1") or attributes.get("y1"):
        return None
    return tuple(sorted((name, value) for name, value in attributes.items() if name not in _OF_A_LINE))


def _strokes(line: Element) -> Iterable[Stroke]:
    """Return the strokes of an element that stands for several lines, or for one."""
    if line.strokes:
        return line.strokes
    left, above = map(_measure, _translation(line) or ("0", "0"))
    return ((left, above, _measure(line.attributes.get("x2")), _measure(line.attributes.get("y2"))),)


def _one_path(look: dict[str, str], strokes: Sequence[Stroke]) -> Element:
    """Return lines of one look as a path; many upright ones of a height are stretched from a pixel.

    Dashes would be stretched too.
    """
    _left, above, across, down = strokes[0]
    alike = len(strokes) >= MANY and len({each[1:] for each in strokes}) == 1
    if not alike or across or down <= 0 or above % down or "stroke-dasharray" in look:
        return Element(tag="path", attributes={**look, "d": _path(strokes)})
    lefts = [stroke[0] for stroke in strokes]
    steps = [f"m{pair(right - left, -10)}v1" for left, right in pairwise(lefts)]
    data = f"M{pair(lefts[0], above // down * 10)}v1{''.join(steps)}"
    return Element(tag="path", attributes={**look, "transform": f"scale(1,{tenths(down)})", "d": data})


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


def _share(group: Element) -> None:
    """Write once what children have in common, on the group or on one around those side by side."""
    counts = Counter(chain.from_iterable(child.attributes for child in group.children))
    inside = _in_runs(group.children, [name for name in INHERITED if counts[name] > 1])
    if len(inside) == 1 and inside[0] not in group.children:
        group.attributes |= inside[0].attributes
        inside = inside[0].children
    group.children = inside


def _in_runs(children: list[Element], names: Sequence[str]) -> list[Element]:
    """Return children, those side by side with an attribute in common in a group that has it."""
    if len(children) <= 1 or not names:
        return children
    name, *others = names
    found: list[Element] = []
    loose: list[Element] = []
    for value, run in groupby(children, key=lambda child: child.attributes.get(name)):
        same = list(run)
        if value is None or len(same) == 1:
            loose += same
        else:
            found += (*_in_runs(loose, others), _group(name, value, same, others))
            loose = []
    return [*found, *_in_runs(loose, others)]


def _group(name: str, value: str, children: list[Element], names: Sequence[str]) -> Element:
    """Return a group of children without the attribute that they have in common."""
    for child in children:
        del child.attributes[name]
    inside = _in_runs(children, names)
    if len(inside) == 1:
        inside[0].attributes = {name: value, **inside[0].attributes}
        return inside[0]
    return Element(tag="g", attributes={name: value}, children=inside)


def _hoist_all(root: Element, every: Sequence[Element]) -> None:
    """Write the size of texts and the corners of lines once, on the drawing."""
    for name in ("font-size", "stroke-linejoin"):
        holders = [element for element in every if element.attributes.get(name)]
        values = {element.attributes[name] for element in holders}
        if len(values) == 1:
            for element in holders:
                del element.attributes[name]
            root.attributes[name] = values.pop()
