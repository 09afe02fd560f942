"""What the last build made of each page: taken over while what the page depends on is the same."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache, partial

from generator.cache import Cache, read_json
from generator.output import Output
from generator.outputs.data.keys import key_of
from generator.pages.site import Key
from generator.render.spans import Spans
from generator.state.manifest import Entries

STATE_KEY = "made"
"""What stands in the state file under this name: the files of each page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """The HTML of a profile without the titles of its sections: a digest of the rest, where they stand."""

    key: str
    shown: tuple[str, ...]
    """Ids of the sections that the profile has."""
    spans: Spans = ()
    """Where their titles stand in the file; none where that is not known."""

    def key_with(self, titles: Mapping[str, str]) -> str:
        """Return the key of the file with these titles."""
        return key_of(self.key, *(titles[name] for name in self.shown))


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """The files made of a page, with digests of their keys by path, and digests of the drawings on it."""

    files: Mapping[str, str]
    drawings: tuple[str, ...] = ()
    asked: str = ""
    """A digest of the questions that a page asked of the data."""
    titled: Titled | None = None
    """Its HTML but for titles, if it is a profile."""
    standings: str = ""
    """A digest of what it shows of the results of indices, if it is a profile."""


def read_made(state: Cache | None, of: str = "") -> Mapping[str, Made]:
    """Return what was made, by the digest of what it was made of; nothing if it cannot be read.

    `of` names the data that the state file knows: what was made of others, as of an earlier build, is not meant.
    """
    try:
        head, _line, text = ((state and state.get(STATE_KEY)) or b"").partition(b"\n")
        entries = read_json(text) if head == of.encode() else {}
        return {
            str(name): Made(
                files={str(path): str(key) for path, key in files.items()},
                drawings=tuple(map(str, drawings)),
                asked=str(asked),
                titled=Titled(key=titled[0], shown=tuple(titled[1]), spans=tuple(map(tuple, titled[2])))
                if titled
                else None,
                standings=str(standings),
            )
            for name, (files, drawings, asked, titled, standings) in entries.items()
        }
    except (ValueError, AttributeError, TypeError, LookupError):
        return {}


def still_there(made: Mapping[str, Made], entries: Entries) -> Mapping[str, Made]:
    """Return what the old site still has, by its manifest; without a site all is planned and drawn."""
    return {
        name: each
        for name, each in made.items()
        if all(entries.get(path, ("", ""))[0] == key for path, key in each.files.items())
    }


def entry_of(made: Mapping[str, Made], of: str = "") -> dict[str, bytes]:
    """Return what a build has made as the entry to keep; `of` names its data."""
    text = json.dumps({name: _plainly(each) for name, each in made.items()})
    return {STATE_KEY: f"{of}\n{text}".encode()}


def _plainly(made: Made) -> tuple[object, ...]:
    titled = made.titled
    shown = titled and (titled.key, titled.shown, titled.spans)
    return made.files, made.drawings, made.asked, shown, made.standings


def digest_of_standings(standings: object) -> str:
    """Return a digest of what a profile shows of the results of indices, records through and through."""
    return hashlib.sha256(repr(standings).encode()).hexdigest()


def taken_over(made: Made, again: Callable[[], Iterable[Output]]) -> tuple[Output, ...]:
    """Return files as the last build made them; `again` plans them if one has changed in the old site."""
    planned = cache(lambda: {output.path: output for output in again()})
    return tuple(
        Output(path=path, key="", kept_digest=digest, render=partial(_render, planned, path))
        for path, digest in made.files.items()
    )


def _render(planned: Callable[[], Mapping[str, Output]], path: str) -> bytes:
    return planned()[path].render()


class Digests:
    """Digests of what pages depend on; a part that many share is worked out once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, str]] = {}

    def of(self, key: Key) -> str:
        """Return a digest of a key; empty if a part of it has no text that tells it from others."""
        parts = [self._of_part(part) for part in key]
        return key_of(*parts) if all(parts) else ""

    def _of_part(self, part: object) -> str:
        known = self._known.get(id(part))
        if known is None:
            known = self._known[id(part)] = (part, self._made(part))
        return known[1]

    def _made(self, part: object) -> str:
        if isinstance(part, tuple):
            return self.of(part)
        try:
            text = json.dumps(part, default=_plain, check_circular=False)
        except TypeError:
            return ""
        return hashlib.sha256(f"{type(part).__name__} {text}".encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: object) -> object:
    """Return a record as type and fields, a set in order, a number or day as text.

    The text of a set is in another order in each process, and that of an unknown object says nothing of what it
    contains: it raises TypeError.
    """
    if is_dataclass(value):
        return [type(value).__name__, *(getattr(value, each.name) for each in fields(value))]
    if isinstance(value, frozenset):
        return ["set", *sorted(value)]
    if isinstance(value, Decimal | date):
        return [type(value).__name__, str(value)]
    raise TypeError


def digests_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Return a short digest of each text."""
    return tuple(hashlib.sha256(text.encode()).hexdigest()[:16] for text in texts)
