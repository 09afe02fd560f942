"""The world map that leads to countries: every outline is a link, a choice of indicators colours them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.charts.describe import amount, subtitle
from generator.charts.map.classes import class_breaks, class_of
from generator.charts.map.frame import frame_of
from generator.charts.map.plan import SHADES, shape_key, world_paths
from generator.charts.map.words import class_labels, describe_map, named_values
from generator.charts.table import attribution
from generator.data.countries import Country
from generator.data.dataset import Dataset
from generator.data.geo.geometry import Geometry
from generator.data.ranking import Ranking
from generator.messages import gettext as _

LETTERS = "abcd"
"""The letters of the indicators to choose from; the class `b3` is the third shade of the second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapChoice:
    """An indicator to colour the map by; `letter` begins the classes of its shades."""

    letter: str
    indicator: str
    name: str
    """As on the button: `Life expectancy`."""
    subtitle: str
    description: str
    legend: tuple[tuple[int, str], ...]
    """Pairs of shade, from 1 to 5, and text, from the lowest class up."""
    without: str
    """The text for countries without a shade, `no figure for 2024`; empty where each has one."""
    source: str
    license: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPlace:
    """A country on the map: its link, its name with its figures, its outline or its place."""

    url: str
    text: str
    shades: str
    """Classes of its shades, `a3 b1`."""
    path: str
    x: int = 0
    y: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedMap:
    """The world map as its template shows it; `land` is what has no page."""

    width: int
    height: int
    west: int
    choices: tuple[MapChoice, ...]
    land: str
    places: tuple[MapPlace, ...]
    note: str

    @property
    def has_dots(self) -> bool:
        """Whether a note explains dots."""
        return any(not place.path for place in self.places)


def plan_linked_map(dataset: Dataset, geometry: Geometry, indicators: Sequence[str]) -> LinkedMap | None:
    """Return the map with a choice among the first four ranked indicators; None where none is ranked."""
    rankings = [ranking for i in indicators if (ranking := dataset.ranking(i))][: len(LETTERS)]
    if not rankings:
        return None
    frame = frame_of(geometry)
    shades = [_shades(ranking) for ranking in rankings]
    countries, paths = [dataset.countries[code] for code in dataset.profiles], world_paths(geometry)
    own = {shape_key(country, geometry) for country in countries}
    placed = (_place(dataset, geometry, c, paths, list(zip(rankings, shades, strict=True))) for c in countries)
    places = tuple(sorted(chain.from_iterable(placed), key=lambda place: not place.path))
    return LinkedMap(
        width=frame.width,
        height=frame.height,
        west=frame.west,
        choices=tuple(_choice(dataset, *each, places) for each in zip(LETTERS, rankings, strict=False)),
        land="".join(path for key, path in paths.items() if key not in own),
        places=places,
        note=geometry.note,
    )


def _shades(ranking: Ranking) -> Mapping[str, int]:
    """Return the shade of each country of a ranking, from 1 to 5."""
    values = {row.observation.country: row.observation.value or 0.0 for row in ranking.rows}
    breaks = class_breaks(sorted(values.values()))
    return {code: SHADES[len(breaks) + 1][class_of(value, breaks)] for code, value in values.items()}


def _choice(dataset: Dataset, letter: str, ranking: Ranking, places: Sequence[MapPlace]) -> MapChoice:
    indicator, values = dataset.indicator(ranking.indicator), named_values(dataset, ranking)
    breaks = class_breaks([value for _name, value in values])
    source, licence = attribution(dataset, indicator.id, [row.observation.country for row in ranking.rows])
    return MapChoice(
        letter=letter,
        indicator=indicator.id,
        name=indicator.short_title,
        subtitle=subtitle(indicator, str(ranking.year), titled=True),
        description=describe_map(indicator, values, len(dataset.profiles)),
        legend=tuple(zip(SHADES[len(breaks) + 1], class_labels(indicator, breaks), strict=True)),
        without=_without(ranking) if any(letter not in place.shades for place in places) else "",
        source=source,
        license=licence,
    )


def _place(
    dataset: Dataset,
    geometry: Geometry,
    country: Country,
    paths: Mapping[str, str],
    ranked: Sequence[tuple[Ranking, Mapping[str, int]]],
) -> Iterator[MapPlace]:
    """Yield a country's outline, or its dot; nothing where its place is not known."""
    path = paths.get(shape_key(country, geometry), "")
    if not path and country.code not in geometry.points:
        return
    x, y = map(round, frame_of(geometry).place(geometry.points[country.code])) if not path else (0, 0)
    yield MapPlace(
        url=country.url,
        text="\n".join((country.name, *_figures(dataset, country.code, [ranking for ranking, _shades in ranked]))),
        shades=" ".join(
            f"{a}{s[country.code]}" for a, (_r, s) in zip(LETTERS, ranked, strict=False) if country.code in s
        ),
        path=path,
        x=x,
        y=y,
    )


def _figures(dataset: Dataset, code: str, rankings: Sequence[Ranking]) -> Iterator[str]:
    """Yield a line for each indicator: `Life expectancy: 74.4 years`."""
    for ranking in rankings:
        indicator, row = dataset.indicator(ranking.indicator), ranking.of(code)
        value = row.observation.decimal if row else None
        text = amount(indicator, value) if value is not None else _without(ranking)
        yield _("{title}: {value}").format(title=indicator.short_title, value=text)


def _without(ranking: Ranking) -> str:
    """Return what is said of a country that is not ranked; it may have figures of other years."""
    return _("no figure for {year}").format(year=ranking.year)
