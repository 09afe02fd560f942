"""Unread references: addresses and citations that readers see as words, since they are no links."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from generator.content.markdown.links import END, SPOT, TEXT
from generator.content.markdown.positions import CLOSE, SourceMap
from generator.content.references import SCHEMES, Scheme
from generator.diagnostics import Diagnostic
from generator.rules import Rule

_REST = r"[^\s()\[\]{}<>|*\"'”’\ue000-\uf8ff]*"
_OURS = rf"(?i:{'|'.join((*SCHEMES, Scheme.CITE))}):(?:[^\W\d_]{_REST}|…)"
_PATH = rf"(?:https?://|mailto:|#[a-z]|(?:[\w.-]+/)*+[\w-]+\.(?:md|jpe?g|png|webp)\b){_REST}"
_ADDRESS = re.compile(
    rf"(?<![\w:/.&=?+@#\\{CLOSE}-])(?<!\]\[)(?P<ours>{_OURS})"
    rf"|(?<=[(\[])(?P<path>{_PATH})(?=[)\]]|\s+[\"'])"  # other addresses only in brackets of their own
)
_KEY = r"@(?P<{}>[^\W\d_][\w:.+-]*\d[\w-]*)"
"""A key with a figure in it, as `@nye1990`: other names may be those of people."""
_CITATION = re.compile(
    rf"(?<!\\)\[(?![@^])(?:[^\[\]@\n]|\n(?!\s*\n)){{0,80}}?(?<![\w./]){_KEY.format('within')}[^\[\]]{{0,80}}\](?![(\[:])"
    rf"|(?<!\\)\({_KEY.format('round')}[^()\[\]]{{0,80}}\)"
    r"|(?<![\w./@\\\[(-])@(?P<bare>[^\W\d_]\w*\d{4}[a-z]?)\b(?![\w@/])"
)

_BEHIND_GAP = re.compile(r"(?<!\\)(?P<closing>\])(?:[^\S\n]+\n?|\n)(?:[^\S\n]|>)*\($")
_BEHIND_EXCHANGED = re.compile(r"(?<!\w)\([^()]*\)\[$")
_BEHIND_BRACKET = re.compile(r"(?<!\\)(?:[({<]|(?<!\])\[)[^()\[\]{}<>\n]{0,20}$|\]\s?:?[^\S\n]*$")
_PLACED = re.compile(r"/[A-Z]{3}\b|@\d{4}")
_NO_TEXT = re.compile(r"[@^].*|\d+|sic", re.DOTALL)
"""What stands in brackets and has no address: a citation, a note's mark, the number of a work."""
_NEAR = 120
"""As many signs before an address are looked at."""

