"""JSON with the producer's digits: values are written as typed, never through a float."""

import json
from collections.abc import Mapping, Sequence

from generator.data.columns import Columns

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def json_text(value: object) -> str:
    """Return compact JSON; what JSON cannot say (NaN) is an error."""
    return _ENCODER.encode(value)


def json_object(parts: Mapping[str, str]) -> str:
    """Return an object whose members are JSON texts already."""
    return f"{{{','.join(f'{json_text(name)}:{text}' for name, text in parts.items())}}}"


def series_parts(columns: Columns, places: range) -> dict[str, str]:
    """Return a series as JSON texts: first year, a value for each year from it, status and origin.

    A year without a figure is null. `status` is one letter for all figures, or a letter for each year, `-` where
    there is no row. `origin` is one name, or names by the year from which each holds; `notes` are by those years too.
    """
    rows = _by_year(columns.years, places)
    parts = {
        "from": str(columns.years[places.start]),
        "values": _numbers(rows, columns.texts),
        "status": json_text(_letters(columns, places, rows)),
        "origin": json_text(_one_or_runs(_runs(columns.years, columns.origins, places))),
    }
    if any(columns.lowers[places.start : places.stop]):
        parts |= {"lower": _numbers(rows, columns.lowers), "upper": _numbers(rows, columns.uppers)}
    if any(columns.notes[places.start : places.stop]):
        notes = _runs(columns.years, columns.notes, places)
        parts["notes"] = json_text({year: note for at, (year, note) in enumerate(notes.items()) if at or note})
    return parts


def _by_year(years: Sequence[int], places: range) -> Sequence[int | None]:
    """Return the place of each year from the first to the last, None where there is no row."""
    first, last = years[places.start], years[places.stop - 1]
    if last - first == len(places) - 1:
        return places
    found = {years[at]: at for at in places}
    return [found.get(year) for year in range(first, last + 1)]


def _numbers(rows: Sequence[int | None], texts: Sequence[str]) -> str:
    cells = (
        texts[rows.start : rows.stop] if isinstance(rows, range) else ["" if at is None else texts[at] for at in rows]
    )
    return f"[{','.join(cell or 'null' for cell in cells)}]"


def _letters(columns: Columns, places: range, rows: Sequence[int | None]) -> str:
    """Return the letter that all figures share, if every row has a figure, or a letter for each year."""
    cut = slice(places.start, places.stop)
    used = set(columns.statuses[cut])
    if len(used) == 1 and all(columns.texts[cut]):
        return used.pop()
    return "".join("-" if at is None else columns.statuses[at] for at in rows)


def _runs(years: Sequence[int], texts: Sequence[str], places: range) -> Mapping[str, str]:
    """Return texts by the year from which each holds: `{"1990": "wdi_2021", "2017": "wdi_2025"}`."""
    cut = slice(places.start, places.stop)
    if len(set(texts[cut])) == 1:
        return {str(years[places.start]): texts[places.start]}
    pairs = zip(years[cut], texts[cut], ("", *texts[cut]), strict=False)
    return {str(year): text for at, (year, text, before) in enumerate(pairs) if not at or text != before}


def _one_or_runs(runs: Mapping[str, str]) -> str | Mapping[str, str]:
    return next(iter(runs.values())) if len(runs) == 1 else runs
