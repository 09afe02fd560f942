"""A picture taken apart: its shapes without words, and the words with place and look.

The painter knows neither looks of text that are inherited nor drawings inside drawings.

`<svg x="16" y="56"><g fill="#333"><text x="4" y="2">a</text></g></svg>` has the words “a” in #333 at (20, 58).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from generator.charts.svg.elements import NAMESPACE

ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}
SPACE = f"{{{NAMESPACE}}}"
_SPOKEN = frozenset(("title", "desc"))
_BOXES = frozenset(("svg", "g"))
_SHAPES = frozenset(("path", "circle", "rect"))
_OF_WORDS = frozenset(("fill", "font-size", "font-weight", "font-style", "text-anchor", "font-family"))
_OF_SHAPES = frozenset(("fill", "stroke", "stroke-width", "stroke-linejoin", "stroke-linecap", "stroke-dasharray"))
_OF_PLACES = frozenset(("x", "y", "transform"))
_OF_BOXES = frozenset(("width", "height", "viewBox", "role", "overflow", "id"))
_OF_MARKS = frozenset(("d", "cx", "cy", "r", "width", "height"))
_KNOWN = {
    **dict.fromkeys(_SPOKEN, frozenset[str]()),
    **dict.fromkeys(_BOXES, _OF_WORDS | _OF_SHAPES | _OF_PLACES | _OF_BOXES),
    **dict.fromkeys(_SHAPES, _OF_SHAPES | _OF_PLACES | _OF_MARKS),
    "text": _OF_WORDS | _OF_PLACES,
}


class UnknownError(Exception):
    """A picture has what only a whole renderer of SVG can draw."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A line of text: where its baseline begins, or what `anchor` says of it, its size and its look."""

    text: str
    x: float
    y: float
    anchor: float
    size: float
    colour: str
    style: str
    """`Regular`, `Bold` or `Italic`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flat:
    """A picture's size, its shapes as SVG without words or elements of their own measures, and its words."""

    width: int
    height: int
    shapes: bytes
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where an element's measures begin, and the look it has from those around it."""

    x: float = 0.0
    y: float = 0.0
    look: Mapping[str, str] = field(default_factory=dict)

    def inside(self, element: etree._Element, look: Mapping[str, str]) -> "_Place":
        """Return the place of what stands within an element."""
        x, y = _moved(element)
        own = {name: value for name, value in look.items() if name in _OF_WORDS}
        return _Place(x=self.x + x, y=self.y + y, look={**self.look, **own})


def flatten(svg: str) -> Flat:
    """Return a picture taken apart.

    Raises UnknownError if it has elements, attributes or transformations other than those of our drawings.
    """
    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    words = tuple(_taken(root, _Place()))
    width, height = int(root.get("width", "")), int(root.get("height", ""))
    return Flat(width=width, height=height, shapes=etree.tostring(root), words=words)


def _taken(element: etree._Element, place: _Place) -> Iterator[Words]:
    """Yield the words below an element, which loses them; boxes of their own become moved groups."""
    for child in list(element):
        name, look = _known(child)
        if name == "text":
            yield _words(child, place.inside(child, look))
        elif name in _BOXES:
            yield from _taken(child, place.inside(child, look))
            _regroup(child, look)
        if name == "text" or name in _SPOKEN:
            element.remove(child)


def _known(element: etree._Element) -> tuple[str, Mapping[str, str]]:
    """Return an element's name and attributes if all are among those that our drawings have."""
    name = str(element.tag).removeprefix(SPACE)
    look = {str(key): str(value) for key, value in element.attrib.items()}
    if name not in _KNOWN or not _KNOWN[name].issuperset(look) or (name == "text" and len(element)):
        raise UnknownError(name)
    return name, look


def _moved(element: etree._Element) -> tuple[float, float]:
    """Return how far an element stands from the one around it."""
    x, y = _translation(element.get("transform", ""))
    return x + float(element.get("x", "0")), y + float(element.get("y", "0"))


def _translation(transform: str) -> tuple[float, float]:
    """Return the numbers of `translate(4,2)`."""
    if not transform:
        return 0.0, 0.0
    if not (transform.startswith("translate(") and transform.count("(") == 1):
        raise UnknownError(transform)
    x, y = transform.removeprefix("translate(").removesuffix(")").split(",")
    return float(x), float(y)


def _words(element: etree._Element, place: _Place) -> Words:
    look = place.look
    if "font-size" not in look:
        raise UnknownError("font-size")
    return Words(
        text=element.text or "",
        x=place.x,
        y=place.y,
        anchor=ANCHORS[look.get("text-anchor", "start")],
        size=float(look["font-size"]),
        colour=look.get("fill", "#000000"),
        style="Bold" if look.get("font-weight") == "bold" else look.get("font-style", "regular").title(),
    )


def _regroup(box: etree._Element, look: Mapping[str, str]) -> None:
    """Make an element with measures of its own a group that is moved, if they are those around it."""
    if box.tag != f"{SPACE}svg":
        return
    if look.get("viewBox") != f"0 0 {look.get('width')} {look.get('height')}":
        raise UnknownError(look.get("viewBox"))
    x, y = _moved(box)
    box.tag = f"{SPACE}g"
    for name in (_OF_BOXES | _OF_PLACES).intersection(look):
        del box.attrib[name]
    box.set("transform", f"translate({x:g},{y:g})")
