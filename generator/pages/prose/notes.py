"""The notes of a page: the source of each bound figure, one note for each fact."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from generator.claims.bound import BoundValue
from generator.data.statuses import STATUS_WORDS
from generator.messages import gettext as _
from generator.pages.records.parts import Note


def notes_of(parts: Iterable[object]) -> tuple[Note, ...]:
    """Return a numbered note for each fact in reading order; wordings of one value share one."""
    uses = Counter(fact_of(part) for part in parts if isinstance(part, BoundValue))
    return tuple(
        Note(number=number, value=fact, status=_status(fact.status), uses=count)
        for number, (fact, count) in enumerate(uses.items(), start=1)
    )


def fact_of(value: BoundValue) -> BoundValue:
    """Return what a figure says, without the author's words for it."""
    return replace(value, text="")


def _status(letter: str) -> str:
    """Return the SDMX status of an observation in words, empty for a normal value."""
    if letter in {"", "A"}:
        return ""
    return STATUS_WORDS.get(letter.lower(), _("status {letter}").format(letter=letter))
