"""Markdown to sanitised HTML and references in reading order.

Python-Markdown knows no line numbers, so each link's address is tagged before parsing with a number between private-use
characters; the number leads back to the place in the source. Tags left over in code are taken out at the end.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from xml.etree.ElementTree import Element

import nh3
from lxml import html as lxml_html
from markdown import Markdown
from markdown.extensions.toc import slugify_unicode
from markdown.treeprocessors import Treeprocessor

from generator.content.references import SCHEMES, Reference, ReferenceFaultError, parse_reference
from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule

OPEN, CLOSE, SPOT, END, SPLIT = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_LINK = re.compile(r"\]\(")
_TAG = re.compile(f"{OPEN}(\\d+){CLOSE}")
_SPOT = re.compile(f"{SPOT}(\\d+){END}")
_ALONE = re.compile(f"<p>\\s*({SPOT}\\d+{END})\\s*</p>")
EXTENSIONS = ["footnotes", "toc", "attr_list", "md_in_html", "tables", "abbr", "def_list", "admonition", "fenced_code"]
NESTING, REFERENCES = 50, 20_000

TAGS = frozenset(
    [
        "a",
        "abbr",
        "aside",
        "b",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "dd",
        "del",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "ins",
        "kbd",
        "li",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "var",
    ]
)
ATTRIBUTES = {"*": {"id", "class"}, "a": {"href", "title"}, "abbr": {"title"}, "ol": {"start"}, "th": {"scope"}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A body: sections as (id, title, parts), all ids, and what was wrong."""

    sections: tuple[tuple[str, str, tuple[str | Reference, ...]], ...]
    anchors: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]


def parse_markdown(text: str, path: str, first_line: int) -> Parsed:
    """Return a document's body; `first_line` is the line of the file at which `text` begins."""
    source = _Source(text, path, first_line)
    if problem := source.limit():
        return Parsed(sections=(), anchors=frozenset(), diagnostics=(problem,))
    links = _Links(source)
    markdown = Markdown(
        extensions=EXTENSIONS,
        extension_configs={"toc": {"slugify": slugify_unicode}, "footnotes": {"BACKLINK_TEXT": "↩\ufe0e"}},
    )
    markdown.treeprocessors.register(_Replace(markdown, links), "references", 1)
    made = _TAG.sub("", markdown.convert(source.tagged()))
    problems = (*links.problems, *_check_html(made, source))
    clean = nh3.clean(
        made, tags=set(TAGS), attributes=ATTRIBUTES, link_rel=None, url_schemes={"http", "https", "mailto"}
    )
    anchors = re.findall(r'\bid="([^"]*)"', clean)
    return Parsed(
        sections=tuple(_sections(_ALONE.sub(r"\1", clean), links.found)),
        anchors=frozenset(anchors),
        diagnostics=(*problems, *_check_ids(anchors, source)),
    )


class _Source:
    """The text of a document with the places of its links."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = PRIVATE.sub("", text)
        self._path = path
        self._first = first_line
        self._links = [match.end() for match in _LINK.finditer(self.text)]

    def tagged(self) -> str:
        """Return the text with a number in front of each link's address."""
        pieces, before = [], 0
        for number, at in enumerate(self._links):
            pieces += [self.text[before:at], f"{OPEN}{number}{CLOSE}"]
            before = at
        return "".join([*pieces, self.text[before:]])

    def link(self, number: int) -> Location:
        """Return where the link with this number begins: at its bracket."""
        end = self._links[number] - 2
        depth, at = 1, end
        while at > 0 and depth:
            at -= 1
            depth += {"]": 1, "[": -1}.get(self.text[at], 0)
        return self.place(at - 1 if at and self.text[at - 1] == "!" else at)

    def place(self, offset: int) -> Location:
        """Return line and column of an offset."""
        start = self.text.rfind("\n", 0, offset) + 1
        line = self.text.count("\n", 0, offset) + self._first
        return Location(path=self._path, line=line, column=offset - start + 1)

    def search(self, pattern: str) -> Location:
        """Return where a pattern first matches, or the first line."""
        found = re.search(pattern, self.text, re.IGNORECASE)
        return self.place(found.start() if found else 0)

    def limit(self) -> Diagnostic | None:
        """Return the problem of a text with more links or deeper brackets than are read in linear time."""
        if len(self._links) > REFERENCES:
            message = f"More than {REFERENCES:,} links."
            return Diagnostic(
                rule=Rule.REFERENCE_LIMIT, location=self.place(0), message=message, hint="Split the file."
            )
        depth = 0
        for at, character in enumerate(self.text):
            depth = max(0, depth + {"[": 1, "]": -1}.get(character, 0)) if character != "\n" or depth else 0
            if character == "\n" and self.text.startswith("\n", at + 1):
                depth = 0
            if depth > NESTING:
                message = f"Brackets nested deeper than {NESTING}."
                return Diagnostic(rule=Rule.NESTING_LIMIT, location=self.place(at), message=message, hint="Close them.")
        return None


