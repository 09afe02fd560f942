"""SDMX-JSON 1.0 and 2.0: figures under keys of positions, as `0:3:1`.

Dimensions belong to the data set, the series or the observation.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.imports.cells import Cell, Reply, invalid
from generator.imports.query import Query
from generator.imports.readers.json_text import Json, as_list, load_json, mapping, text_of
from generator.imports.readers.records import Record, select

STATUS = ("OBS_STATUS", "OBS_FLAG", "STATUS")
SCALE = ("UNIT_MULT", "POWERCODE", "UNIT_MULTIPLIER")
UNIT = ("UNIT_MEASURE", "UNIT")
NOTE = ("OBS_COMMENT", "COMMENT_OBS", "NOTE")
DELETE = "delete"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Structure:
    """The dimensions and attributes of a data set by level: `dataSet`, `series`, `observation`."""

    dims: Mapping[str, Sequence[Json]]
    attributes: Mapping[str, Sequence[Json]]
    measures: int


def read(reply: Reply, query: Query) -> Iterator[Cell]:
    """Yield the cells that the query means; raises ReplyError."""
    structures, sets = _parts(load_json(reply))
    records: list[Record] = []
    for data in sets:
        if str(data.get("action", "")).casefold() != DELETE:
            records += _records(_structure(structures, data), data)
    return select(records, query)


def dimensions(reply: Reply) -> dict[str, dict[str, str]]:
    """Return the dimensions of a reply with their values and labels, for a person who writes a contract."""
    structures, sets = _parts(load_json(reply))
    found: dict[str, dict[str, str]] = {}
    for data in sets:
        for level in _structure(structures, data).dims.values():
            found |= {dim["id"]: {str(v.get("id")): _label(v) for v in dim["values"]} for dim in level}
    return found


def _parts(document: Json) -> tuple[list[Json], list[dict[str, Json]]]:
    root = mapping(document, "data")
    root = root["data"] if isinstance(root.get("data"), dict) else root
    structures = as_list(root.get("structures")) or as_list(root.get("structure"))
    sets = [data for data in as_list(root.get("dataSets")) if isinstance(data, dict)]
    if not structures or not sets:
        raise invalid("The reply has no 'structure' and 'dataSets' of SDMX-JSON.", "Check the address and the reader.")
    return structures, sets


def _structure(structures: Sequence[Json], data: dict[str, Json]) -> _Structure:
    at = int(str(data.get("structure", "0")))
    said = structures[at] if at < len(structures) else structures[0]
    dims, attributes = said.get("dimensions") or {}, said.get("attributes") or {}
    levels = ("dataSet", "series", "observation")
    return _Structure(
        dims={level: as_list(dims.get(level)) for level in levels},
        attributes={level: as_list(attributes.get(level)) for level in levels},
        measures=max(1, len(as_list((said.get("measures") or {}).get("observation")))),
    )


def _records(structure: _Structure, data: dict[str, Json]) -> Iterator[Record]:
    fixed = {dim["id"]: _code(dim, 0) for dim in structure.dims["dataSet"] if dim.get("values")}
    labels = {dim["id"]: _label(dim["values"][0]) for dim in structure.dims["dataSet"] if dim.get("values")}
    of_set = _attributes(structure.attributes["dataSet"], data.get("attributes"))
    for key, series in (data.get("series") or {"": data}).items():
        dims, named = _at(structure.dims["series"], key) if "series" in data else ({}, {})
        of_series = _attributes(structure.attributes["series"], series.get("attributes")) if "series" in data else {}
        for position, cells in (series.get("observations") or {}).items():
            own, own_labels = _at(structure.dims["observation"], position)
            given = {**of_set, **of_series, **_observed(structure, cells)}
            yield _record(
                {**fixed, **dims, **own},
                {**labels, **named, **own_labels},
                given,
                cells,
                f"observation {key}/{position}",
            )


def _record(
    dims: dict[str, str], labels: dict[str, str], given: Mapping[str, str], cells: Sequence[Json], place: str
) -> Record:
    both = {**dims, **given}
    return Record(
        dims=dims,
        labels=labels,
        text=text_of(cells[0]) if cells else None,
        flag=_first(both, STATUS),
        unit=_first(both, UNIT),
        scale=_scale(_first(both, SCALE)),
        note=_first(given, NOTE),
        place=place.replace("observation /", "observation "),
    )


def _observed(structure: _Structure, cells: Sequence[Json]) -> dict[str, str]:
    return _attributes(structure.attributes["observation"], list(cells[structure.measures :]))


def _attributes(defined: Sequence[Json], given: Json) -> dict[str, str]:
    """Return the attributes by name; one that is not given has its only value, if there is just one."""
    found: dict[str, str] = {}
    for at, attribute in enumerate(defined):
        values = as_list(attribute.get("values"))
        only: Json = "0" if len(values) == 1 else None
        said: Json = only if given is None else given[at] if at < len(given) else None
        if said is not None and not isinstance(said, dict):
            found[str(attribute["id"])] = _value(values, said)
    return found


def _value(values: Sequence[Json], said: Json) -> str:
    if not values or not str(said).isdigit() or int(said) >= len(values):
        return "" if isinstance(said, list) else str(said)
    chosen = values[int(said)]
    return (
        str(chosen.get("id") or chosen.get("value") or chosen.get("name") or "")
        if isinstance(chosen, dict)
        else str(chosen)
    )


def _at(dims: Sequence[Json], key: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return codes and labels at a key like `0:3:1`; raises ReplyError for a key that does not fit."""
    parts = key.split(":") if key else []
    if len(parts) != len(dims) or not all(part.isdigit() for part in parts):
        raise invalid(f"The key '{key}' does not fit the {len(dims)} dimensions.", place=f"observation {key}")
    pairs = [(dim, int(part)) for dim, part in zip(dims, parts, strict=True)]
    return {dim["id"]: _code(dim, at) for dim, at in pairs}, {dim["id"]: _label(dim["values"][at]) for dim, at in pairs}


def _code(dim: Json, at: int) -> str:
    values = dim.get("values") or []
    if at >= len(values):
        raise invalid(f"{dim.get('id')} has no value {at}.")
    return str(values[at].get("id") or values[at].get("value") or values[at].get("name"))


def _label(value: Json) -> str:
    return str(value.get("name") or value.get("value") or "")


def _first(given: Mapping[str, str], names: Sequence[str]) -> str:
    return next((given[name] for name in names if given.get(name)), "")


def _scale(text: str) -> int:
    return int(text) if text.lstrip("-").isdigit() else 0


def vintage_of(reply: Reply) -> str:
    """Return the day on which the reply was prepared, by its own account."""
    root = mapping(load_json(reply), "data")
    return str((root.get("header") or root.get("meta") or {}).get("prepared") or "")
