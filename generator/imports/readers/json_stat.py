"""JSON-stat 1 and 2: a cube of figures as list or sparse object, alone or in a bundle."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from generator.imports.cells import Cell, Reply, invalid
from generator.imports.query import Query
from generator.imports.readers.json_text import Json, as_list, load_json, mapping, text_of
from generator.imports.readers.records import Record, select


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dimension:
    """A dimension: its codes in order, their labels and units."""

    id: str
    codes: Sequence[str]
    labels: Mapping[str, str]
    units: Mapping[str, Json]


def read(reply: Reply, query: Query) -> Iterator[Cell]:
    """Yield the cells that the query means; raises ReplyError."""
    data = _dataset(mapping(load_json(reply), "data set"), query.name)
    roles = _roles(data)
    plain = query if query.area or not roles.get("geo") else _with(query, area=roles["geo"])
    plain = plain if plain.time or not roles.get("time") else _with(plain, time=roles["time"])
    return select(list(_records(data)), plain)


def count(reply: Reply, name: str = "") -> int:
    """Return the number of cells of a data set, empty ones included."""
    total = 1
    for dim in _dimensions(_dataset(mapping(load_json(reply), "data set"), name)):
        total *= len(dim.codes)
    return total


def vintage_of(reply: Reply, name: str = "") -> str:
    """Return the day on which the data set was updated, by its own account."""
    return str(_dataset(mapping(load_json(reply), "data set"), name).get("updated") or "")


def _with(query: Query, *, area: str = "", time: str = "") -> Query:
    return replace(query, area=area or query.area, time=time or query.time)


def _dataset(root: dict[str, Json], name: str) -> dict[str, Json]:
    """Return the data set of a reply; of a bundle, the one named in the contract."""
    if root.get("class") == "collection":
        raise invalid("The reply is a collection: it lists data sets and holds none.", "Ask for one of them.")
    if "dimension" in root:
        return root
    sets = {key: value for key, value in root.items() if isinstance(value, dict) and "dimension" in value}
    if name in sets or len(sets) == 1:
        return mapping(sets.get(name) or next(iter(sets.values())), "data set")
    if sets:
        raise invalid(
            "The reply is a bundle of data sets.", f"Write `name:`, or --name, with one of {', '.join(sets)}."
        )
    raise invalid("The reply has no data set of JSON-stat.")


def _roles(data: dict[str, Json]) -> dict[str, str]:
    said = data.get("role") or (data["dimension"].get("role") if isinstance(data["dimension"], dict) else None) or {}
    return {role: str(ids[0]) for role, ids in said.items() if ids}


def _dimensions(data: dict[str, Json]) -> list[_Dimension]:
    dims = mapping(data.get("dimension"), "dimensions")
    ids = [str(each) for each in as_list(data.get("id") or dims.get("id"))]
    sizes = [int(each) for each in as_list(data.get("size") or dims.get("size"))]
    if not ids or len(ids) != len(sizes):
        raise invalid("The data set does not say its dimensions ('id' and 'size').")
    return [
        _dimension(each, mapping(dims.get(each), f"dimension '{each}'"), size)
        for each, size in zip(ids, sizes, strict=True)
    ]


def _dimension(name: str, said: dict[str, Json], size: int) -> _Dimension:
    category = mapping(said.get("category"), f"categories of '{name}'")
    labels = {str(code): str(label) for code, label in (category.get("label") or {}).items()}
    index = category.get("index")
    if isinstance(index, dict):
        codes = sorted(index, key=lambda code: int(index[code]))
    else:
        codes = [str(code) for code in index] if index else list(labels)
    if len(codes) != size:
        raise invalid(f"The dimension '{name}' has {len(codes)} categories and says that it has {size}.")
    return _Dimension(id=name, codes=codes, labels=labels, units=category.get("unit") or {})


def _records(data: dict[str, Json]) -> Iterator[Record]:
    dims = _dimensions(data)
    values, statuses = data.get("value"), data.get("status")
    if not isinstance(values, list | dict):
        raise invalid("The data set has no 'value'.")
    for at, codes in enumerate(product(*(dim.codes for dim in dims))):
        unit = (
            next((dim.units.get(code) for dim, code in zip(dims, codes, strict=True) if dim.units.get(code)), None)
            or {}
        )
        yield Record(
            dims={dim.id: code for dim, code in zip(dims, codes, strict=True)},
            labels={dim.id: dim.labels.get(code, "") for dim, code in zip(dims, codes, strict=True)},
            text=text_of(_at(values, at)),
            flag=_status(statuses, at),
            unit=str(unit.get("label") or unit.get("base") or ""),
            scale=int(str(unit.get("multiplier") or 0)),
            place=f"value {at}",
        )


def _at(values: Json, at: int) -> Json:
    if isinstance(values, dict):
        return values.get(str(at))
    return values[at] if at < len(values) else None


def _status(statuses: Json, at: int) -> str:
    """Return a cell's flag; one flag alone counts for all cells."""
    if isinstance(statuses, str):
        return statuses
    if isinstance(statuses, list) and len(statuses) == 1:
        return str(statuses[0] or "")
    return str(_at(statuses, at) or "") if statuses else ""
