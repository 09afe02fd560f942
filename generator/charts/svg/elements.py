"""Elements of a drawing as plain records, and their text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

NAMESPACE = "http://www.w3.org/2000/svg"


Stroke = tuple[int, int, int, int]
"""A straight line in tenths of a pixel: where it begins, from the left and above, and how far it runs."""


@dataclass(slots=True, kw_only=True, eq=False)
class Element:
    """An element of SVG: its name, its attributes in their order, what it contains, and its text.

    Lines of one look may be one element until the drawing is made compact, with a stroke for each.
    """

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element"] = field(default_factory=list)
    text: str = ""
    strokes: Sequence[Stroke] = ()

    def walk(self) -> Iterator["Element"]:
        """Yield the element and all below it, in the order of the document."""
        yield self
        for child in self.children:
            yield from child.walk()


def write_element(element: Element) -> str:
    """Return the element as XML, with quotes around values alone: `<g fill="none"><line x2="9"/></g>`."""
    opening = "".join(f' {name}="{_quoted(value)}"' for name, value in element.attributes.items())
    inside = _quoted(element.text) + "".join(map(write_element, element.children))
    return f"<{element.tag}{opening}>{inside}</{element.tag}>" if inside else f"<{element.tag}{opening}/>"


def _quoted(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
