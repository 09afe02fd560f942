"""``content/references.bib``: the works that documents cite as ``[@key, p. 31]``."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

import nh3
from pybtex.backends.html import Backend
from pybtex.database import BibliographyDataError, InvalidNameString, parse_string
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text
from pybtex.scanner import PybtexSyntaxError
from pybtex.style.formatting.unsrt import Style

from generator.content.authors import check_names, too_many_commas
from generator.content.biblatex import KINDS, in_bibtex
from generator.content.latex import mark_commands, unmarked, unread_command
from generator.diagnostics import Diagnostic, Location, suggest
from generator.rules import Rule
from generator.sources.files import Sources
from generator.sources.text import decode_text

PATH = "content/references.bib"
_ENTRY = re.compile(r"^[ \t]*@(?P<kind>\w+)\s*[{(]\s*(?P<key>[^\s,{}()]+)\s*,", re.MULTILINE)
_ELEMENT = re.compile(r"<[^>]+>")
_SILENT = frozenset(
    [
        "abstract",
        "annotation",
        "annote",
        "archiveprefix",
        "bibsource",
        "copyright",
        "crossref",
        "date-added",
        "date-modified",
        "entrysubtype",
        "eprintclass",
        "eprinttype",
        "file",
        "gender",
        "groups",
        "hyphenation",
        "ids",
        "isbn",
        "issn",
        "key",
        "keywords",
        "langid",
        "language",
        "mendeley-groups",
        "month",
        "options",
        "owner",
        "pagetotal",
        "primaryclass",
        "related",
        "relatedtype",
        "shortauthor",
        "shorthand",
        "shorttitle",
        "sortkey",
        "sortname",
        "timestamp",
        "type",
        "urldate",
        "xdata",
    ]
)
"""Fields about an entry rather than the work, or printed in other words."""
NOT_WORKS = frozenset(("string", "preamble", "comment"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A cited work: its key, the reference as sanitised HTML, and the place of its entry."""

    key: str
    html: str
    location: Location


def load_bibliography(sources: Sources) -> tuple[Mapping[str, Work], tuple[Diagnostic, ...]]:
    """Return the works by key, none without a file, and the file's problems."""
    source = sources.files.get(PATH)
    text, problems = decode_text(source) if source else ("", ())
    if not text:
        return {}, problems
    try:
        data = parse_string(mark_commands(text), "bibtex")
    except PybtexSyntaxError as error:
        return {}, (_unclosed(text) or _fault(Location(path=PATH, line=error.lineno), f"{error}."),)
    except InvalidNameString as error:
        message, hint, at = too_many_commas(f"{error}", text)
        return {}, (_fault(_place(text, at), message, hint),)
    except (BibliographyDataError, PybtexError) as error:
        return {}, (_fault(_repeated(text), f"{error}."),)
    return _works(data, text)


def works_digest(sources: Sources) -> str:
    """Return a digest of the bibliography, empty without one."""
    source = sources.files.get(PATH)
    return source.digest if source else ""


_FORM = "Write @book{key, author = {…}, title = {…}, publisher = {…}, year = {2020}}"


def _fault(location: Location, message: str, hint: str = _FORM) -> Diagnostic:
    return Diagnostic(rule=Rule.BIBLIOGRAPHY_SYNTAX, location=location, message=message, hint=hint)


def _places(text: str) -> Iterator[tuple[str, Location]]:
    for found in _ENTRY.finditer(text):
        if found["kind"].lower() not in NOT_WORKS:
            yield found["key"], _place(text, found.start("key"))


def _place(text: str, at: int) -> Location:
    return Location(path=PATH, line=text.count("\n", 0, at) + 1, column=at - text.rfind("\n", 0, at))


def _field_place(text: str, entry: Location, name: str) -> Location:
    """Return the place of a field of an entry whose place is given."""
    start = sum(len(line) + 1 for line in text.split("\n")[: entry.line - 1]) + entry.column - 1
    found = re.compile(rf"\b{name}\s*=", re.IGNORECASE).search(text, start)
    return _place(text, found.start()) if found else entry


