"""Receipts, ``data/imports/receipts/<origin>.json``: what was taken, left out, and when.

Dates are those of the replies.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from pydantic import Field, ValidationError

from generator.diagnostics import Diagnostic, Location
from generator.imports.cells import Reply
from generator.imports.revisions import LARGEST, Revision
from generator.imports.rows import Mapped
from generator.rules import Rule
from generator.sources.files import Source, Sources
from generator.sources.shapes import StrictModel

FOLDER = "data/imports/receipts"


class RecordedFigure(StrictModel):
    """One figure before and after a revision, as its producer wrote it."""

    country: str
    year: str
    old: str
    new: str


class RecordedChanges(StrictModel):
    """The changes of a series in one revision, counted, with the largest and the reason to accept them."""

    unchanged: int = 0
    rerounded: int = 0
    revised: int = 0
    new: int = 0
    withdrawn: int = 0
    statuses: int = 0
    new_years: tuple[str, ...] = ()
    largest: tuple[RecordedFigure, ...] = ()
    accepted: str = ""


class RecordedRevision(StrictModel):
    """A refresh that changed figures we had: the day of the replies, and the vintages before and after."""

    date: str = ""
    before: str = ""
    after: str = ""
    series: dict[str, RecordedChanges]


class ReceiptShape(StrictModel):
    """A receipt as it is written in JSON."""

    vintage: str = ""
    licence: str = ""
    requests: tuple[dict[str, Any], ...] = ()
    series: dict[str, dict[str, Any]] = Field(default_factory=dict)
    accepted: dict[str, str] = Field(default_factory=dict)
    revisions: tuple[RecordedRevision, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The record of what was taken for an origin."""

    vintage: str = ""
    licence: str = ""
    requests: Sequence[Mapping[str, Any]] = ()
    series: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    accepted: Mapping[str, str] = field(default_factory=dict)
    revisions: Sequence[RecordedRevision] = ()
    """Every refresh that changed figures, oldest first."""


def path_of(origin: str) -> str:
    """Return the path of an origin's receipt."""
    return f"{FOLDER}/{origin}.json"


def read_receipt(sources: Sources, origin: str) -> Receipt:
    """Return the receipt of an origin; an empty one where there is none or it is damaged."""
    source = sources.files.get(path_of(origin))
    return (_parsed(source) if source else None) or Receipt()


def read_receipts(sources: Sources) -> tuple[dict[str, Receipt], tuple[Diagnostic, ...]]:
    """Return every receipt by its origin, and a problem for each that cannot be read."""
    read = {PurePosixPath(s.path).stem: (s, _parsed(s)) for s in sources.under(FOLDER, ".json")}
    damaged = (source for source, receipt in read.values() if receipt is None)
    return {name: receipt for name, (_s, receipt) in read.items() if receipt}, tuple(map(_damaged, damaged))


def _damaged(source: Source) -> Diagnostic:
    hint = "Take it back from version control, or delete it: the next refresh writes another."
    message = "This is no receipt as `refresh` writes them."
    return Diagnostic(rule=Rule.RECEIPT_INVALID, location=Location(path=source.path), message=message, hint=hint)


def _parsed(source: Source) -> Receipt | None:
    try:
        return Receipt(**dict(ReceiptShape.model_validate_json(source.data)))
    except ValidationError:
        return None


def request_of(reply: Reply) -> dict[str, Any]:
    """Return the entry of one reply, dated by the reply's own header."""
    said: dict[str, Any] = {
        "url": reply.url,
        "sha256": hashlib.sha256(reply.body).hexdigest(),
        "bytes": len(reply.body),
    }
    if reply.media:
        said["media"] = reply.media
    if reply.day:
        said["date"] = reply.day
    return said


def series_of(mapped: Mapped) -> dict[str, Any]:
    """Return the entry of a series: its number of rows, and each thing left out."""
    return {"rows": len(mapped.rows), "left_out": mapped.left_out, "areas_left_out": mapped.areas_left_out}


def changes_of(revision: Revision, accepted: str) -> RecordedChanges:
    """Return what a receipt keeps of a revision."""
    figures = (RecordedFigure(country=c.country, year=c.year, old=c.old, new=c.new) for c in revision.revised[:LARGEST])
    return RecordedChanges(
        unchanged=revision.unchanged,
        rerounded=revision.rerounded,
        revised=len(revision.revised),
        new=len(revision.new),
        withdrawn=len(revision.withdrawn),
        statuses=len(revision.statuses),
        new_years=revision.new_years,
        largest=tuple(figures),
        accepted=accepted,
    )


def updated(
    before: Receipt,
    *,
    vintage: str,
    replies: Iterable[Reply],
    series: Mapping[str, Mapping[str, Any]],
    accepted: Mapping[str, str],
    changes: Mapping[str, RecordedChanges] | None = None,
) -> Receipt:
    """Return the receipt after a run; entries that the run did not touch stay, changes are added."""
    replies = tuple(replies)
    requests = {said["url"]: said for said in before.requests} if before.series.keys() - series.keys() else {}
    requests |= {reply.url: request_of(reply) for reply in replies}
    return Receipt(
        vintage=vintage or before.vintage,
        licence=before.licence,
        requests=[requests[url] for url in sorted(requests)],
        series=dict(sorted({**before.series, **series}.items())),
        accepted=dict(sorted({**before.accepted, **accepted}.items())),
        revisions=(*before.revisions, *_revisions(before, vintage, replies, changes or {})),
    )


def _revisions(
    before: Receipt, vintage: str, replies: Iterable[Reply], changes: Mapping[str, RecordedChanges]
) -> tuple[RecordedRevision, ...]:
    """Return the entry of a run that changed figures; none for one that did not."""
    if not changes:
        return ()
    day = max((reply.day for reply in replies), default="")
    series = dict(sorted(changes.items()))
    return (RecordedRevision(date=day, before=before.vintage, after=vintage or before.vintage, series=series),)


def receipt_text(receipt: Receipt) -> str:
    """Return a receipt as a file: keys in a fixed order, empty parts left out."""
    parts = {
        "vintage": receipt.vintage,
        "licence": receipt.licence,
        "requests": list(receipt.requests),
        "series": dict(receipt.series),
        "accepted": dict(receipt.accepted),
        "revisions": [each.model_dump(exclude_defaults=True) for each in receipt.revisions],
    }
    return json.dumps({name: part for name, part in parts.items() if part}, ensure_ascii=False, indent=2) + "\n"


def taken_on(receipt: Receipt) -> str:
    """Return the day of the latest reply; empty where no reply has a date."""
    return max((str(said.get("date", "")) for said in receipt.requests), default="")
