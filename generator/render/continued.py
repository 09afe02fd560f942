"""Line breaks for the reader of a template: an indented line continues the one above, as in JSX.

Beside a tag of HTML or a block of Jinja the break is nothing, inside a tag and between words it is one space; a line that
begins at the margin stays a line of the page. So `<ul>`, below it `  <li>{{ name }}</li>`, gives `<ul><li>…`.
"""

import re

from jinja2.ext import Extension

_JINJA = re.compile(r"(\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\})", re.DOTALL)
_BREAK = re.compile(r"[ \t]*\n(?:[ \t]*\n)*[ \t]+")


class ContinuedLines(Extension):
    """Joins the lines of templates before they are read; their numbers stay as they are in the file."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's own names
        """Return the source with each continued line joined; a remark holds the line break."""
        return join_lines(source)


def join_lines(source: str) -> str:
    """Return a template with indented lines joined to the ones above, and as many lines as before."""
    pieces = _JINJA.split(source)
    inside = False
    for at in range(0, len(pieces), 2):
        before = pieces[at - 1] if at else ""
        after = pieces[at + 1] if at + 1 < len(pieces) else ""
        pieces[at], inside = _joined(pieces[at], before, after, inside=inside)
    return "".join(pieces)


def _joined(text: str, before: str, after: str, *, inside: bool) -> tuple[str, bool]:
    """Return a text between two pieces of Jinja joined, and whether it ends inside a tag of HTML."""
    made, start = "", 0
    for match in _BREAK.finditer(text):
        made += text[start : match.start()]
        inside = _is_inside(text[start : match.start()], inside=inside)
        remark = "{#" + "\n" * match[0].count("\n") + "#}"
        left, right = made[-1:] or before[:2], text[match.end() : match.end() + 1] or after[:2]
        made += _gap(left, right, inside=inside) + remark
        start = match.end()
    return made + text[start:], _is_inside(text[start:], inside=inside)


def _is_inside(text: str, *, inside: bool) -> bool:
    return text.rfind("<") > text.rfind(">") if "<" in text or ">" in text else inside


def _gap(left: str, right: str, *, inside: bool) -> str:
    if inside:
        return "" if right == ">" else " "
    return "" if {left, right} & {">", "<", "{%", "", "}"} else " "