def _unclosed(text: str) -> Diagnostic | None:
    """Return the problem of the first entry with a brace that nothing closes before the next begins."""
    entries = tuple(_ENTRY.finditer(text))
    for entry, end in zip(entries, (*(after.start() for after in entries[1:]), len(text)), strict=True):
        whole = text[entry.start() : end]
        if whole.count("{") > whole.count("}"):
            message = f"A brace of the entry '{entry['key']}' is not closed before its end."
            hint = "Write the missing } after a field, or alone on a line after the last."
            where = _place(text, text.index("@", entry.start()))
            return Diagnostic(rule=Rule.BIBLIOGRAPHY_SYNTAX, location=where, message=message, hint=hint)
    return None


def _repeated(text: str) -> Location:
    """Return the place at which a key is repeated."""
    seen: set[str] = set()
    for key, place in _places(text):
        if key.lower() in seen:
            return place
        seen.add(key.lower())
    return Location(path=PATH)


def _works(data: Any, text: str) -> tuple[Mapping[str, Work], tuple[Diagnostic, ...]]:  # noqa: ANN401 - pybtex has no types
    works: dict[str, Work] = {}
    problems: list[Diagnostic] = []
    places = dict(_places(text))
    for key in data.entries:
        place = places.get(key, Location(path=PATH))
        if problem := _check_entry(data.entries[key], place):
            problems.append(problem)
            continue
        for role, people in data.entries[key].persons.items():
            where = _field_place(text, place, role)
            problems += (_fault(where, *fault) for fault in check_names(people, text))
        try:
            given, html = dict(data.entries[key].fields), _html(data, key)
        except PybtexError as error:
            problems.append(_fault(place, f"The entry '{key}' cannot be printed: {error}."))
            continue
        works[key] = Work(key=key, html=html, location=place)
        problems += _lost(data.entries[key], given, html, place)
    return works, tuple(problems)


def _lost(entry: Any, given: Mapping[str, str], html: str, place: Location) -> Iterator[Diagnostic]:  # noqa: ANN401 - pybtex has no types
    """Yield a problem for a command that is not read, and a warning for each field that is not printed."""
    if command := unread_command(html):
        yield _fault(place, f"The command '{command}' of LaTeX is not read.")
    printed = _letters(unescape(_ELEMENT.sub("", html)))
    values = {name: str(Text.from_latex(value)) for name, value in given.items() if name not in _SILENT}
    values |= {
        role: str(Text.from_latex(person.last_names[-1]))
        for role, people in entry.persons.items()
        for person in people
        if person.last_names
    }
    for name, value in values.items():
        if _letters(value) not in printed:
            hint = "Write it in 'note', or choose the kind of work that has the field."
            message = f"The field '{name}' of '@{entry.type}' is not printed."
            yield Diagnostic(rule=Rule.BIBLIOGRAPHY_FIELD, location=place, message=message, hint=hint)


def _letters(text: str) -> str:
    """Return the letters and digits of a text, all small."""
    return re.sub(r"[\W_]", "", text).casefold()


def _check_entry(entry: Any, place: Location) -> Diagnostic | None:  # noqa: ANN401 - pybtex has no types
    """Return an entry's problem: a kind without a form, a contradiction, or a forbidden address."""
    entry.type = KINDS.get(entry.type, entry.type)
    if not hasattr(Style, f"get_{entry.type}_template"):
        known = sorted(n[4:-9] for n in dir(Style) if n.startswith("get_") and n.endswith("_template"))
        hint = suggest(entry.type, known, f"Kinds are: {', '.join(known)}", form="'@{}'")
        message = f"There is no kind of work '@{entry.type}'."
        return Diagnostic(rule=Rule.BIBLIOGRAPHY_SYNTAX, location=place, message=message, hint=hint)
    for fault in in_bibtex(entry.fields, entry.type):
        return _fault(place, f"{fault[0].upper()}{fault[1:]}.")
    address = unmarked(str(entry.fields.get("url", "https://")))
    if not address.startswith(("https://", "http://")):
        message = f"The address '{address}' cannot be linked to."
        return Diagnostic(rule=Rule.LINK_SCHEME, location=place, message=message, hint="Begin it with https://")
    return None


def _html(data: Any, key: str) -> str:  # noqa: ANN401 - pybtex has no types
    """Return the reference in the style of pybtex's unsrt: authors, title, publisher, year."""
    entry = next(iter(Style().format_bibliography(data, [key])))
    made = entry.text.render(Backend("utf-8")).replace("\n", " ")
    made = unmarked(made)
    allowed = {"a", "em", "strong", "sub", "sup"}
    return nh3.clean(made, tags=allowed, attributes={"a": {"href"}}, link_rel=None, url_schemes={"http", "https"})
