"""A chart drawn without Vega where every part of its specification is known, else not at all."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from generator.charts.direct.axes import amounts, check_ticks, grid, years
from generator.charts.direct.grammar import Across, Common, Down, Padding, Specification
from generator.charts.direct.marks import Plot, Rows, ToPixels, draw_marks
from generator.charts.direct.numbers import UnknownError, read_decimal, scaled
from generator.charts.svg.compact import compact
from generator.charts.svg.elements import Element, write_element
from generator.charts.theme import CONFIG

SCHEMA = "https://vega.github.io/schema/vega-lite/v6."
Channel = TypeVar("Channel", Across, Down)
NO_PADDING = Padding(left=0, right=0, top=0, bottom=0)


def draw_direct(spec: str) -> str | None:
    """Return a specification as compact SVG, the same as by way of Vega; None if that is not certain."""
    try:
        read = json.loads(spec, parse_float=read_decimal)
        datasets = _known(read)
        return _draw(Specification.model_validate(_spread(read)), datasets)
    except (UnknownError, ValidationError, OverflowError):
        return None


def _known(read: dict[str, Any]) -> dict[str, Any]:
    """Take from a specification what is known beforehand, and return its data."""
    if not str(read.pop("$schema", "")).startswith(SCHEMA) or read.pop("config", None) != CONFIG:
        raise UnknownError
    datasets = read.pop("datasets", None)
    if not isinstance(datasets, dict):
        raise UnknownError
    return datasets


def _spread(read: dict[str, Any]) -> dict[str, Any]:
    """Return a specification in which each layer has the places that stand once for all, checked once."""
    common = Common.model_validate(read.pop("encoding", {}))
    places = {name: channel for name, channel in (("x", common.x), ("y", common.y)) if channel is not None}
    layers = read.get("layer")
    for layer in layers if isinstance(layers, list) and places else ():
        if isinstance(layer, dict) and isinstance(layer.get("encoding"), dict):
            layer["encoding"] = {**places, **layer["encoding"]}
    return read


def _draw(spec: Specification, datasets: dict[str, Any]) -> str:
    padding = spec.padding or NO_PADDING
    children = list(_children(spec, datasets))
    inside = Element(tag="g", attributes={"fill": "none", **_moved(padding)}, children=children)
    across, down = padding.left + spec.width + padding.right, padding.top + spec.height + padding.bottom
    root = Element(tag="svg", attributes={"viewBox": f"0 0 {across} {down}"}, children=[inside] if children else [])
    compact(root)
    return write_element(root)


def _moved(padding: Padding) -> dict[str, str]:
    return {"transform": f"translate({padding.left},{padding.top})"} if padding.left or padding.top else {}


def _children(spec: Specification, datasets: dict[str, Any]) -> Iterator[Element]:
    """Yield what stands in the drawing: lines across, axes, then the marks of each layer."""
    across = _shared([layer.encoding.x for layer in spec.layer if isinstance(layer.encoding.x, Across)])
    down = _shared([layer.encoding.y for layer in spec.layer if layer.encoding.y is not None])
    x, y = scaled(across.scale, 0, spec.width), scaled(down.scale, spec.height, 0)
    yield from _axes(spec, across, down, x, y)
    plot = Plot(height=spec.height, x=x, y=y)
    for layer in spec.layer:
        yield from draw_marks(layer, _rows(datasets, layer.data.name), plot)


def _axes(spec: Specification, across: Across, down: Down, x: ToPixels, y: ToPixels) -> Iterator[Element]:
    for channel in (across, down):
        if channel.axis:
            check_ticks(channel.axis, channel.scale.domain)
    if down.axis:
        yield from grid(down.axis, y, spec.width)
    if across.axis:
        yield from years(across.axis, x, spec.width, spec.height)
    if down.axis:
        yield from amounts(down.axis, y)


def _shared(channels: Sequence[Channel]) -> Channel:
    """Return the one scale and axis of all layers."""
    if not channels:
        raise UnknownError
    first, *others = channels
    for each in others:
        if each is not first and (each.scale.domain, each.scale.reverse, each.axis) != (
            first.scale.domain,
            first.scale.reverse,
            first.axis,
        ):
            raise UnknownError
    return first


def _rows(datasets: dict[str, Any], name: str) -> Rows:
    rows = datasets.get(name)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UnknownError
    return rows
