"""The world map that leads to countries: links, shades for each indicator, what is left out."""

from dataclasses import replace

from generator.charts.map.linked import plan_linked_map
from generator.data.geo.geometry import Geometry
from generator.data.geo.topology import Shapes
from tests.datasets import CODES, dataset

SQUARE = ((10.0, 10.0), (30.0, 10.0), (30.0, 30.0), (10.0, 30.0), (10.0, 10.0))
DATA = dataset(
    {
        "one": {code: {2024: str(at)} for at, code in enumerate(CODES)},
        "two": {code: {2024: str(at)} for at, code in enumerate(CODES[:2])},
    }
)
GEOMETRY = Geometry(
    shapes={"AAA": (SQUARE,), "Nowhere": (SQUARE,)},
    detail=Shapes(arcs=(), rings={"AAA": (), "Nowhere": ()}),
    points={"ABA": (50.0, 0.0)},
    note="A note.",
    caption="",
    digest="",
)


def test_each_country_with_a_place_is_a_link_with_its_figures() -> None:
    shown = plan_linked_map(DATA, GEOMETRY, ("one", "two"))
    assert shown is not None
    outline, dot = shown.places
    assert (outline.url, outline.text.splitlines()[0]) == (
        f"/countries/{DATA.countries['AAA'].slug}/",
        DATA.countries["AAA"].name,
    )
    assert outline.path
    assert outline.shades == "a1"
    assert (dot.path, dot.x > 0, dot.shades) == ("", True, "a1")
    assert shown.land == outline.path  # the same square, which has no page


def test_only_ranked_indicators_can_be_chosen() -> None:
    shown = plan_linked_map(DATA, GEOMETRY, ("two", "one"))
    assert shown is not None
    assert [(choice.letter, choice.indicator) for choice in shown.choices] == [("a", "one")]
    assert plan_linked_map(DATA, GEOMETRY, ("two",)) is None


def test_signs_are_explained_where_they_are() -> None:
    figures = {code: {2024: str(at)} for at, code in enumerate(CODES)}
    some = plan_linked_map(dataset({"one": figures | {"AAA": {2000: "1"}}}), GEOMETRY, ("one",))
    assert some is not None
    assert (some.choices[0].without, some.has_dots) == ("no figure for 2024", True)
    every = plan_linked_map(DATA, replace(GEOMETRY, points={}), ("one",))
    assert every is not None
    assert (every.choices[0].without, every.has_dots) == ("", False)
