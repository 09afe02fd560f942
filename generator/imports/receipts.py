"""Receipts, ``data/imports/receipts/<origin>.json``: what was taken, left out, and when.

Dates are those of the replies.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.imports.cells import Reply
from generator.imports.rows import Mapped
from generator.sources.files import Source, Sources

FOLDER = "data/imports/receipts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The record of what was taken for an origin."""

    vintage: str = ""
    licence: str = ""
    requests: Sequence[Mapping[str, Any]] = ()
    series: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    accepted: Mapping[str, str] = field(default_factory=dict)


def path_of(origin: str) -> str:
    """Return the path of an origin's receipt."""
    return f"{FOLDER}/{origin}.json"


def read_receipt(sources: Sources, origin: str) -> Receipt:
    """Return the receipt of an origin; an empty one where there is none or it is damaged."""
    source = sources.files.get(path_of(origin))
    said = _parsed(source) if source else {}
    known = {name: said[name] for name in ("vintage", "licence", "requests", "series", "accepted") if name in said}
    return Receipt(**known)


def _parsed(source: Source) -> dict[str, Any]:
    try:
        said = json.loads(source.data)
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


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


def updated(
    before: Receipt,
    *,
    vintage: str,
    replies: Iterable[Reply],
    series: Mapping[str, Mapping[str, Any]],
    accepted: Mapping[str, str],
) -> Receipt:
    """Return the receipt after a run; entries that the run did not touch stay."""
    requests = {said["url"]: said for said in before.requests} if before.series.keys() - series.keys() else {}
    requests |= {reply.url: request_of(reply) for reply in replies}
    return Receipt(
        vintage=vintage or before.vintage,
        licence=before.licence,
        requests=[requests[url] for url in sorted(requests)],
        series=dict(sorted({**before.series, **series}.items())),
        accepted=dict(sorted({**before.accepted, **accepted}.items())),
    )


def receipt_text(receipt: Receipt) -> str:
    """Return a receipt as a file: keys in a fixed order, empty parts left out."""
    parts = {
        "vintage": receipt.vintage,
        "licence": receipt.licence,
        "requests": list(receipt.requests),
        "series": dict(receipt.series),
        "accepted": dict(receipt.accepted),
    }
    return json.dumps({name: part for name, part in parts.items() if part}, ensure_ascii=False, indent=2) + "\n"


def taken_on(receipt: Receipt) -> str:
    """Return the day of the latest reply; empty where no reply has a date."""
    return max((str(said.get("date", "")) for said in receipt.requests), default="")
