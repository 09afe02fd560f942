"""Figures with their dimensions: `where` fixes some, and none may stay open."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.diagnostics import suggest
from generator.imports.cells import Cell, Fault, ReplyError, invalid
from generator.imports.query import Query
from generator.rules import Rule

SHOWN = 12
"""Values of a dimension that a message names."""
AREAS = ("REF_AREA", "LOCATION", "COUNTRY", "GEO", "AREA", "COU", "GEOUNIT")
TIMES = ("TIME_PERIOD", "TIME", "YEAR")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One figure: its dimensions' codes by name, its text, its flags and notes."""

    dims: Mapping[str, str]
    text: str | None
    place: str
    labels: Mapping[str, str] = field(default_factory=dict)
    flag: str = ""
    unit: str = ""
    scale: int = 0
    note: str = ""


def role_of(dims: Sequence[str], named: str, usual: Sequence[str], what: str) -> str:
    """Return the dimension with a role: the one named in the contract, or one of the usual names."""
    by_fold = {name.upper(): name for name in dims}
    if named:
        if named.upper() not in by_fold:
            raise ReplyError(_unknown("dimension", named, dims))
        return by_fold[named.upper()]
    found = next((by_fold[name] for name in usual if name in by_fold), "")
    if not found:
        key = "area" if usual is AREAS else "time"
        raise invalid(
            f"Which dimension is the {what}?",
            f"Write `{key}: NAME` into the contract, or --{key} NAME; there are {_list(dims)}.",
        )
    return found


def select(records: Sequence[Record], query: Query) -> Iterator[Cell]:
    """Yield the cells that a query means; raises ReplyError for a dimension that is left open."""
    if not records:
        raise invalid("The reply has no figures.", "Check code, dates and address; our rows stay as they are.")
    dims = list(dict.fromkeys(name for record in records for name in record.dims))
    area = role_of(dims, query.area, AREAS, "area")
    time = role_of(dims, query.time, TIMES, "period")
    chosen = _where(records, query, dims)
    _check_open(chosen, [name for name in dims if name not in (area, time)])
    for record in chosen:
        yield Cell(
            area=record.dims.get(area, ""),
            name=record.labels.get(area, ""),
            period=record.dims.get(time, ""),
            text=record.text,
            flag=record.flag,
            unit=record.unit,
            scale=record.scale,
            note=record.note,
            place=record.place,
        )


def _where(records: Sequence[Record], query: Query, dims: Sequence[str]) -> Sequence[Record]:
    by_fold = {name.upper(): name for name in dims}
    for key, value in query.where.items():
        name = by_fold.get(key.upper())
        if name is None:
            raise ReplyError(_unknown("dimension", key, dims))
        values = list(dict.fromkeys(record.dims.get(name, "") for record in records))
        kept = [record for record in records if record.dims.get(name, "") == value]
        if not kept:
            raise ReplyError(_unknown(f"value of {name}", value, values))
        records = kept
    return records


def _unknown(noun: str, name: str, known: Sequence[str]) -> Fault:
    hint = suggest(name, known, f"There are {_list(known)}.")
    return Fault(rule=Rule.IMPORT_CONTRACT, message=f"The reply has no {noun} '{name}'.", hint=hint)


def _check_open(records: Sequence[Record], dims: Sequence[str]) -> None:
    """Raise ReplyError with every dimension that still has more than one value."""
    values = {name: dict.fromkeys(record.dims.get(name, "") for record in records) for name in dims}
    labels = {name: {r.dims.get(name, ""): r.labels.get(name, "") for r in records} for name in dims}
    faults = tuple(
        Fault(
            rule=Rule.IMPORT_AMBIGUOUS,
            message=f"{name} has {len(found)} values, and figures of all of them would be mixed.",
            hint=f"Write `where: {{{name}: …}}`, or --where {name}=…, with one of {_list([_shown(v, labels[name][v]) for v in found])}.",
        )
        for name, found in values.items()
        if len(found) > 1
    )
    if faults:
        raise ReplyError(*faults)


def _shown(code: str, label: str) -> str:
    return f"{code} ({label})" if label and label != code else code


def _list(names: Sequence[str]) -> str:
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more
