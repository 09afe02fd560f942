"""Specifications of charts: the template of a kind, described with Altair, filled with data."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from generator.cache import Cache, MemoryCache
from generator.charts.theme import CONFIG
from generator.modules import modules_digest

Spec = dict[str, Any]
"""A Vega-Lite specification as plain JSON values."""


class Rows(str):
    """Rows of a dataset as JSON, without the brackets around them."""

    __slots__ = ()


SHIPPED = Path(__file__).with_name("templates.json")
"""Templates that come with the program; `python -m scripts.write_templates` writes them."""

Data = Sequence[Rows] | Sequence[Mapping[str, Any]]
"""Rows of one dataset: already written as JSON, or records."""


@cache
def _templates() -> dict[str, str]:
    """Return the templates known to this process, as JSON by kind; empty until the first is asked for."""
    return {}


def know_templates(kept: Cache, shipped: Path = SHIPPED) -> None:
    """Take the templates that come with the program, if they are of this code and this Altair.

    Else those in `kept`; without any there, Altair describes and it keeps them.
    """
    key = templates_key()
    found = _read(shipped.read_bytes() if shipped.is_file() else b"", key)
    if not found:
        found = _read(kept.get_or(key, described), key) or _read(_anew(kept, key), key)
    _templates().update(found)


def templates_key() -> str:
    """Return what templates depend on: the code that describes them, and Altair."""
    return f"templates {modules_digest('generator.charts.templates')} {version('altair')}"


def _read(kept: bytes, key: str) -> dict[str, str]:
    """Return the templates by kind that are kept under a key; none where others are, or nothing is."""
    try:
        found = json.loads(kept)[key]
        return {kind: template for kind, template in found.items() if isinstance(template, str)}
    except (ValueError, KeyError, TypeError, AttributeError):
        return {}


def _anew(kept: Cache, key: str) -> bytes:
    kept.put(key, data := described())
    return data


def described() -> bytes:
    """Return what Altair describes, as it is kept and as it comes with the program."""
    from generator.charts.templates import templates  # noqa: PLC0415 - Altair takes a second to load

    return json.dumps({templates_key(): templates()}, indent=1).encode()


def _template(kind: str) -> Spec:
    if not _templates():
        know_templates(MemoryCache())
    template: Spec = json.loads(_templates()[kind])
    return template


_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), allow_nan=False, ensure_ascii=False)


def _write(value: object) -> str:
    return _ENCODER.encode(value)


@cache
def _config() -> str:
    return _write(CONFIG)


def write_rows(rows: Data) -> Rows:
    """Return rows as JSON, for rows that several specifications share."""
    return Rows(_write(rows)[1:-1])


def fill_template(kind: str, datasets: Mapping[str, Data], *, frame: Spec, scales: Spec) -> str:
    """Return the canonical JSON of a chart: the template of its kind with data, size and scales.

    `frame` holds width, height and padding; `scales` maps the channels x and y to what overrides the template's.
    """
    spec = _template(kind)
    spec.update(frame)
    spec["layer"] = [_scaled(layer, scales) for layer in spec["layer"] if datasets.get(layer["data"]["name"])]
    parts = {key: _write(value) for key, value in spec.items()}
    joined = ",".join(f'"{name}":[{_joined(datasets[name])}]' for name in sorted(datasets))
    parts["config"] = _config()
    parts["datasets"] = f"{{{joined}}}"
    whole = ",".join(f'"{key}":{parts[key]}' for key in sorted(parts))
    return f"{{{whole}}}"


def _joined(data: Data) -> str:
    if data and isinstance(data[0], Rows):
        return ",".join(str(part) for part in data)
    return write_rows(data)


def fill_pixels(kind: str, datasets: Mapping[str, Data], *, width: int, height: int) -> str:
    """Return the canonical JSON of a chart whose data are places in pixels."""
    frame = {"width": width, "height": height, "padding": 0}
    scales = {
        "x": {"scale": {"domain": [0, width]}},
        "y": {"scale": {"domain": [0, height], "reverse": True}},
    }
    return fill_template(kind, datasets, frame=frame, scales=scales)


def _scaled(layer: Spec, scales: Spec) -> Spec:
    for channel, settings in scales.items():
        encoding = layer["encoding"].get(channel)
        if encoding and "field" in encoding:
            encoding["scale"] = {**(encoding.get("scale") or {}), **settings["scale"]}
            if encoding.get("axis") is not None:
                encoding["axis"] = {**encoding["axis"], **settings.get("axis", {})}
    return layer
