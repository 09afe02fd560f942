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


SHIPPED = Path(__file__).with_name("templates.json")
"""The templates as they come with the program; `make reference` writes them."""

STATE_KEY = "templates"
"""The name in the state file of templates by other code than that of the program as it comes."""


class Rows(str):
    """Rows of a dataset as JSON, without the brackets around them."""

    __slots__ = ()


Data = Sequence[Rows] | Sequence[Mapping[str, Any]]
"""Rows of one dataset: already written as JSON, or records."""


@cache
def _templates() -> dict[str, str]:
    """Return the templates known to this process, as JSON by kind; empty until the first is asked for."""
    return {}


def know_templates(kept: Cache, shipped: Path = SHIPPED) -> None:
    """Take the templates that are `shipped` or `kept`; those of other code Altair describes, to be kept."""
    code = described_by()
    templates = _read(shipped.read_bytes(), code) or _read(kept.get(STATE_KEY) or b"", code)
    if not templates:
        data = describe(code)
        kept.put(STATE_KEY, data)
        templates = _read(data, code)
    _templates().update(templates)


def described_by() -> str:
    """Return what the templates depend on: a digest of the code that describes them, and Altair's version."""
    return f"{modules_digest('generator.charts.templates')} {version('altair')}"


def _read(data: bytes, code: str) -> dict[str, str]:
    """Return the templates by kind; none where the data are no templates, or described by other code."""
    try:
        written = json.loads(data)
        of_code = written["code"] == code
        return {kind: _write(template) for kind, template in written["templates"].items()} if of_code else {}
    except (ValueError, LookupError, TypeError, AttributeError):
        return {}


def describe(code: str) -> bytes:
    """Return the templates as Altair describes them by some `code`, a line for each kind."""
    from generator.charts.templates import described  # noqa: PLC0415 - Altair takes half a second to load

    lines = ",\n".join(f'"{kind}": {_write(template)}' for kind, template in described().items())
    return f'{{"code": "{code}", "templates": {{\n{lines}\n}}}}\n'.encode()


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
