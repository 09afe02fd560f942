"""Templates that a project has taken from the theme, and whether the theme's have changed since.

`templates/taken.json` has of each the version it was taken from, the digest and the lines of its original.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from pydantic import TypeAdapter, ValidationError

from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.sources.files import OWN_TEMPLATES, Source, Sources
from generator.sources.shapes import StrictModel

__all__ = ("RECORD", "Taken", "read_taken", "taken_from", "taken_text")

RECORD = f"{OWN_TEMPLATES}taken.json"
SHOWN = 5
"""Lines that a problem shows; `profiles theme show` has all."""


class Taken(StrictModel):
    """The original of a file as it was when it was taken."""

    version: str
    digest: str
    lines: tuple[str, ...]


_RECORDS = TypeAdapter(dict[str, Taken])


def taken_from(source: Source, version: str) -> Taken:
    """Return the record of a file of the theme that is taken now."""
    return Taken(version=version, digest=source.digest, lines=_lines(source))


def taken_text(records: Mapping[str, Taken]) -> str:
    """Return the records as the text of their file."""
    plain = {name: records[name].model_dump() for name in sorted(records)}
    return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def read_taken(data: bytes) -> dict[str, Taken]:
    """Return the records in the bytes of their file. Raises ValidationError, a ValueError."""
    return _RECORDS.validate_json(data)


def check_taken(sources: Sources) -> Iterator[Diagnostic]:
    """Yield a warning for each file taken whose original has changed in the theme, with what changed."""
    record = sources.files.get(RECORD)
    if record is None:
        return
    try:
        records = read_taken(record.data)
    except ValidationError:
        hint = "Restore it from an earlier state, or remove it and take its files again."
        yield _problem(Rule.TEMPLATE_ERROR, RECORD, "The record of taken files cannot be read.", hint)
        return
    for name, taken in records.items():
        if f"{OWN_TEMPLATES}{name}" in sources.files and sources.theme:
            yield from _changed(name, taken, sources.theme.get(name))


def _changed(name: str, taken: Taken, now: Source | None) -> Iterator[Diagnostic]:
    path = f"{OWN_TEMPLATES}{name}"
    if now is None:
        message = f"The theme of {taken.version} had {name}, of which this is a copy; the present one has it no more."
        yield _problem(Rule.THEME_CHANGED, path, message, "See whether a page still uses this file.")
    elif now.digest != taken.digest:
        changes = changes_between(taken.lines, _lines(now))
        message = f"The theme's {name} has changed since this copy was taken from {taken.version}."
        rest = [f"… and {len(changes) - SHOWN} more changed lines"] if len(changes) > SHOWN else []
        advice = f"Bring what you want of it over, then say so: `profiles theme take {name} --keep`."
        yield _problem(Rule.THEME_CHANGED, path, message, "\n".join((*changes[:SHOWN], *rest, advice)))


def changes_between(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """Return the lines that went and came, each with its number: `- 3: <p>`, `+ 3: <div>`."""
    changes: list[str] = []
    for kind, old_start, old_end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            changes += [f"- {number + 1}: {old[number].strip()}" for number in range(old_start, old_end)]
            changes += [f"+ {number + 1}: {new[number].strip()}" for number in range(new_start, new_end)]
    return changes


def _lines(source: Source) -> tuple[str, ...]:
    return tuple(source.data.decode("utf-8", "replace").splitlines())


def _problem(rule: Rule, path: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(rule=rule, location=Location(path=path), message=message, hint=hint)
