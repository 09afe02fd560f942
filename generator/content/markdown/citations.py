"""Citations, ``[@key]``, ``[@key, p. 31]``, ``[@a; @b]``: the one extension of Markdown."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from generator.content.markdown.positions import CLOSE, OPEN
from generator.content.references import Scheme

BEFORE_LINKS = 175
_KEY = re.compile(r"@([\w:./+-]*\w)")
_FORM = re.compile(r"@(?P<key>[\w:./+-]+)(?:\s*,\s*(?P<locator>[^@]+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """One work within a citation: its key, and the place within it as typed: `p. 31`."""

    key: str
    locator: str = ""


def parse_citation(text: str) -> tuple[Cited, ...] | None:
    """Return the works of a citation's text, as `@nye1990, p. 31; @x`, or None where it is none."""
    found = [_FORM.fullmatch(part.strip()) for part in text.split(";")]
    if not all(found):
        return None
    return tuple(Cited(key=f["key"], locator=" ".join((f["locator"] or "").split())) for f in found if f)


def written_citation(text: str) -> str:
    """Return how a citation that cannot be read is written: of the works it names, if several."""
    keys = _KEY.findall(text)
    return f"[{'; '.join(f'@{key}' for key in keys)}]" if len(keys) > 1 else "[@key], [@key, p. 31] or [@one; @two]"


class Citations(InlineProcessor):
    """An inline pattern that makes a citation a link with the scheme `cite`, like any reference."""

    def __init__(self, markdown: Markdown) -> None:
        super().__init__(rf"\[({OPEN}\d+{CLOSE})(@[^\[\]]+)\]", markdown)

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - the library passes it
    ) -> tuple[Element, int, int]:
        """Return the link and the range it replaces."""
        link = Element("a", href=f"{m[1]}{Scheme.CITE}:{' '.join(m[2].split())}")
        link.text = m[2]
        return link, m.start(0), m.end(0)
