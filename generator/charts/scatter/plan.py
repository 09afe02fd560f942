"""A scatter: every ranked country by two indicators, the country of the page among them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import correlation

from generator.charts.chart import Chart, Drawing, DrawnData, Table, TableRow
from generator.charts.describe import amount
from generator.charts.scatter.draw import Spot, draw_scatter
from generator.charts.table import attribution, drawn_data
from generator.charts.theme import NARROW, WIDE
from generator.data.dataset import Dataset
from generator.data.memoised import memoised
from generator.data.observations import Observation
from generator.data.peers import peers_of
from generator.data.ranking import Ranking
from generator.formatting import format_number, format_ordinal
from generator.messages import gettext as _

HEIGHT, WIDE_HEIGHT = 320, 420
LEAST = 10
"""Countries below which a cloud of dots says nothing."""
NAMED = 3
"""Names at each end of either indicator on a page of no country."""

Pair = tuple[Observation, Observation]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cloud:
    """The dots of a scatter by country, sorted by code, and what is said of all of them."""

    year: int
    places: Mapping[str, tuple[float, float]]
    r: str
    """Their correlation."""
    figures: tuple[DrawnData, ...]


def plan_scatter(
    across: str, up: str, dataset: Dataset, *, country: str = "", chart_id: str, lead: bool = False
) -> Chart | None:
    """Return the scatter of two indicators in one year.

    None where too few countries have both, or the country of the page has not.
    """
    cloud = _cloud(dataset, across, up)
    if cloud is None or (country and country not in cloud.places):
        return None
    named = _around(dataset, cloud, country) if country else _at_ends(dataset, across, up)
    titles = dataset.indicator(across).short_title, dataset.indicator(up).short_title
    source, licence = attribution(dataset, across, list(cloud.places))
    sizes = ((NARROW, HEIGHT), *(((WIDE, WIDE_HEIGHT),) if lead else ()))
    spots = _spots(dataset, cloud, named, country)
    alike = dataset.indicator(across).unit == dataset.indicator(up).unit
    arrows = (f"{titles[0]} →", f"↑ {titles[1]}")
    return Chart(
        id=chart_id,
        kind="scatter",
        indicator=across,
        title=_title(dataset, (across, up), titles, country),
        subtitle=_("{across} from left to right, {up} upwards, {year}; a dot for each country").format(
            across=titles[0], up=titles[1], year=cloud.year
        ),
        description=_description(dataset, cloud, (across, up), titles, country),
        drawings=tuple(
            Drawing(
                spec=draw_scatter(spots, arrows, width=width, height=height, one_scale=alike),
                width=width,
                height=height,
            )
            for width, height in sizes
        ),
        table=_table(dataset, (across, up), named, titles, country),
        source=source,
        license=licence,
        figures=cloud.figures,
    )


@memoised
def _cloud(dataset: Dataset, across: str, up: str) -> _Cloud | None:
    """Return all dots, None where they are too few.

    They stand where figures are as they are shown: a digit that nobody sees moves none.
    """
    first, second = dataset.ranking(across), dataset.ranking(up)
    if first is None or second is None or first.year != second.year:
        return None
    pairs, decimals = dict(_pairs(first, second)), [dataset.indicator(name).decimals for name in (across, up)]
    if len(pairs) < LEAST:
        return None
    return _Cloud(
        year=first.year,
        places={
            code: (round(_value(pair[0]), decimals[0]), round(_value(pair[1]), decimals[1]))
            for code, pair in sorted(pairs.items())
        },
        r=_correlation(list(pairs.values())),
        figures=drawn_data(observation for pair in pairs.values() for observation in pair),
    )


def _pairs(first: Ranking, second: Ranking) -> Iterator[tuple[str, Pair]]:
    for row in first.rows:
        other = second.of(row.observation.country)
        if other is not None:
            yield row.observation.country, (row.observation, other.observation)


def _correlation(pairs: Sequence[Pair]) -> str:
    xs, ys = ([_value(pair[at]) for pair in pairs] for at in (0, 1))
    return format_number(Decimal(repr(correlation(xs, ys))), 2) if min(xs) < max(xs) and min(ys) < max(ys) else ".."


def _around(dataset: Dataset, cloud: _Cloud, country: str) -> tuple[str, ...]:
    """Return a country, its neighbours and other peers."""
    return (country, *(code for code, _reason in peers_of(dataset, country) if code in cloud.places))


@memoised
def _at_ends(dataset: Dataset, across: str, up: str) -> tuple[str, ...]:
    """Return who is named on a page of no country: those at the ends, and those furthest apart."""
    first, second = dataset.ranking(across), dataset.ranking(up)
    pairs = dict(_pairs(first, second)) if first and second else {}
    found: list[str] = []
    for at in (0, 1):
        ordered = sorted(pairs, key=lambda code: (-_value(pairs[code][at]), code))
        found += [*ordered[:NAMED], *ordered[: -NAMED - 1 : -1]]
    apart = sorted(pairs, key=lambda code: (_value(pairs[code][0]) - _value(pairs[code][1]), code))
    return tuple(dict.fromkeys([*found, *apart[:NAMED], *apart[: -NAMED - 1 : -1]]))


def _value(observation: Observation) -> float:
    return observation.value or 0.0


def _spots(dataset: Dataset, cloud: _Cloud, named: Sequence[str], country: str) -> tuple[Spot, ...]:
    """Return the dots, first those that are named."""
    ordered = (*named, *(code for code in cloud.places if code not in named))
    return tuple(
        Spot(
            name=dataset.countries[code].name if code in named else "",
            x=cloud.places[code][0],
            y=cloud.places[code][1],
            own=code == country,
        )
        for code in ordered
    )


@memoised
def _rank_of_dot(dataset: Dataset, indicator: str, country: str) -> int:
    ranking = dataset.ranking(indicator)
    row = ranking.of(country) if ranking else None
    return row.rank if row else 0


def _title(dataset: Dataset, names: tuple[str, str], titles: tuple[str, str], country: str) -> str:
    if not country:
        return _("{across} and {up}").format(across=titles[0], up=titles[1])
    ranks = [format_ordinal(_rank_of_dot(dataset, name, country)) for name in names]
    return _("{name}: {first} in {across}, {second} in {up}").format(
        name=dataset.countries[country].name, first=ranks[0], across=titles[0], second=ranks[1], up=titles[1]
    )


def _description(dataset: Dataset, cloud: _Cloud, names: tuple[str, str], titles: tuple[str, str], country: str) -> str:
    said = _("{count} countries by {across} and {up}; correlation {r}.").format(
        count=len(cloud.places), across=titles[0], up=titles[1], r=cloud.r
    )
    if not country:
        return said
    own = _("{name}: {first} and {second}.").format(
        name=dataset.countries[country].name,
        first=_figure_of_dot(dataset, names[0], country),
        second=_figure_of_dot(dataset, names[1], country),
    )
    return f"{said} {own}"


@memoised
def _figure_of_dot(dataset: Dataset, indicator: str, country: str) -> str:
    """Return a country's figure in a ranking as a label of a chart has it."""
    ranking = dataset.ranking(indicator)
    row = ranking.of(country) if ranking else None
    if row is None or row.observation.decimal is None:
        return ".."
    return amount(dataset.indicator(indicator), row.observation.decimal, "label")


def _table(
    dataset: Dataset, names: tuple[str, str], named: Sequence[str], titles: tuple[str, str], country: str
) -> Table:
    """Return those that are named; the whole lists stand on the indicators' pages."""
    return Table(
        caption=_("The countries named; the file has all."),
        columns=(_("Country"), *titles),
        rows=tuple(
            TableRow(
                header=dataset.countries[code].name,
                cells=tuple(_figure_of_dot(dataset, name, code) for name in names),
                highlight=code == country,
            )
            for code in named
        ),
    )
