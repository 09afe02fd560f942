"""The world map of an indicator: countries in five classes, small states as dots, the rest neutral."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import dist

from generator.charts.describe import subtitle
from generator.charts.map.classes import CLASSES, class_breaks, class_of
from generator.charts.map.frame import frame_of
from generator.charts.map.words import class_labels, describe_map, map_title, named_values
from generator.charts.request import ChartRequest
from generator.charts.statuses import status_note
from generator.charts.table import attribution
from generator.data.countries import Country
from generator.data.dataset import Dataset
from generator.data.geo.geometry import Geometry
from generator.data.ranking import Ranking
from generator.messages import gettext as _

LEFT_OUT = "010"
"""Antarctica: nobody's page, and a quarter of the map."""

SHADES = {1: (3,), 2: (2, 4), 3: (1, 3, 5), 4: (1, 2, 4, 5), 5: (1, 2, 3, 4, 5)}
"""The colours, out of five, of a map with fewer classes."""

CROWDED = 9
"""Units between two dots below which both are drawn small."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A country too small for a shape.

    `crowded`: another is close by; `own`: the country of the page.
    """

    kind: str
    x: int
    y: int
    crowded: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WorldMap:
    """A map as its template shows it: one outline for all countries of a class.

    `kind` of a layer is the class in the style sheet.
    """

    id: str
    indicator: str
    title: str
    subtitle: str
    description: str
    width: int
    height: int
    west: int
    """Units from the left to the Atlantic: on a phone the Americas stand below the rest, enlarged."""
    shapes: tuple[tuple[str, str], ...]
    """Pairs of kind and path data; the neutral land comes first."""
    here: str
    """The outline of the page's country again, to be drawn on top; may be empty."""
    dots: tuple[Dot, ...]
    legend: tuple[tuple[str, str], ...]
    """Pairs of kind and text, from the lowest class up."""
    source: str
    license: str
    note: str
    kind: str = "map"

    @property
    def has_gaps(self) -> bool:
        """Whether something on it is hatched as without data."""
        return "no-data" in {kind for kind, _path in self.shapes} | {dot.kind for dot in self.dots}


def plan_map(request: ChartRequest, dataset: Dataset, geometry: Geometry, *, map_id: str, note: str) -> WorldMap | None:
    """Return the map of a ranking's values, or None where the indicator is not ranked.

    `note` tells where the values stand; `request.country` is outlined.
    """
    indicator, ranking = dataset.indicator(request.indicator), _ranking(request, dataset)
    if ranking is None:
        return None
    values = named_values(dataset, ranking)
    breaks = class_breaks([value for _name, value in values])
    shades = SHADES[len(breaks) + 1]
    kinds = {
        r.observation.country: f"class-{shades[class_of(r.observation.value or 0.0, breaks)]}" for r in ranking.rows
    }
    countries = [dataset.countries[code] for code in dataset.profiles]
    source, licence = attribution(dataset, indicator.id, list(kinds))
    own = dataset.countries[request.country] if request.country else None
    frame, dots = frame_of(geometry), _dots(countries, kinds, geometry, request.country)
    return WorldMap(
        id=map_id,
        indicator=indicator.id,
        title=request.title or map_title(indicator, values),
        subtitle=subtitle(indicator, str(ranking.year), titled=True),
        description=describe_map(indicator, values, len(countries)),
        width=frame.width,
        height=frame.height,
        west=frame.west,
        shapes=_shapes(countries, kinds, geometry),
        here=world_paths(geometry).get(shape_key(own, geometry), "") if own else "",
        dots=dots,
        legend=tuple((f"class-{s}", text) for s, text in zip(shades, class_labels(indicator, breaks), strict=True)),
        source=source,
        license=licence,
        note=" ".join(
            part
            for part in (
                _("Dots are countries too small for an outline.") if dots else "",
                status_note(dataset, [row.observation for row in ranking.rows]),
                note,
                geometry.note,
            )
            if part
        ),
    )


def map_description(request: ChartRequest, dataset: Dataset) -> str:
    """Return the description of a request's map, empty without a map."""
    ranking = _ranking(request, dataset)
    values = named_values(dataset, ranking) if ranking else []
    return describe_map(dataset.indicator(request.indicator), values, len(dataset.profiles)) if values else ""


def _ranking(request: ChartRequest, dataset: Dataset) -> Ranking | None:
    return dataset.ranking(request.indicator, year=request.years[-1] if request.years else None)


def _shapes(countries: Sequence[Country], kinds: Mapping[str, str], geometry: Geometry) -> tuple[tuple[str, str], ...]:
    by_key = {shape_key(country, geometry): kinds.get(country.code, "no-data") for country in countries}
    found: dict[str, list[str]] = {kind: [] for kind in ("no-data", *(f"class-{n}" for n in range(1, CLASSES + 1)))}
    for key, path in world_paths(geometry).items():
        found[by_key.get(key, "no-data")].append(path)
    return tuple((kind, "".join(paths)) for kind, paths in found.items() if paths)


def _dots(countries: Sequence[Country], kinds: Mapping[str, str], geometry: Geometry, own: str) -> tuple[Dot, ...]:
    """Return dots for the profiled countries without an outline."""
    paths = world_paths(geometry)
    small = [c.code for c in countries if shape_key(c, geometry) not in paths and c.code in geometry.points]
    places = {code: frame_of(geometry).place(geometry.points[code]) for code in small}
    return tuple(
        Dot(
            kind=kinds.get(code, "no-data"),
            x=round(x),
            y=round(y),
            crowded=any(dist(place, (x, y)) < CROWDED for other, place in places.items() if other != code),
            own=code == own,
        )
        for code, (x, y) in places.items()
    )


def shape_key(country: Country, geometry: Geometry) -> str:
    """Return a country's key in the geometry: its M49 code, or its own code if it has none there."""
    return country.code if country.code in geometry.detail.rings else country.m49


def world_paths(geometry: Geometry) -> Mapping[str, str]:
    """Return the outline of each shape on the world map by key, without shapes smaller than a unit."""
    return _paths(geometry)


@lru_cache(maxsize=1)
def _paths(geometry: Geometry) -> Mapping[str, str]:
    outline = frame_of(geometry).outline
    drawn = {key: "".join(map(outline, rings)) for key, rings in geometry.shapes.items() if key != LEFT_OUT}
    return {key: path for key, path in drawn.items() if path}
