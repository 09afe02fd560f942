"""Compact SDMX as JSON, from the IMF's former service: a single series is an object, several a list."""

from collections.abc import Iterator

from generator.imports.cells import Cell, Reply
from generator.imports.query import Query
from generator.imports.readers.json_text import Json, as_list, load_json, mapping, text_of
from generator.imports.readers.records import Record, select

NOT_DIMENSIONS = ("UNIT_MULT", "TIME_FORMAT", "BASE_YEAR", "GLOBAL_DSD_TIME_SERIES_CODE", "CLASSIFICATION")
"""Attributes of a series that tell of it and do not tell it from others."""


def read(reply: Reply, query: Query) -> Iterator[Cell]:
    """Yield the cells that the query means; raises ReplyError."""
    data = mapping(_compact(reply).get("DataSet"), "data set")
    records = [record for series in as_list(data.get("Series")) for record in _records(mapping(series, "series"))]
    return select(records, query)


def vintage_of(reply: Reply) -> str:
    """Return the day on which the reply was prepared, by its own account."""
    return str((_compact(reply).get("Header") or {}).get("Prepared") or "")


def _compact(reply: Reply) -> dict[str, Json]:
    return mapping(mapping(load_json(reply), "data").get("CompactData"), "'CompactData'")


def _records(series: dict[str, Json]) -> Iterator[Record]:
    given = {key[1:]: str(value) for key, value in series.items() if key.startswith("@")}
    dims = {name: code for name, code in given.items() if name not in NOT_DIMENSIONS}
    scale = given.get("UNIT_MULT", "0")
    for observation in as_list(series.get("Obs")):
        period = str(observation.get("@TIME_PERIOD") or "")
        yield Record(
            dims={**dims, "TIME_PERIOD": period},
            text=text_of(observation.get("@OBS_VALUE")),
            flag=str(observation.get("@OBS_STATUS") or ""),
            unit=given.get("UNIT_MEASURE", ""),
            scale=int(scale) if scale.lstrip("-").isdigit() else 0,
            place=f"{'.'.join(dims.values())} {period}",
        )
