"""Every kind of chart at every edge: drawn directly and by way of Vega, equal to the byte.

What is not known is refused.
"""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from generator.charts.direct.draw import draw_direct
from generator.charts.svg.render import render_svg
from tests.charts.direct.specifications import KNOWN, LINE, changed, dot, ranking, rule, slope, strip, trend, word


@pytest.mark.parametrize("name", KNOWN)
def test_a_chart_drawn_directly_equals_what_vega_draws(name: str) -> None:
    direct = draw_direct(KNOWN[name])
    assert direct is not None
    assert direct == render_svg(KNOWN[name])


def in_first_layer(*path: str, **values: object) -> Callable[[Any], None]:
    def change(spec: Any) -> None:  # noqa: ANN401 - JSON
        found = spec["layer"][0]
        found["encoding"] = deepcopy({**spec["encoding"], **found["encoding"]})
        for key in path:
            found = found[key]
        found.update(values)

    return change


CHANGES: dict[str, Callable[[Any], object]] = {
    "a property of the whole": lambda spec: spec.update(title="x"),
    "a property of a layer": in_first_layer(transform=[]),
    "a property of a mark": in_first_layer("mark", clip=True),
    "a property of a scale": in_first_layer("encoding", "x", "scale", clamp=True),
    "a property of an axis": in_first_layer("encoding", "x", "axis", labelAngle=45),
    "a property of a channel": in_first_layer("encoding", "x", sort="descending"),
    "a channel": in_first_layer("encoding", opacity={"value": 1}),
    "another kind of mark": in_first_layer("mark", type="area"),
    "a mark by name only": lambda spec: spec["layer"][0].update(mark="rule"),
    "another kind of scale": in_first_layer("encoding", "x", "scale", type="log"),
    "a colour of its own": in_first_layer("mark", color="red"),
    "another schema": lambda spec: spec.update({"$schema": "https://vega.github.io/schema/vega-lite/v7.json"}),
    "another configuration": lambda spec: spec["config"].update(padding=1),
    "no configuration": lambda spec: spec.pop("config"),
    "no data": lambda spec: spec.pop("datasets"),
    "no layer": lambda spec: spec.update(layer=[]),
    "rows that are missing": lambda spec: spec["datasets"].pop("own"),
    "rows that are none": lambda spec: spec["datasets"].update(own=[1]),
    "no width": lambda spec: spec.update(width=0),
    "less than no width": lambda spec: spec.update(width=-2),
    "half a pixel": lambda spec: spec.update(width=200.5),
    "a property of a place that stands once": lambda spec: spec["encoding"]["x"].update(sort="descending"),
    "a channel that stands once": lambda spec: spec["encoding"].update(opacity={"value": 1}),
    "a place that stands nowhere": lambda spec: spec.pop("encoding"),
    "two scales": in_first_layer("encoding", "x", "scale", domain=[1990, 2023]),
    "two axes": in_first_layer("encoding", "x", "axis", labelPadding=9),
    "only one end of a rule": in_first_layer("encoding", y2={"field": "x"}),
    "a value that is missing": lambda spec: spec["datasets"]["own"][3].pop("y"),
    "a value that is null": lambda spec: spec["datasets"]["own"][3].update(y=None),
    "a value that is a text": lambda spec: spec["datasets"]["own"][3].update(y="1"),
    "a text that is a number": lambda spec: spec["datasets"]["name"][0].update(text=1),
    "another expression": lambda spec: [
        layer["encoding"]["y"]["axis"].update(labelExpr="datum.value") for layer in spec["layer"][1:]
    ],
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_not_known_is_refused(name: str) -> None:
    assert draw_direct(changed(CHANGES[name])) is None


@pytest.mark.parametrize(
    "spec",
    [
        trend(years=(2000, 2000, 2023), own=LINE),
        trend(years=(2023, 2011, 2000), own=LINE),
        trend(ticks=(0.0, 5.0, 5.0, 15.0), own=LINE),
        trend(texts=(".", "", "", ""), own=LINE),
        trend(own=[{**row, "y": 1e20} for row in LINE]),
        trend(end=[dot(2023, 15 - 1e-8)]),
        slope(posts=[{"x": 2000 + 1e-9}]),
        ranking(own_names=[{"y": 12, "name": "A"}]),
        strip(low=[word(0, 88, "tab\tbed")]),
        strip(low=[word(0, 88, ' xmlns="x"')]),
        strip(own=[rule(1e22)]),
    ],
)
def test_where_it_is_not_certain_what_vega_does_it_is_asked(spec: str) -> None:
    assert draw_direct(spec) is None
