"""World Bank API v2: pages of JSON, `[{paging}, [records]]`.

Its errors come as a message with HTTP 200.
"""

from collections.abc import Iterator

from generator.imports.cells import Cell, Reply, invalid, refused
from generator.imports.query import Query
from generator.imports.readers.json_text import Json, as_list, load_json, text_of

DELETED = "175"
"""The message's id where an indicator was deleted or archived."""


def read(reply: Reply, query: Query) -> Iterator[Cell]:
    """Yield the cells of one page; raises ReplyError."""
    _head, records = page_of(reply)
    for at, record in enumerate(records, start=1):
        if isinstance(record, dict) and _is_meant(record, query):
            yield _cell(record, at)


def page_of(reply: Reply) -> tuple[dict[str, str], list[Json]]:
    """Return the paging of a reply, numbers as text, and its records; raises ReplyError."""
    data = load_json(reply)
    first = data[0] if isinstance(data, list) and data else data
    if not isinstance(first, dict):
        raise invalid("The reply is none of the World Bank's API v2.")
    if "message" in first:
        raise _message(first["message"])
    records = data[1] if isinstance(data, list) and len(data) > 1 else None
    return {key: text_of(value) or "" for key, value in first.items()}, as_list(records)


def _message(message: Json) -> Exception:
    said = [entry for entry in as_list(message) if isinstance(entry, dict)]
    words = "; ".join(dict.fromkeys(str(entry.get("value", "")) for entry in said))
    if any(str(entry.get("id")) == DELETED for entry in said):
        return refused(f"The World Bank has deleted or archived this indicator: {words}.", "Our rows stay as they are.")
    return refused(f"The World Bank refuses: {words}.", "Check the code, and the database (`dataset:`).")


def _is_meant(record: dict[str, Json], query: Query) -> bool:
    indicator = record.get("indicator")
    code = indicator.get("id", "") if isinstance(indicator, dict) else ""
    return not query.code or str(code).upper() == query.code.upper()


def _cell(record: dict[str, Json], at: int) -> Cell:
    country = record.get("country")
    named = country if isinstance(country, dict) else {}
    return Cell(
        area=str(record.get("countryiso3code") or named.get("id") or ""),
        name=str(named.get("value") or ""),
        period=str(record.get("date") or ""),
        text=text_of(record.get("value")),
        flag=str(record.get("obs_status") or ""),
        unit=str(record.get("unit") or ""),
        note=str(record.get("footnote") or ""),
        place=f"record {at}",
    )
