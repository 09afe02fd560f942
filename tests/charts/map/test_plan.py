"""The world map of an indicator: what its note and its legend explain."""

from collections.abc import Mapping

import pytest

from generator.charts.map.plan import plan_map
from generator.charts.request import ChartKind, ChartRequest
from generator.data.geo.geometry import Geometry
from generator.data.geo.topology import Shapes
from tests.datasets import CODES, dataset

SQUARE = ((10.0, 10.0), (30.0, 10.0), (30.0, 30.0), (10.0, 30.0), (10.0, 10.0))
DATA = dataset({"one": {code: {2024: str(at)} for at, code in enumerate(CODES[:-1])}})


@pytest.mark.parametrize(
    ("shapes", "points", "signs"),
    [
        (("AAA",), {}, (False, False)),
        (("AAA", "Nowhere"), {}, (True, False)),
        (("AAA",), {"ABA": (50.0, 0.0)}, (False, True)),
        (("AAA",), {"ALA": (50.0, 0.0)}, (True, True)),
    ],
)
def test_hatch_and_dots_are_explained_where_they_are(
    shapes: tuple[str, ...], points: Mapping[str, tuple[float, float]], signs: tuple[bool, bool]
) -> None:
    rings = dict.fromkeys(shapes, (SQUARE,))
    detail = Shapes(arcs=(), rings=dict.fromkeys(shapes, ()))
    geometry = Geometry(shapes=rings, detail=detail, points=points, note="A note.", caption="", digest="")
    request = ChartRequest(kind=ChartKind.MAP, indicator="one", country="")
    drawn = plan_map(request, DATA, geometry, map_id="map", note="")
    assert drawn
    assert (drawn.has_gaps, drawn.note.startswith("Dots are")) == signs
