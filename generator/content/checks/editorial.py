"""Questions of a careful editor: warnings, which an author may answer in place."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.content.checks.quantities import BOUND, Quantity, find_quantities
from generator.content.documents import DocumentKind
from generator.content.markdown.code import blank
from generator.content.markdown.parse import Parsed
from generator.content.markdown.positions import SourceMap
from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule

_NO_SIGNS = re.compile(r"\\\\|<!--")
"""A backslash behind another, so that one before a bracket escapes it, and a comment that is none."""
_INNER = r"(?<!\\)\[(?:[^\[\]]|\[[^\[\]]*\])*\]"
_TITLE = r"\"(?:\\.|[^\"\\]|\"(?!\s*\)))*\"|'(?:\\.|[^'\\]|'(?!\s*\)))*'"
_TARGET = rf"\(\s*+(?:>\s*+)*+[^()\s]*+(?:\s++(?:{_TITLE}))?\s*+\)"
_LABEL = r"\[(?![\^@])[^\[\]]*\](?!\()"
_ELSEWHERE = (
    r"|^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*(?:\n *)?\S+(?:[ \t]*(?:\n *)?(?:\"[^\n]*\"|'[^\n]*'|\([^\n]*\)))?[ \t]*$"  # a definition
    r"|(?<!\\)\[[\^@][^\[\]]*\]"  # a note's mark, a citation
    r"|\{:?[ \t]*[#.][^{}\n]*\}"  # an id or a class
    r"|<(?=[A-Za-z/!?])[^<>\n]*>"
)
_LINK = re.compile(rf"!?{_INNER}(?:{_TARGET}|{_LABEL}){_ELSEWHERE}", re.MULTILINE)
_BOUND = re.compile(rf"(?<!!){_INNER}(?:{_TARGET}|{_LABEL})|(?<=\]){_TARGET}{_ELSEWHERE}", re.MULTILINE)
"""Links and addresses, in which no loose figure is looked for; texts of images are not among them."""
_ADDRESS = re.compile(r"(?<![(<\"'\[:])\bhttps?://[^\s)>\]]+")
_OF_LINKS = frozenset((Rule.REFERENCE_SYNTAX, Rule.LINK_SCHEME, Rule.LINK_BROKEN))
_PAUSE = re.compile(rf"[.!?;]\s|\n\s*\n|{BOUND}")
_NEAR = 120
"""As many signs may stand between a figure and the address that was to bind it."""
_HEADING = re.compile(r"^(#{2,6})(?!#)", re.MULTILINE)


def check_prose(source_map: SourceMap, kind: DocumentKind, parsed: Parsed) -> Iterator[Diagnostic]:
    """Yield warnings about skipped heading levels, bare addresses and unbound figures.

    None is about a figure in the text of a link that is a problem already, or before an address in no link.
    """
    yield from _headings(source_map)
    text = _NO_SIGNS.sub(lambda found: blank(found[0]), source_map.prose)
    bare = _LINK.sub(lambda found: blank(found[0]), text)
    for found in _ADDRESS.finditer(bare):
        message = f"The address {found[0]} stands bare in the text."
        yield _warn(Rule.URL_BARE, source_map.location(found.start()), message, "Write [what it is](address).")
    if kind is DocumentKind.PAGE:
        return  # plain pages explain the site; their numbers are no statistics
    text = _BOUND.sub(lambda found: blank(found[0], BOUND), text)
    quantities = tuple(find_quantities(text))
    meant = {_nearest(quantities, at, text) for at in parsed.unread}
    unbound = (_unbound(each, source_map) for each in quantities if each.start not in meant)
    wrong = _by_line(each.location for each in parsed.diagnostics if each.rule in _OF_LINKS)
    yield from (each for each in unbound if not _is_within(each.location, wrong[each.location.line]))


def _by_line(places: Iterable[Location]) -> Mapping[int, Sequence[Location]]:
    """Return the texts of links by the line on which they begin."""
    found = defaultdict[int, list[Location]](list)
    for place in places:
        found[place.line].append(place)
    return found


def _is_within(where: Location, places: Iterable[Location]) -> bool:
    return any(place.column <= where.column and (where.line, where.column) < (place.end or (0, 0)) for place in places)


def _nearest(quantities: Sequence[Quantity], at: int, text: str) -> int | None:
    """Return where the figure begins that an address at an offset was to bind: the last in its clause."""
    before = quantities[: bisect_right(quantities, at, key=lambda each: each.end)]
    if not before or at - before[-1].end > _NEAR or _PAUSE.search(text, before[-1].end, at):
        return None
    return before[-1].start


def _unbound(quantity: Quantity, source_map: SourceMap) -> Diagnostic:
    text, at = quantity.text, source_map.location(quantity.start)
    message = f"'{text}' looks like a statistic and is bound to nothing."
    bound = f"[{text}](trend:indicator@from..to)" if quantity.is_change else f"[{text}](value:indicator@year)"
    return _warn(Rule.FIGURE_UNBOUND, at, message, f"Write {bound} or [{text}](claim:id)")


def _headings(source_map: SourceMap) -> Iterator[Diagnostic]:
    before = 2
    for found in _HEADING.finditer(source_map.without_code):
        level = len(found[1])
        if level > before + 1:
            message = f"A heading of level {level} follows one of level {before}."
            yield _warn(Rule.HEADING_ORDER, source_map.location(found.start()), message, f"Write {'#' * (before + 1)}")
        before = level


def _warn(rule: Rule, location: Location, message: str, hint: str) -> Diagnostic:
    return Diagnostic(rule=rule, location=location, message=message, hint=hint)
