"""Markdown to sections of sanitised HTML and references in reading order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.admonition import AdmonitionExtension
from markdown.extensions.attr_list import AttrListExtension
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.md_in_html import MarkdownInHtmlExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension

from generator.content.documents import DocumentKind, DocumentSection, DropIfMissing, Part
from generator.content.markdown.additions import register_additions
from generator.content.markdown.citations import BEFORE_LINKS, Citations
from generator.content.markdown.definitions import check_definitions
from generator.content.markdown.footnotes import LetteredFootnotes
from generator.content.markdown.images import AFTER_LINKS, Images
from generator.content.markdown.layout import AFTER_TABS, BlockLayout
from generator.content.markdown.leftovers import find_leftovers, find_unclosed
from generator.content.markdown.limits import find_limit, too_deep
from generator.content.markdown.links import DROP, END, KEEP, SPLIT, SPOT, TEXT, LinkSpots, diagnose
from generator.content.markdown.notes import check_notes, lines_of_repeated
from generator.content.markdown.page_ids import slugify_for
from generator.content.markdown.positions import TAG, SourceMap
from generator.content.markdown.sanitise import check_html, check_ids, sanitise, written_classes
from generator.content.markdown.signs import check_numbers, find_printed
from generator.content.markdown.tables import BEFORE_PARAGRAPHS, Tables
from generator.content.markdown.unread import find_unread
from generator.content.markdown.unresolved import find_lost, find_undefined, labels_of
from generator.content.references import Reference, ReferenceFaultError
from generator.diagnostics import Diagnostic, Location

AFTER_ALL_OTHERS = -1
_SPOT = re.compile(f"<span>{SPOT}(\\d+){TEXT}(.*?){END}</span>", re.DOTALL)
_ALONE = re.compile(f"<p>\\s*(<span>{SPOT}(\\d+){TEXT}[^{END}]*{END}</span>)\\s*</p>")
_SECTION = re.compile(r'\s*<h2(?:[^>]*?\bid="([^"]*)")?[^>]*>(.*?)</h2>', re.DOTALL)
_ABBREVIATION = re.compile(r"^[*]\[(?P<abbr>[^\\\[\]\n]*?)\][ ]?:[ ]*\n?[ ]*(?P<title>.*)$", re.MULTILINE)
_FEW = 160
_ELEMENT = re.compile(r"<[^>]+>")
_FRONT = re.compile(r"(<[^<>]*>)([^<>]*)\Z")
_BLOCK = re.compile(r"</?(?:blockquote|br|d[dlt]|div|figcaption|h\d|li|ol|p|section|t(?:able|body|[dhr]|head)|ul)\b")
OBJECT = "\ufffc"
"""Stands for an element among words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A document's body: its sections, all ids, and problems."""

    sections: tuple[DocumentSection, ...] = ()
    anchors: frozenset[str] = frozenset()
    diagnostics: tuple[Diagnostic, ...]
    classes: tuple[tuple[str, Location], ...] = ()
    """Each class that the text gives an element, with its place."""
    unread: tuple[int, ...] = ()
    """Offsets of the addresses that are in no link, of which the diagnostics tell."""


def parse_markdown(source_map: SourceMap, kind: DocumentKind = DocumentKind.PAGE) -> Parsed:
    """Return the body of a document of a kind."""
    if problem := find_limit(source_map):
        return Parsed(diagnostics=(problem,))
    try:
        return _parsed(source_map, kind)
    except RecursionError:  # blocks within blocks of kinds that no limit counts
        return Parsed(diagnostics=(too_deep(source_map),))


def plain_markdown(kind: DocumentKind = DocumentKind.PAGE) -> Markdown:
    """Return a converter that takes for an abbreviation only what stands between two brackets on one line."""
    markdown = Markdown(extensions=list(_extensions(kind)))
    # the library's own pattern runs over brackets and lines: `*[a][b]` above a definition would vanish
    markdown.parser.blockprocessors["abbr"].RE = _ABBREVIATION  # type: ignore[attr-defined] # the stubs lack it
    register_additions(markdown)
    markdown.preprocessors.register(BlockLayout(markdown), "layout", AFTER_TABS)
    return markdown


def _extensions(kind: DocumentKind) -> Iterator[Extension]:
    """Yield the library's extensions, as objects: of a name it looks through all that is installed."""
    yield FootnoteExtension(BACKLINK_TEXT="↩\ufe0e", BACKLINK_TITLE="{}")
    yield TocExtension(slugify=slugify_for(kind))
    yield AttrListExtension()
    yield MarkdownInHtmlExtension()
    yield TableExtension()
    yield AbbrExtension()
    yield DefListExtension()
    yield AdmonitionExtension()
    yield FencedCodeExtension()
    yield SaneListExtension()


