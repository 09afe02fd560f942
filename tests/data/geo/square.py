"""A country that is a square, as TopoJSON and as a point."""

from generator.data.countries import Country
from generator.sources.files import Source

SQUARE = {
    "transform": {"scale": [0.5, 0.5], "translate": [10, 20]},
    "arcs": [[[0, 0], [4, 0], [0, 4]], [[0, 0], [0, 4], [4, 0]]],
    "objects": {"countries": {"geometries": [{"id": "398", "properties": {"name": "K"}, "arcs": [[0, -2]]}]}},
}

KAZ = Country(
    code="KAZ",
    alpha2="KZ",
    m49="398",
    name="Kazakhstan",
    slug="kazakhstan",
    official_name="Republic of Kazakhstan",
    native_names=(),
    aliases=(),
    capital="Astana",
    region="Central Asia",
    income_group="",
    income_group_year=None,
    area_km2=None,
    languages=(),
    currencies=(),
    neighbours=(),
)
COUNTRIES = {"KAZ": KAZ}


def source(text: str, path: str = "data/geo/shapes.json") -> Source:
    return Source(path=path, data=text.encode())


def points(text: str) -> Source:
    return source(f"country,latitude,longitude\n{text}", "data/geo/points.csv")