_HIDDEN = re.compile(rf"<(code|pre|kbd|samp|a)\b[^<>]*>.*?</\1>|{SPOT}\d+{TEXT}.*?{END}", re.DOTALL)
_BLOCK = re.compile(r"</?(?:p|li|td|th|h[1-6]|dd|dt|div|blockquote|summary|caption|section|aside|details)\b[^<>]*>")
_TAG = re.compile(r"<[^<>]+>")
_IMAGE = re.compile(r"(?!https?:).*\.(?:jpe?g|png|webp)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """What is no link: its address or key and where it stands, where the problem begins, what is wrong."""

    name: str
    at: int
    start: int
    message: str
    hint: str

    def diagnostic(self, source_map: SourceMap) -> Diagnostic:
        """Return the problem at its place."""
        where = source_map.location(self.start)
        return Diagnostic(rule=Rule.REFERENCE_SYNTAX, location=where, message=self.message, hint=self.hint)


def find_unread(shown: str, source_map: SourceMap) -> Iterator[Unread]:
    """Yield each address that readers see; `shown` is the HTML with the numbers of links."""
    text = source_map.prose
    meant = sorted((*_links(text, source_map), *_citations(text)), key=lambda each: each.at)
    printed = _printed(shown) if meant else Counter[str]()
    for each in meant:
        if printed[each.name]:
            printed[each.name] -= 1
            yield each


def _printed(shown: str) -> Counter[str]:
    """Return how often each address and key stands among the words of a page, outside links and code."""
    pieces = _BLOCK.split(_HIDDEN.sub("\ufffc", shown))
    words = [unescape(_TAG.sub("", piece)) for piece in pieces]
    return Counter(_name(found) for each in words for of in (_ADDRESS, _CITATION) for found in of.finditer(each))


def _name(found: re.Match[str]) -> str:
    """Return an address or a key without what ends its sentence, or the emphasis around it."""
    return unescape(found[found.lastgroup or 0]).rstrip("_.,;:!?")


def written_as(address: str) -> str:
    """Return how a link to an address is written: `[text](value:a)`, `![text](chart:a)`, `[@nye1990]`."""
    if address.startswith(f"{Scheme.CITE}:"):
        return f"[@{address.removeprefix(f'{Scheme.CITE}:')}]"
    is_image = address.startswith(f"{Scheme.CHART}:") or _IMAGE.fullmatch(address)
    return f"{'!' if is_image else ''}[text]({address})"


def is_path(address: str) -> bool:
    """Whether an address leads to a file or a part of a page: `../countries/latvia.md`, `#trade`."""
    return re.match(_PATH, address) is not None


def _links(text: str, source_map: SourceMap) -> Iterator[Unread]:
    """Yield the addresses that are meant as those of links, by what stands before them."""
    linked = source_map.addresses
    for found in _ADDRESS.finditer(text):
        if found.start() in linked:
            continue
        before = text[max(0, found.start() - _NEAR) : found.start()]
        if (opening := _before_gap(before, found, source_map)) is not None:
            yield _link(found, opening, "This is no link: a blank stands between ] and (.")
        elif _BEHIND_EXCHANGED.search(before):
            yield _link(found, found.start(), "This is no link: its brackets are exchanged.")
        elif found["ours"] and (_is_in_brackets(before, found) or _PLACED.search(found[0])):
            scheme = found[0].partition(":")[0]
            yield _link(found, found.start(), f"This '{scheme}:' is in no link.")


def _before_gap(before: str, found: re.Match[str], source_map: SourceMap) -> int | None:
    """Return where the text of a would-be link begins from which a blank parts its address, or None."""
    if not (gap := _BEHIND_GAP.search(before)):
        return None
    closing = found.start() - len(before) + gap.start("closing")
    opening, text = source_map.opening(closing), source_map.text
    if opening is None or text.endswith("]", 0, opening) or _NO_TEXT.fullmatch(text, opening + 1, closing):
        return None
    return opening - text.endswith("!", 0, opening)


def _is_in_brackets(before: str, found: re.Match[str]) -> bool:
    """Whether an address stands behind a bracket, with a few words between, but not where a label does."""
    bracket = _BEHIND_BRACKET.search(before)
    is_alone = found.string[found.end() : found.end() + 1] in {"}", ">"}
    return bracket is not None and (bracket[0][0] not in "{<" or is_alone)


def _link(found: re.Match[str], start: int, message: str) -> Unread:
    name = _name(found)
    scheme, colon, rest = name.partition(":")
    link = written_as(f"{scheme.lower()}{colon}{rest}" if found["ours"] else name)
    order = ": the text in square brackets, right behind it the address in round ones" if "](" in link else ""
    hint = f"Write {link}{order}; in code between backticks it may stand as it is."
    return Unread(name=name, at=found.start(), start=start, message=message, hint=hint)


_WHY_NO_CITATION = {
    "within": "a key stands first in one",
    "round": "its brackets are round",
    "bare": "it has no brackets",
}


def _citations(text: str) -> Iterator[Unread]:
    for found in _CITATION.finditer(text):
        name, at = _name(found), found.start(found.lastgroup or 0)
        why = _WHY_NO_CITATION[found.lastgroup or ""]
        hint = rf"Write [@{name}], [@{name}, p. 31], or \@ for a sign that is meant."
        yield Unread(name=name, at=at, start=found.start(), message=f"This is no citation: {why}.", hint=hint)
