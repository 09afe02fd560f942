"""Cells of a reply, as the producer wrote them, and the faults of replies that cannot be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC
from email.utils import parsedate_to_datetime

from generator.rules import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A producer's answer, or a file: its address, its bytes, and the headers that describe it."""

    url: str
    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    """Headers by their names in small letters; a file has none."""

    @property
    def media(self) -> str:
        """The media type, as `text/csv`."""
        return self.headers.get("content-type", "").partition(";")[0].strip()

    @property
    def day(self) -> str:
        """The day of the reply's own `Date` header, as `2026-03-01`; empty where nobody said it."""
        try:
            return parsedate_to_datetime(self.headers["date"]).astimezone(UTC).date().isoformat()
        except (KeyError, ValueError, TypeError):
            return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One figure of a reply, not yet translated.

    `text` is None where the producer has no figure; `place` is the position in the reply, as `line 12`.
    """

    area: str
    period: str
    text: str | None
    place: str
    name: str = ""
    """The area's name, where the reply has both; it counts where `area` is empty."""
    flag: str = ""
    unit: str = ""
    scale: int = 0
    """The power of ten by which the producer's figure is to be multiplied: 9 where it counts in billions."""
    note: str = ""
    lower: str = ""
    """The ends of the figure's interval; empty where the producer gives none."""
    upper: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A fault of a reply: the rule, the remedy, and the position in the reply."""

    rule: Rule
    message: str
    hint: str = ""
    place: str = ""


class ReplyError(Exception):
    """A reply that cannot be read, with every reason why."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = faults


def invalid(message: str, hint: str = "", place: str = "") -> ReplyError:
    """Return the error of a reply that has not the form its reader expects."""
    return ReplyError(Fault(rule=Rule.REPLY_INVALID, message=message, hint=hint, place=place))


def refused(message: str, hint: str = "") -> ReplyError:
    """Return the error of a reply in which the producer refuses."""
    return ReplyError(Fault(rule=Rule.REPLY_ERROR, message=message, hint=hint))