class _Links:
    """Every link and image of a document: references kept by number, the rest checked."""

    def __init__(self, source: _Source) -> None:
        self.found: list[Reference] = []
        self.problems: list[Diagnostic] = []
        self._source = source

    def take(self, element: Element, *, heading: bool) -> str | None:
        """Return what stands for a link's element, or None where it may stay as it is."""
        image = element.tag == "img"
        address, location = self._address(element.get("src" if image else "href") or "")
        element.set("src" if image else "href", address)
        scheme = address.partition(":")[0] if ":" in address.split("/")[0] else ""
        if scheme in {"http", "https", "mailto"} and not image:
            return None
        if address.startswith("#") and not image:
            return None
        return self._reference(element, address, scheme, location, heading=heading)

    def _address(self, tagged: str) -> tuple[str, Location]:
        found = _TAG.search(tagged)
        where = self._source.link(int(found[1])) if found else self._source.place(0)
        return _TAG.sub("", tagged), where

    def _reference(self, element: Element, address: str, scheme: str, location: Location, *, heading: bool) -> str:
        text = element.get("alt", "") if element.tag == "img" else "".join(element.itertext())
        try:
            self._check(scheme, address, text, image=element.tag == "img", heading=heading)
            reference = self._parse(element, address, scheme, location, text)
        except ReferenceFaultError as fault:
            self.problems.append(Diagnostic(rule=fault.rule, location=location, message=str(fault), hint=fault.hint))
            return text
        self.found.append(reference)
        return f"{SPOT}{len(self.found) - 1}{END}"

    def _check(self, scheme: str, address: str, text: str, *, image: bool, heading: bool) -> None:
        if scheme and scheme not in SCHEMES:
            hint = f"Links begin with https:, http:, mailto: or {', '.join(f'{s}:' for s in SCHEMES)}"
            raise ReferenceFaultError(Rule.LINK_SCHEME, f"The scheme '{scheme}:' is not allowed.", hint)
        if image and not scheme:
            hint = "Draw it from data: ![what it shows](chart:indicator)"
            raise ReferenceFaultError(Rule.LINK_SCHEME, f"The image '{address}' cannot be shown.", hint)
        if image and not text.strip():
            hint = "Write ![Arrivals more than doubled](chart:…)"
            raise ReferenceFaultError(Rule.CHART_ALT_MISSING, "The chart does not say what it shows.", hint)
        if heading and scheme in {"value", "claim"}:
            hint = "Put the figure into the text below the heading."
            raise ReferenceFaultError(Rule.HEADING_VALUE, "A heading cannot hold a bound figure.", hint)

    def _parse(self, element: Element, address: str, scheme: str, location: Location, text: str) -> Reference:
        title = element.get("title", "")
        if scheme:
            image = element.tag == "img"
            return parse_reference(
                address, title=title, text=text, html=escape(text), location=location, is_image=image
            )
        return Reference(
            scheme="page",
            target=address,
            country="",
            years=(),
            options=(),
            title=title,
            text=text,
            html=escape(text),
            location=location,
        )


class _Replace(Treeprocessor):
    """Puts a private-use spot in the place of each reference, and a mark before each heading that begins a section."""

    def __init__(self, markdown: Markdown, links: _Links) -> None:
        super().__init__(markdown)
        self._links = links

    def run(self, root: Element) -> None:
        """Walk the tree once."""
        for at, child in reversed(list(enumerate(root))):
            if child.tag == "h2":
                mark = Element("p")
                mark.text = SPLIT
                root.insert(at, mark)
        self._walk(root, heading=False)

    def _walk(self, parent: Element, *, heading: bool) -> None:
        for child in list(parent):
            within = heading or child.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}
            spot = self._links.take(child, heading=within) if child.tag in {"a", "img"} else None
            if spot is None:
                self._walk(child, heading=within)
            else:
                _replace_with_text(parent, child, spot)


def _replace_with_text(parent: Element, child: Element, text: str) -> None:
    at = list(parent).index(child)
    text += child.tail or ""
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
    parent.remove(child)


def _check_html(made: str, source: _Source) -> Iterator[Diagnostic]:
    """Yield a problem for each element or attribute that sanitising would take away."""
    if not made.strip():
        return
    for element in lxml_html.fragment_fromstring(made, create_parent="div").iterdescendants():
        tag = element.tag if isinstance(element.tag, str) else "!--"
        if tag == "!--":
            continue
        if tag not in TAGS:
            hint = "Use Markdown; headings begin at ##." if tag == "h1" else "Use Markdown instead of this element."
            where = source.search(r"^#\s|<h1" if tag == "h1" else f"<{re.escape(tag)}")
            message = f"The element <{tag}> is not allowed."
            yield Diagnostic(rule=Rule.HTML_NOT_ALLOWED, location=where, message=message, hint=hint)
            continue
        for name in sorted(set(element.attrib) - ATTRIBUTES["*"] - ATTRIBUTES.get(tag, set())):
            message = f"The attribute '{name}' is not allowed."
            where = source.search(re.escape(name))
            hint = "Only id and class may be set."
            yield Diagnostic(rule=Rule.HTML_NOT_ALLOWED, location=where, message=message, hint=hint)


def _check_ids(anchors: list[str], source: _Source) -> Iterator[Diagnostic]:
    for name in sorted({a for a in anchors if anchors.count(a) > 1}):
        where = source.search(r"\{[^}\n]*#" + re.escape(name) + r"\b")
        message = f"The id '{name}' stands here twice."
        yield Diagnostic(rule=Rule.HEADING_DUPLICATE, location=where, message=message, hint="Give one another id.")


def _sections(clean: str, found: list[Reference]) -> Iterator[tuple[str, str, tuple[str | Reference, ...]]]:
    first, *rest = clean.split(f"<p>{SPLIT}</p>")
    if first.strip():
        yield "", "", tuple(_parts(first, found))
    for chunk in rest:
        heading = re.match(r'\s*<h2(?:[^>]*?\bid="([^"]*)")?[^>]*>(.*?)</h2>', chunk, re.DOTALL)
        if heading:
            yield heading[1] or "", re.sub(r"<[^>]+>", "", heading[2]), tuple(_parts(chunk[heading.end() :], found))


def _parts(chunk: str, found: list[Reference]) -> Iterator[str | Reference]:
    for at, piece in enumerate(_SPOT.split(chunk)):
        if at % 2:
            yield found[int(piece)]
        elif piece.strip() or (piece and at):
            yield piece
