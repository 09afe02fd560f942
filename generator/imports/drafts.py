"""Drafts for an import: contract, catalog entry, origin; TODO marks what a person must say."""

import json
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from generator.imports.contract import ContractShape, SeriesShape
from generator.imports.rows import Row

TODO = "TODO"
MOST_DECIMALS = 3
TITLE_LENGTH = 120
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_. -]*")
_WORDS_OF_YAML = frozenset(("yes", "no", "true", "false", "null", "on", "off", "y", "n"))


def contract_text(terms: ContractShape) -> str:
    """Return a contract as a file: the keys that differ from the defaults, the series last."""
    given = terms.model_dump(mode="json", exclude_defaults=True, exclude={"series"})
    lines = [f"{key}: {_value(value)}\n" for key, value in given.items()]
    lines += ["series:\n", *(series_line(name, series) for name, series in terms.series.items())]
    return "".join(lines)


def series_line(name: str, series: SeriesShape) -> str:
    """Return the line of a series: `  population: {code: SP.POP.TOTL}`."""
    return f"  {name}: {_value(series.model_dump(mode='json', exclude_defaults=True))}\n"


def with_series(text: str, line: str) -> str:
    """Return the text of a contract with a series added before its others."""
    return re.sub(r"^(series:[^\n]*\n)", lambda found: found[1] + line, text, count=1, flags=re.MULTILINE)


def indicator_text(  # each argument is a line of the entry
    name: str,
    *,
    title: str,
    origin: str,
    code: str,
    description: str,
    rows: Sequence[Row],
    unit: str = "",
    note: str = "",
) -> str:
    """Return an entry of the catalog to be completed."""
    entry = {
        "title": title[:TITLE_LENGTH] or TODO,
        "short_title": title[:40].strip() or TODO,
        "description": description or f"{TODO}: what it measures, in a sentence.",
        "topic": TODO,
        "unit": {"kind": "percent" if "%" in (unit or title) else "count", "symbol": unit or TODO},
        "decimals": _decimals(rows),
        "direction": "neutral",
        "kind": "official",
        "origins": [origin],
        **({"producer_code": code} if code else {}),
        **({"note": note} if note else {}),
    }
    return f"{name}:\n" + "".join(f"  {key}: {_value(value)}\n" for key, value in entry.items())


def origin_text(name: str, *, producer: str, vintage: str, taken_from: str) -> str:
    """Return an entry of origins.yaml to be completed; its licence is for a person to decide."""
    entry = {
        "producer": producer or TODO,
        "title": f"{TODO}: the data set",
        "vintage": vintage or f"{TODO}: which edition of the data this is",
        "url": "https://example.org/TODO",
        "license": f"{TODO}: the producer's licence",
        "license_url": "https://example.org/TODO",
        "redistribution": TODO,
        "retrieved_from": taken_from,
        "transformation": "Codes of places were mapped to ISO 3166 alpha-3; aggregates were dropped.",
    }
    return f"{name}:\n" + "".join(f"  {key}: {_value(value)}\n" for key, value in entry.items())


def questions_text(unknown: Mapping[str, Sequence[str]]) -> str:
    """Return a list of the unknown areas to be completed, each with similar names."""
    rows = (f"{_cell(text)},,{_cell('? ' + ' or '.join(near) if near else '?')}\n" for text, near in unknown.items())
    return "code,country,reason\n" + "".join(rows)


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if any(mark in text for mark in ',"\n') else text


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_value(key)}: {_value(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_value, value)) + "]"
    if (
        isinstance(value, str)
        and _PLAIN.fullmatch(value)
        and value.casefold() not in _WORDS_OF_YAML
        and value == value.strip()
    ):
        return value
    return json.dumps(value, ensure_ascii=False)


def _decimals(rows: Sequence[Row]) -> int:
    """Return the number of decimals for figures: the producer's, up to what a reader wants."""
    places = [-int(Decimal(row[2]).as_tuple().exponent) for row in rows if row[2]]
    return min(max(0, *places), MOST_DECIMALS) if places else 0
