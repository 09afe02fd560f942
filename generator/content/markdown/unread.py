"""Unread references: addresses and citations that are printed as words, as they are no links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from generator.content.markdown.positions import SourceMap
from generator.content.references import SCHEMES, Scheme
from generator.diagnostics import Diagnostic
from generator.rules import Rule

_REST = r"[^\s()\[\]{}<>]*+"
_OURS = rf"(?:{'|'.join(SCHEMES)}):(?=[^\W_]|…){_REST}"
_PATH = rf"(?:https?://|mailto:|#\w|(?:[\w.-]+/)*+[\w-]+\.(?:md|jpe?g|png|webp)\b){_REST}"
_ADDRESS = rf"(?P<address>{_OURS}|{_PATH})"

_GAP = re.compile(rf"(?<!\\)\]\s+\({_ADDRESS}")
_EXCHANGED = re.compile(rf"\)\[{_ADDRESS}\]")
_BARE = re.compile(rf"(?<![\w:/.&\\-])(?<!\]\[)(?P<address>{_OURS})")
_BRACKET = re.compile(r"(?<!\\)(?:[({<]|(?<!\])\[)[^\S\n]*$|\]$")
_PLACED = re.compile(r"/[A-Z]{3}\b|@\d{4}")
_CITATION = re.compile(rf"(?<!\\)\[(?:{Scheme.CITE}:\w|(?![@^])[^\[\]\n@]*(?<![\w.])@\w)[^\[\]\n]*\](?![(\[:])")

_AHEAD = re.compile(rf"[^\n.;:()\[\]{{}}]{{0,30}}[)\]}}]?\s*[(\[{{<]\s*(?:{_OURS}|{_PATH})")
_IMAGE = re.compile(r"^(?!https?:).*\.(?:jpe?g|png|webp)$")
_TAG = re.compile(r"<[^<>]+>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """What is no link: where it stands, its words, and what is wrong with it."""

    start: int
    words: str
    message: str
    hint: str


def find_unread(clean: str, source_map: SourceMap) -> Iterator[Diagnostic]:
    """Yield a problem for each address that `clean`, the HTML as published, shows to readers."""
    found = sorted((*_links(source_map), *_citations(source_map)), key=lambda each: each.start)
    printed = " ".join(unescape(_TAG.sub("", clean)).split()) if found else ""
    for each in found:
        if " ".join(each.words.split()) in printed:
            where = source_map.location(each.start)
            yield Diagnostic(rule=Rule.REFERENCE_SYNTAX, location=where, message=each.message, hint=each.hint)


def written_as(address: str) -> str:
    """Return how a link to an address is written: `[text](value:population)`, `![text](chart:population)`."""
    is_image = address.startswith(f"{Scheme.CHART}:") or _IMAGE.search(address)
    return f"{'!' if is_image else ''}[text]({address})"


def is_path(address: str) -> bool:
    """Whether an address leads to a file or a part of a page: `../countries/latvia.md`, `#trade`."""
    return re.match(_PATH, address) is not None


def is_before_address(text: str, end: int) -> bool:
    """Whether an address stands some words behind an offset, in brackets that make no link."""
    return _AHEAD.match(text, end) is not None


def _links(source_map: SourceMap) -> Iterator[Unread]:
    """Yield the addresses of would-be links, one for each."""
    text, taken = source_map.without_code, set(source_map.addresses)
    for found in _GAP.finditer(text):
        start = source_map.opening(found.start())
        if start is not None and text[start + 1] not in "@^" and text[start - 1 : start] != "]":
            taken.add(found.start("address"))
            yield _link(found, start, "This is no link: a blank stands between ] and (.")
    for found in _EXCHANGED.finditer(text):
        taken.add(found.start("address"))
        yield _link(found, found.start(), "This is no link: its brackets are exchanged.")
    for found in _BARE.finditer(text):
        if found.start() not in taken and (_is_in_brackets(text, found.start()) or _PLACED.search(found[0])):
            scheme = found["address"].partition(":")[0]
            yield _link(found, found.start(), f"This '{scheme}:' is in no link.")


def _is_in_brackets(text: str, start: int) -> bool:
    """Whether an address stands behind a bracket, but not where a label does, which others tell."""
    return _BRACKET.search(text, max(0, start - len("][  ")), start) is not None


def _link(found: re.Match[str], start: int, message: str) -> Unread:
    link = written_as(found["address"].rstrip(".,;:!?"))
    hint = f"Write {link}: the text in square brackets, right behind it the address in round ones."
    return Unread(start=start, words=found[0], message=message, hint=hint)


def _citations(source_map: SourceMap) -> Iterator[Unread]:
    for found in _CITATION.finditer(source_map.without_code):
        message = "This is no citation: it does not begin with a key."
        hint = r"Write [@key], [@key, p. 31] or [@one; @two], and \[ for a bracket that is meant."
        yield Unread(start=found.start(), words=found[0], message=message, hint=hint)
