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
    """Return years, values, status, origin and notes of a series as JSON texts.

    `status` has a letter for each value, or one letter for all; `origin` likewise one name or a list.
    A value that is missing for the reason its status gives is null.
    """
    cut = slice(places.start, places.stop)
    years, statuses, origins = columns.years[cut], columns.statuses[cut], columns.origins[cut]
    parts = {
        "years": f"[{','.join(map(str, years))}]",
        "values": f"[{','.join(text or 'null' for text in columns.texts[cut])}]",
        "status": json_text(statuses[0] if len(set(statuses)) == 1 else "".join(statuses)),
        "origin": json_text(_one_or_all(origins)),
    }
    ends = {"lower": columns.lowers[cut], "upper": columns.uppers[cut]} if any(columns.lowers[cut]) else {}
    parts |= {name: f"[{','.join(text or 'null' for text in texts)}]" for name, texts in ends.items()}
    notes = {str(year): note for year, note in zip(years, columns.notes[cut], strict=True) if note}
    return {**parts, "notes": json_text(notes)} if notes else parts


def _one_or_all(origins: Sequence[str]) -> str | list[str]:
    return origins[0] if len(set(origins)) == 1 else list(origins)
