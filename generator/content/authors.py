"""Authors of a bibliography that no `and` parts: BibTeX takes them for one name."""

import re
from ast import literal_eval
from collections.abc import Iterable, Iterator
from typing import Any

_BRACED = re.compile(r"\{[^{}]*\}")
_OTHERS = re.compile(r"\bet\.? al\b", re.IGNORECASE)
_SUFFIX = re.compile(
    r"(?:jr|jnr|junior|sr|snr|senior|esq|m\.?d|ph\.?d|filho|neto|hijo|fils|père)\.?|[IVX]+|\d\w+|\{.*\}", re.IGNORECASE
)
_APART = "Write 'and' between authors, {Doe, Jane and Roe, Max}, and braces around an institution, {{Doe, Roe & Co}}"


def check_names(people: Iterable[Any], text: str) -> Iterator[tuple[str, str]]:
    """Yield message and hint for each name that is meant as several; what is in braces is one."""
    for person in people:
        _right_suffix(person)
        outside = _outside(str(person))
        if _OTHERS.search(outside):
            yield "'et al.' is read as a part of the name.", "Write {Doe, Jane and others}"
        elif _is_list(person) or (re.search("[&;]", outside) and _is_turned(person, text)):
            yield f"'{person}' is read as one name.", _APART


def too_many_commas(error: str, text: str) -> tuple[str, str, int]:
    """Return message, hint and offset for an error of pybtex, `Too many commas in '…'`."""
    name = literal_eval(error.partition(" in ")[2])
    found = _found(name.split(), text)
    return f"'{name}' is read as one name.", _APART, found.start() if found else 0


def _right_suffix(person: Any) -> None:  # noqa: ANN401 - pybtex has no types
    """Put a suffix that stands last, `von Neumann, John, Jr`, where it is printed last."""
    if _is_suffix(person.first_names) and not person.middle_names and _is_list(person):
        person.first_names, person.lineage_names = person.lineage_names, person.first_names


def _is_list(person: Any) -> bool:  # noqa: ANN401 - pybtex has no types
    """Whether a name has three parts, as `Doe, Jr, Jane`, and the second is no suffix."""
    return bool(person.lineage_names) and not _is_suffix(person.lineage_names)


def _is_turned(person: Any, text: str) -> bool:  # noqa: ANN401 - pybtex has no types
    """Whether a name is not written in the order in which it is printed."""
    return not _found([*person.first_names, *person.middle_names, *person.prelast_names, *person.last_names], text)


def _found(words: Iterable[str], text: str) -> re.Match[str] | None:
    return re.search(r"[\s~]+".join(map(re.escape, words)), text)


def _is_suffix(words: list[str]) -> bool:
    return bool(words) and all(map(_SUFFIX.fullmatch, words))


def _outside(name: str) -> str:
    """Return a name with a letter in place of each group in braces."""
    while (shorter := _BRACED.sub("x", name)) != name:
        name = shorter
    return name
