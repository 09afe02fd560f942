"""What a receipt says of an origin that leaves it to the receipt: vintage, year, day and address."""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from generator.sources.files import Sources

FOLDER = "data/imports/receipts"
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def facts_of(sources: Sources, origin: str) -> Mapping[str, Any]:
    """Return the fields of an origin that its receipt states; nothing where none can be read.

    `{"vintage": "2026-02-24", "year": 2026, "retrieved_from": "api.worldbank.org/v2/…", "date_accessed": …}`
    """
    source = sources.files.get(f"{FOLDER}/{origin}.json")
    try:
        said = json.loads(source.data) if source else {}
        requests = [dict(each) for each in said.get("requests", ())]
        return _facts(str(said.get("vintage", "")), requests)
    except (ValueError, TypeError, AttributeError):
        return {}


def _facts(vintage: str, requests: list[dict[str, Any]]) -> Mapping[str, Any]:
    days = [date.fromisoformat(str(each["date"])) for each in requests if each.get("date")]
    taken = max(days, default=None)
    found = _YEAR.search(vintage)
    year = int(found[0]) if found else taken.year if taken else None
    facts = {
        "vintage": vintage or (taken.isoformat() if taken else ""),
        "year": year,
        "retrieved_from": _address(str(requests[0].get("url", ""))) if requests else "",
        "date_accessed": taken,
    }
    return {name: value for name, value in facts.items() if value}


def _address(url: str) -> str:
    """Return an address without its scheme and its question; that of a file as it stands."""
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path}"
