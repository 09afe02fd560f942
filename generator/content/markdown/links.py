"""Links and images in the parsed tree: references become numbered spots with their text inside."""

import re
from dataclasses import dataclass, replace
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from generator.content.markdown.positions import TAG, SourceMap
from generator.content.references import (
    OF_FIGURES,
    SCHEMES,
    Reference,
    ReferenceFaultError,
    Scheme,
    parse_image,
    parse_reference,
)
from generator.diagnostics import Diagnostic, Location, suggest
from generator.rules import Rule
from generator.sources.files import IMAGES

SPOT, TEXT, END, SPLIT, DROP, KEEP = "\ue002", "\ue003", "\ue004", "\ue005", "\ue006", "\ue007"
"""Private-use characters: around a spot's number and text; at the start of a section;
and around a block that is left out where a value is missing."""

DROP_CLASS = "drop-if-missing"

_PAGE = re.compile(r"https?://[^\s/?#]+\S*")
MAIL = "mailto"
OUTER = {"http": _PAGE, "https": _PAGE, MAIL: re.compile(r"mailto:[^\s@]+@[^\s@]+")}
"""Schemes of links that leave the site, with what their addresses look like."""

OURS_AS_MAIL = tuple([MAIL, scheme] for scheme in SCHEMES)
"""How `<value:population@2024>` begins, which the parser takes for a mail address."""
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BLOCKS = frozenset(("div", "li", "td", "dd", "blockquote", "section", "aside", "details"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A reference as it stands in the source; its text is known when all inline markup is parsed."""

    address: str
    title: str
    location: Location
    is_image: bool

    @property
    def scheme(self) -> str:
        """The part before the colon: `value`; empty for a path."""
        return self.address.partition(":")[0] if ":" in self.address.split("/")[0] else ""

    def reference(self, text: str, html: str) -> Reference:
        """Return the reference of the link; raises ReferenceFaultError for a wrong one."""
        if self.is_image and self.scheme and not text.strip():
            hint = "Write ![Arrivals rose](chart:…)"
            raise ReferenceFaultError(Rule.CHART_ALT_MISSING, "The chart does not say what it shows.", hint)
        place, text = self.location, re.sub(r"\s*\n\s*", " ", text)
        if self.is_image and not self.scheme:
            return parse_image(self.address, title=self.title, text=text, html=html, location=place)
        if self.scheme and self.scheme != Scheme.CITE:
            address, image = self.address, self.is_image
            return parse_reference(address, title=self.title, text=text, html=html, location=place, is_image=image)
        return Reference(
            scheme=Scheme(self.scheme) if self.scheme else Scheme.PAGE,
            target=self.address.removeprefix(f"{Scheme.CITE}:"),
            country="",
            years=(),
            options=(),
            title=self.title,
            text=text,
            html=html,
            location=place,
        )


class LinkSpots(Treeprocessor):
    """Marks each link of ours in the tree, and each heading that begins a section; collects what is wrong."""

    def __init__(self, markdown: Markdown, source_map: SourceMap) -> None:
        super().__init__(markdown)
        self.spots: list[Link] = []
        self.asides: dict[int, tuple[Reference, ...]] = {}
        """The references in the text of an image, by the number of its spot."""
        self.taken: set[int] = set()
        """The numbers of all links in the tree."""
        self.problems: list[Diagnostic] = []
        self._source_map = source_map

    def run(self, root: Element) -> None:
        """Walk the tree once."""
        for at, child in reversed(list(enumerate(root))):
            if child.tag == "h2":
                mark = Element("p")
                mark.text = SPLIT
                root.insert(at, mark)
        self._walk(root, heading=False)

    def _walk(self, parent: Element, *, heading: bool) -> None:
        for at, child in enumerate(parent):
            if DROP_CLASS in (child.get("class") or "").split():
                _enclose(parent, at)
            if child.tag in {"a", "img"}:
                self._take(parent, child, heading=heading or parent.tag in HEADINGS)
            self._walk(child, heading=heading or parent.tag in HEADINGS)

    def _take(self, parent: Element, element: Element, *, heading: bool) -> None:
        link = self._link(element)
        if link.address.split(":")[:2] in OURS_AS_MAIL:
            return _unlink(element)  # what readers would see is told
        inner = list(element) if link.is_image else []
        for child in inner:
            element.remove(child)
        try:
            if not link.is_image:
                _check_text(element)
                if _leads_on(link, "".join(element.itertext())):
                    return None
            _check_link(link, heading=heading)
            _check_figure(link, parent)
            asides = tuple(self._aside(child) for child in inner)
        except ReferenceFaultError as fault:
            self.problems.append(diagnose(fault, link))
            _unlink(element)
        else:
            self.asides[len(self.spots)] = asides
            _mark(element, f"{SPOT}{len(self.spots)}{TEXT}")
            self.spots.append(link)

    def _aside(self, element: Element) -> Reference:
        """Return a reference in the text of an image; raises ReferenceFaultError where it cannot stand there."""
        link, text = self._link(element), "".join(element.itertext())
        if link.scheme not in OF_FIGURES or not text.strip(" …."):
            hint = "A chart's text takes figures in the author's words: ![Arrivals rose to [8.5 million](value:…)](chart:…)"
            raise ReferenceFaultError(
                Rule.REFERENCE_SYNTAX, "This link cannot stand in the text of a chart or an image.", hint
            )
        return replace(link.reference(text, text), is_aside=True)

    def _link(self, element: Element) -> Link:
        name = "src" if element.tag == "img" else "href"
        tagged = element.get(name) or ""
        number = TAG.search(tagged)
        self.taken.update(int(found[1]) for found in TAG.finditer(tagged))
        bare = _bare(TAG.sub("", tagged))
        where = self._source_map.link(int(number[1])) if number else self._between_angles(bare)
        element.set(name, bare)
        address, title = element.get(name, ""), element.get("title", "")
        return Link(address=address, title=title, location=where, is_image=element.tag == "img")

    def _between_angles(self, address: str) -> Location:
        """Return the place of an address without a number, `<name@example.org>`: the first of its like."""
        return self._source_map.first(f"<{address.removeprefix(f'{MAIL}:')}>")


def _bare(address: str) -> str:
    """Return an address without the blanks, line ends and angle brackets around it.

    That of `<name@example.org>` comes as numbers of letters, against those who collect addresses.
    """
    letters = unescape(address.replace(AMP_SUBSTITUTE, "&")) if AMP_SUBSTITUTE in address else address
    bare = letters.strip()
    return bare[1:-1] if bare.startswith("<") and bare.endswith(">") else bare


def diagnose(fault: ReferenceFaultError, link: Link) -> Diagnostic:
    """Return the diagnostic of a wrong link."""
    return Diagnostic(rule=fault.rule, location=link.location, message=str(fault), hint=fault.hint)


OF_NOTES = ("#fn:", "#fnref")
"""How the parser's own links between notes and their marks begin."""


def _check_text(link: Element) -> None:
    """Raise ReferenceFaultError for a link around an image, which is taken out of it."""
    images = [child for child in link if child.tag == "img"]
    for image in images:
        link.remove(image)
    if images:
        hint = "Put the link into the text, or its address as `source` into content/images.yaml."
        raise ReferenceFaultError(Rule.REFERENCE_SYNTAX, "An image cannot be a link.", hint)


def _leads_on(link: Link, text: str) -> bool:
    """Whether a link is left to browsers unchanged; raises ReferenceFaultError for a bad address."""
    if not link.address:
        raise ReferenceFaultError(Rule.LINK_BROKEN, "The link has no address.", "Write [text](https://example.org/)")
    if link.scheme in OUTER and not OUTER[link.scheme].fullmatch(link.address):
        hint = "Write https://example.org/page or mailto:name@example.org, without spaces."
        raise ReferenceFaultError(Rule.LINK_BROKEN, f"'{link.address}' is no address.", hint)
    outer = link.scheme in OUTER or link.address.startswith(OF_NOTES)
    if outer and not text.strip():
        hint = f"Write [what it leads to]({link.address})"
        raise ReferenceFaultError(Rule.REFERENCE_SYNTAX, "The link has no text.", hint)
    return outer


def _check_link(link: Link, *, heading: bool) -> None:
    if link.is_image and link.scheme in OUTER:
        hint = f"Save it in {IMAGES}, with its author and licence in content/images.yaml, or link to it."
        raise ReferenceFaultError(Rule.LINK_SCHEME, "An image from another site is not shown.", hint)
    if link.scheme and link.scheme not in {*SCHEMES, Scheme.CITE}:
        known = f"Links begin with https:, http:, mailto: or {', '.join(f'{s}:' for s in SCHEMES)}"
        hint = suggest(link.scheme, (*OUTER, *SCHEMES), known, cutoff=0.7, form="'{}:'")
        raise ReferenceFaultError(Rule.LINK_SCHEME, f"The scheme '{link.scheme}:' is not allowed.", hint)
    if heading:
        hint = "Put it into the text below the heading."
        raise ReferenceFaultError(Rule.HEADING_VALUE, "A heading cannot hold a figure, a link or a chart.", hint)


def _check_figure(link: Link, parent: Element) -> None:
    alone = len(parent) == 1 and not ((parent.text or "") + (parent[0].tail or "")).strip()
    if not link.is_image or parent.tag in BLOCKS or (parent.tag == "p" and alone):
        return
    hint = "Put an empty line before and after it."
    if link.scheme == Scheme.CHART:
        raise ReferenceFaultError(Rule.CHART_INVALID, "The chart stands within a sentence.", hint)
    if not link.scheme:
        raise ReferenceFaultError(Rule.REFERENCE_SYNTAX, "The image stands within a sentence.", hint)


def _unlink(element: Element) -> None:
    element.text = element.get("alt", "") if element.tag == "img" else element.text
    element.tag = "span"
    element.attrib.clear()


def _mark(element: Element, opening: str) -> None:
    """Make a link a span that begins with `opening` and ends with END around the author's own text."""
    _unlink(element)
    element.text = opening + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + END
    else:
        element.text += END


def _enclose(parent: Element, at: int) -> None:
    """Put marks around a block: before it, in its elder's tail or its parent's text, and after it."""
    if at:
        parent[at - 1].tail = (parent[at - 1].tail or "") + DROP
    else:
        parent.text = (parent.text or "") + DROP
    parent[at].tail = KEEP + (parent[at].tail or "")
