"""UNESCO Institute for Statistics.

CSV of UIS.Stat (`LOCATION`, `TIME`, `Value`), or JSON of its data API.
"""

from collections.abc import Iterator, Sequence

from generator.imports.cells import Cell, Reply, invalid, refused
from generator.imports.query import Query
from generator.imports.readers.json_text import Json, as_list, load_json, mapping, text_of
from generator.imports.readers.lines import Lines, check_wrapped, decode, read_lines

MOST = 100_000
"""Records that the API gives at once; a reply of this many may be short of some."""
COLUMNS = ("LOCATION", "TIME", "Value")


def read(reply: Reply, query: Query) -> Iterator[Cell]:
    """Yield the cells of one indicator; raises ReplyError."""
    if reply.body.lstrip(b"\xef\xbb\xbf \r\n").startswith((b"{", b"[")):
        return _records(mapping(load_json(reply), "records"), query)
    return _rows(read_lines(decode(reply), ","), query)


def _records(data: dict[str, Json], query: Query) -> Iterator[Cell]:
    records = as_list(data.get("records"))
    if len(records) >= MOST:
        raise refused(f"UIS gives at most {MOST:,} records, and this reply has as many.", "Ask for fewer years.")
    for at, record in enumerate(records, start=1):
        if not query.code or record.get("indicatorId") == query.code:
            yield Cell(
                area=str(record.get("geoUnit") or ""),
                period=str(record.get("year") or ""),
                text=_text(record),
                flag=" ".join(str(record[key]) for key in ("magnitude", "qualifier") if record.get(key)),
                place=f"record {at}",
            )


def _text(record: dict[str, Json]) -> str | None:
    """Return the figure; a magnitude of NIL says that it is nothing at all."""
    return "0" if record.get("magnitude") == "NIL" else text_of(record.get("value"))


def _rows(lines: Lines, query: Query) -> Iterator[Cell]:
    head = [name.strip() for name in lines.rows[0][1]] if lines.rows else []
    if missing := [name for name in COLUMNS if name not in head]:
        raise invalid(f"The header has no column {', '.join(missing)}.", "Take a CSV of UIS.Stat, or the API's JSON.")
    check_wrapped(lines.rows[1:], ",", len(head))
    area, time, value = (head.index(name) for name in COLUMNS)
    for line, cells in lines.rows[1:]:
        if len(cells) >= len(head) and _is_meant(head, cells, query):
            yield Cell(
                area=cells[area],
                name=cells[head.index("Country")] if "Country" in head else "",
                period=cells[time],
                text=cells[value],
                flag=cells[head.index("Flag Codes")] if "Flag Codes" in head else "",
                place=f"line {line}",
            )


def _is_meant(head: Sequence[str], cells: Sequence[str], query: Query) -> bool:
    """Whether a row is of the indicator, by its code or its name."""
    named = [cells[head.index(name)] for name in ("Indicator", "NATMON_IND", "INDICATOR") if name in head]
    return not query.code or not named or query.code in named
