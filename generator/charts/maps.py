"""The world map of an indicator: countries in five classes, small states as dots, the rest neutral."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from statistics import median

from generator.charts.classes import CLASSES, class_breaks, class_of
from generator.charts.projection import HEIGHT, WIDTH, equal_earth, world_ring
from generator.data.catalog import Indicator
from generator.data.countries import Country
from generator.data.dataset import Dataset
from generator.data.geometry import Geometry
from generator.data.ranking import Ranking
from generator.formatting import format_amount
from generator.messages import gettext as _

LEFT_OUT = "010"
"""Antarctica: nobody's page, and a quarter of the map."""

SHADES = {1: (3,), 2: (2, 4), 3: (1, 3, 5), 4: (1, 2, 4, 5), 5: (1, 2, 3, 4, 5)}
"""Which of the five colours a map with fewer classes takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A country too small for a shape."""

    kind: str
    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WorldMap:
    """A map as its template shows it: one outline for all countries of a class, `kind` is the class of the style sheet."""

    title: str
    subtitle: str
    description: str
    width: int
    height: int
    shapes: tuple[tuple[str, str], ...]
    """Pairs of kind and path data; the neutral land comes first."""
    dots: tuple[Dot, ...]
    legend: tuple[tuple[str, str], ...]
    """Pairs of kind and text, from the lowest class up."""
    note: str


def plan_map(dataset: Dataset, indicator: Indicator, geometry: Geometry) -> WorldMap | None:
    """Return the map of the ranking's values, or None where the indicator is not ranked."""
    ranking = dataset.ranking(indicator.id)
    if ranking is None or not ranking.rows:
        return None
    values = {row.observation.country: row.observation.value or 0.0 for row in ranking.rows}
    breaks = class_breaks(list(values.values()))
    shades = SHADES[len(breaks) + 1]
    kinds = {code: f"r{shades[class_of(value, breaks)]}" for code, value in values.items()}
    countries = [dataset.countries[code] for code in dataset.profiles]
    return WorldMap(
        title=_("{title} around the world").format(title=indicator.title),
        subtitle=_("{unit}, {year}").format(unit=indicator.unit.symbol or indicator.title, year=ranking.year),
        description=_description(dataset, indicator, ranking),
        width=WIDTH,
        height=HEIGHT,
        shapes=_shapes(countries, kinds, geometry),
        dots=tuple(_dots(countries, kinds, geometry)),
        legend=tuple((f"r{s}", text) for s, text in zip(shades, _labels(indicator, breaks), strict=True)),
        note=geometry.note,
    )


def _shapes(countries: Sequence[Country], kinds: Mapping[str, str], geometry: Geometry) -> tuple[tuple[str, str], ...]:
    by_key = {shape_key(country, geometry): kinds.get(country.code, "nd") for country in countries}
    found: dict[str, list[str]] = {kind: [] for kind in ("nd", *(f"r{n}" for n in range(1, CLASSES + 1)))}
    for key, path in world_paths(geometry).items():
        found[by_key.get(key, "nd")].append(path)
    return tuple((kind, "".join(paths)) for kind, paths in found.items() if paths)


def _dots(countries: Sequence[Country], kinds: Mapping[str, str], geometry: Geometry) -> list[Dot]:
    """Return dots for the profiled countries without an outline."""
    paths = world_paths(geometry)
    small = [c.code for c in countries if shape_key(c, geometry) not in paths and c.code in geometry.points]
    places = {code: equal_earth(*geometry.points[code]) for code in small}
    return [Dot(kind=kinds.get(code, "nd"), x=round(x), y=round(y)) for code, (x, y) in places.items()]


def shape_key(country: Country, geometry: Geometry) -> str:
    """Return under which key the geometry holds a country: its M49 code, or its own code where it has none there."""
    return country.code if country.code in geometry.detail.rings else country.m49


def world_paths(geometry: Geometry) -> Mapping[str, str]:
    """Return the outline of each shape on the world map, by the geometry's key; shapes below a unit are left out."""
    return _paths(_Held(geometry))


@dataclass(frozen=True, slots=True)
class _Held:
    """A geometry that is remembered by its digest."""

    geometry: Geometry

    def __hash__(self) -> int:
        return hash(self.geometry.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and self.geometry.digest == other.geometry.digest


@lru_cache(maxsize=1)
def _paths(held: _Held) -> Mapping[str, str]:
    drawn = {key: "".join(map(world_ring, rings)) for key, rings in held.geometry.shapes.items() if key != LEFT_OUT}
    return {key: path for key, path in drawn.items() if path}


def _labels(indicator: Indicator, breaks: tuple[float, ...]) -> list[str]:
    """Return the text of each class, from the lowest: `under 5`, `5–10`, `10 and over`."""
    if not breaks:
        return [_("all values")]
    texts = [_text(indicator, value) for value in breaks]
    between = [f"{a}–{b}" for a, b in pairwise(texts)]
    return [_("under {value}").format(value=texts[0]), *between, _("{value} and over").format(value=texts[-1])]


def _text(indicator: Indicator, value: float) -> str:
    unit = indicator.unit
    return format_amount(Decimal(repr(value)), kind=unit.kind.value, symbol=unit.symbol, decimals=0, style="axis")


def _exact(indicator: Indicator, value: float) -> str:
    """Return a value with the catalog's decimals, as the table has it."""
    kind, symbol = indicator.unit.kind.value, indicator.unit.symbol
    return format_amount(Decimal(repr(value)), kind=kind, symbol=symbol, decimals=indicator.decimals, style="table")


def _description(dataset: Dataset, indicator: Indicator, ranking: Ranking) -> str:
    """Return what the map shows in words: both ends, the middle, and how many have no value."""
    rows = sorted(ranking.rows, key=lambda row: row.observation.value or 0.0)
    low, high = rows[0].observation, rows[-1].observation
    return _(
        "Highest: {high} ({most}); lowest: {low} ({least}); median {median}. {count} of {all} countries have no value."
    ).format(
        high=dataset.countries[high.country].name,
        most=_exact(indicator, high.value or 0.0),
        low=dataset.countries[low.country].name,
        least=_exact(indicator, low.value or 0.0),
        median=_exact(indicator, median(row.observation.value or 0.0 for row in rows)),
        count=len(dataset.profiles) - len(rows),
        all=len(dataset.profiles),
    )