def _parsed(source_map: SourceMap, kind: DocumentKind) -> Parsed:
    markdown = plain_markdown(kind)
    links = LinkSpots(markdown, source_map)
    markdown.treeprocessors.register(links, "links", AFTER_ALL_OTHERS)
    markdown.treeprocessors.register(LetteredFootnotes(markdown), "letters", AFTER_ALL_OTHERS)
    markdown.inlinePatterns.register(Citations(markdown), "citations", BEFORE_LINKS)
    tables = Tables(markdown, source_map)
    markdown.parser.blockprocessors.register(tables, "table", BEFORE_PARAGRAPHS)
    markdown.inlinePatterns.register(Images(markdown), "image_link", AFTER_LINKS)
    tagged = markdown.convert(source_map.with_numbered_links())
    made = TAG.sub("", tagged)
    clean = sanitise(made)
    shown = clean if made == tagged else sanitise(tagged)
    unread = tuple(find_unread(shown, source_map))
    anchors = re.findall(r'\bid="([^"]*)"', clean)
    body = _Body(links, source_map)
    sections = tuple(body.sections(clean))
    rows = {each.location.line for each in tables.problems}
    checked = (
        *check_html(made, anchors, source_map),
        *check_ids(anchors, source_map, kind),
        *check_definitions(source_map),
        *check_notes(source_map),
        *(each for each in find_leftovers(shown, clean, source_map) if each.location.line not in rows),
        *(each.diagnostic(source_map) for each in unread),
        *find_unclosed(clean, source_map),
        *find_printed(clean, source_map),
        *check_numbers(source_map),
    )
    undefined = find_undefined(clean, labels_of(markdown.references), source_map)
    problems = (*links.problems, *body.problems, *tables.problems, *undefined, *checked)
    repeated = lines_of_repeated(source_map)
    lost = find_lost(tagged, links.taken, source_map, problems)
    problems += tuple(each for each in lost if each.location.line not in repeated)
    at = tuple(each.at for each in unread)
    classes = tuple(written_classes(clean, source_map))
    return Parsed(sections=sections, anchors=frozenset(anchors), diagnostics=problems, classes=classes, unread=at)


def _words_around(html: str, spot: re.Match[str]) -> tuple[str, str]:
    """Return some words before and behind a reference, within its block.

    Another element there ends them as OBJECT, as does what is cut off.
    """
    before, behind = html[max(0, spot.start() - _FEW) : spot.start()], html[spot.end() : spot.end() + _FEW]
    front = _FRONT.search(before)
    words, tag, rest = behind.partition("<")
    ends = _BLOCK.match(tag + rest) if tag else spot.end() + _FEW >= len(html)
    begins = _BLOCK.match(front[1]) if front else spot.start() <= _FEW
    first, last = "" if begins else OBJECT, "" if ends else OBJECT
    return first + unescape(front[2] if front else before), unescape(words) + last


class _Body:
    """A cutter of clean HTML into sections, and of sections into HTML and references."""

    def __init__(self, links: LinkSpots, source_map: SourceMap) -> None:
        self.problems: list[Diagnostic] = []
        self._links = links.spots
        self._asides = links.asides
        self._source_map = source_map

    def sections(self, clean: str) -> Iterator[DocumentSection]:
        """Yield the part before the first heading, if any, and a section for each heading."""
        first, *rest = _ALONE.sub(self._figure, clean).split(f"<p>{SPLIT}</p>")
        start, headings = self._source_map.location(0), self._source_map.headings()
        if first.strip():
            yield DocumentSection(id="", title="", location=start, parts=tuple(self._parts(first)))
        known = headings if len(headings) == len(rest) else (start,) * len(rest)
        for chunk, place in zip(rest, known, strict=True):
            if heading := _SECTION.match(chunk):
                parts = tuple(self._parts(chunk[heading.end() :]))
                title = unescape(_ELEMENT.sub("", heading[2]))
                yield DocumentSection(id=heading[1] or "", title=title, location=place, parts=parts)

    def _figure(self, paragraph: re.Match[str]) -> str:
        """Return a chart without the paragraph around it, which HTML forbids; others as they are."""
        return paragraph[1] if self._links[int(paragraph[2])].is_image else paragraph[0]

    def _parts(self, chunk: str) -> Iterator[Part]:
        """Yield HTML and references in reading order, blocks that may be left out as parts of their own."""
        for at, piece in enumerate(re.split(f"[{DROP}{KEEP}]", chunk)):
            parts = tuple(self._flat(piece))
            if at % 2 and parts:
                yield DropIfMissing(parts=parts)
            else:
                yield from parts

    def _flat(self, chunk: str) -> Iterator[str | Reference]:
        before = 0
        for spot in _SPOT.finditer(chunk):
            if spot.start() > before and (before or chunk[: spot.start()].strip()):
                yield chunk[before : spot.start()]
            made = self._reference(int(spot[1]), spot[2])
            if isinstance(made, Reference):
                words_before, words_after = _words_around(chunk, spot)
                made = replace(made, before=words_before, after=words_after)
            yield made
            yield from self._asides.get(int(spot[1]), ())
            before = spot.end()
        if chunk[before:].strip():
            yield chunk[before:]

    def _reference(self, number: int, html: str) -> Reference | str:
        link = self._links[number]
        try:
            return link.reference(unescape(_ELEMENT.sub("", html)), html)
        except ReferenceFaultError as fault:
            self.problems.append(diagnose(fault, link))
            return html
