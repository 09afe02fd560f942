"""Specifications of charts: the template of a kind, described with Altair, filled with data."""

import json
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from generator.cache import Cache, MemoryCache, read_json
from generator.charts.theme import CONFIG
from generator.state.modules import modules_digest

Spec = dict[str, Any]
"""A Vega-Lite specification as plain JSON values."""


class Rows(str):
    """Rows of a dataset as JSON, without the brackets around them."""

    __slots__ = ()


SHIPPED = Path(__file__).with_name("templates.json")
"""Templates that come with the program; `python -m scripts.write_templates` writes them."""

PLACE = ("x", "y")
"""The channels that say where something stands."""

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
        found = read_json(kept)[key]
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
    return _parsed(_templates()[kind])


@lru_cache(maxsize=16)
def _parsed(template: str) -> Spec:
    """Return a template, in which channels that are alike are one; who fills it changes nothing of it."""
    spec: Spec = json.loads(template)
    alike: dict[str, Spec] = {}
    for layer in spec["layer"]:
        layer["encoding"] = {name: alike.setdefault(_write(each), each) for name, each in layer["encoding"].items()}
    return spec


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

    `frame` holds width, height and padding; `scales` maps the channels x and y to what overrides the template's. Where
    all layers have a channel alike, it stands once.
    """
    template = _template(kind)
    layers = [layer for layer in template["layer"] if datasets.get(layer["data"]["name"])]
    layers, common = _apart(_scaled(layers, scales))
    spec = {**template, **frame, "layer": layers, **({"encoding": common} if common else {})}
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


def _scaled(layers: Sequence[Spec], scales: Spec) -> list[Spec]:
    """Return layers with scales and axes; channels that were one are one again."""
    known: dict[tuple[str, int], Spec] = {}

    def scaled(name: str, channel: Spec) -> Spec:
        if name not in scales or "field" not in channel:
            return channel
        if (name, id(channel)) not in known:
            known[name, id(channel)] = _with_scale(channel, **scales[name])
        return known[name, id(channel)]

    return [
        {**layer, "encoding": {name: scaled(name, each) for name, each in layer["encoding"].items()}}
        for layer in layers
    ]


def _with_scale(channel: Spec, *, scale: Spec, axis: Spec | None = None) -> Spec:
    made = {**channel, "scale": {**(channel.get("scale") or {}), **scale}}
    return made if channel.get("axis") is None else {**made, "axis": {**channel["axis"], **(axis or {})}}


def _apart(layers: Sequence[Spec]) -> tuple[list[Spec], Spec]:
    """Return layers without the places that are one in all of them, and these."""
    first = layers[0]["encoding"] if layers else {}
    alike = {name: first[name] for name in PLACE if name in first and _is_in_all(layers, name, first[name])}
    rest = [{n: each for n, each in layer["encoding"].items() if n not in alike} for layer in layers]
    return [{**layer, "encoding": own} for layer, own in zip(layers, rest, strict=True)], alike


def _is_in_all(layers: Sequence[Spec], name: str, channel: Spec) -> bool:
    return all(layer["encoding"].get(name) is channel for layer in layers)
