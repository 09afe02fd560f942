"""A scatter: every ranked country by two indicators, the country of the page among them."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from statistics import correlation

from generator.charts.chart import Chart, Drawing, Table, TableRow
from generator.charts.describe import amount
from generator.charts.scatter.draw import Spot, draw_scatter
from generator.charts.table import attribution, drawn_data
from generator.charts.theme import NARROW, WIDE
from generator.data.dataset import Dataset
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


def plan_scatter(
    across: str, up: str, dataset: Dataset, *, country: str = "", chart_id: str, lead: bool = False
) -> Chart | None:
    """Return the scatter of two indicators in one year.

    None where too few countries have both, or the country of the page has not.
    """
    rankings = dataset.ranking(across), dataset.ranking(up)
    first, second = rankings
    if first is None or second is None or first.year != second.year:
        return None
    pairs = dict(_pairs(first, second))
    if len(pairs) < LEAST or (country and country not in pairs):
        return None
    named = _named(dataset, pairs, country)
    titles = dataset.indicator(across).short_title, dataset.indicator(up).short_title
    source, licence = attribution(dataset, across, list(pairs))
    sizes = ((NARROW, HEIGHT), *(((WIDE, WIDE_HEIGHT),) if lead else ()))
    spots = _spots(dataset, pairs, named, country)
    alike = dataset.indicator(across).unit == dataset.indicator(up).unit
    arrows = (f"{titles[0]} →", f"↑ {titles[1]}")
    return Chart(
        id=chart_id,
        kind="scatter",
        indicator=across,
        title=_title(dataset, (first, second), titles, country),
        subtitle=_("{across} from left to right, {up} upwards, {year}; a dot for each country").format(
            across=titles[0], up=titles[1], year=first.year
        ),
        description=_description(dataset, pairs, titles, country),
        drawings=tuple(
            Drawing(
                spec=draw_scatter(spots, arrows, width=width, height=height, one_scale=alike),
                width=width,
                height=height,
            )
            for width, height in sizes
        ),
        table=_table(dataset, pairs, named, titles, country),
        source=source,
        license=licence,
        figures=drawn_data(observation for pair in pairs.values() for observation in pair),
    )


def _pairs(first: Ranking, second: Ranking) -> Iterator[tuple[str, Pair]]:
    for row in first.rows:
        other = second.of(row.observation.country)
        if other is not None:
            yield row.observation.country, (row.observation, other.observation)


def _named(dataset: Dataset, pairs: Mapping[str, Pair], country: str) -> tuple[str, ...]:
    """Return who is named: the country's neighbours and other peers, or else those at the ends."""
    if country:
        return (country, *(code for code, _reason in peers_of(dataset, country) if code in pairs))
    found: list[str] = []
    for at in (0, 1):
        ordered = sorted(pairs, key=lambda code: (-_value(pairs[code][at]), code))
        found += [*ordered[:NAMED], *ordered[: -NAMED - 1 : -1]]
    apart = sorted(pairs, key=lambda code: (_value(pairs[code][0]) - _value(pairs[code][1]), code))
    return tuple(dict.fromkeys([*found, *apart[:NAMED], *apart[: -NAMED - 1 : -1]]))


def _value(observation: Observation) -> float:
    return observation.value or 0.0


def _spots(dataset: Dataset, pairs: Mapping[str, Pair], named: Sequence[str], country: str) -> tuple[Spot, ...]:
    """Return the dots, first those that are named."""
    ordered = (*named, *(code for code in sorted(pairs) if code not in named))
    return tuple(
        Spot(
            name=dataset.countries[code].name if code in named else "",
            x=round(_value(pairs[code][0]), 2),
            y=round(_value(pairs[code][1]), 2),
            own=code == country,
        )
        for code in ordered
    )


def _title(dataset: Dataset, rankings: tuple[Ranking, Ranking], titles: tuple[str, str], country: str) -> str:
    if not country:
        return _("{across} and {up}").format(across=titles[0], up=titles[1])
    ranks = [format_ordinal(row.rank) for ranking in rankings if (row := ranking.of(country))]
    return _("{name}: {first} in {across}, {second} in {up}").format(
        name=dataset.countries[country].name, first=ranks[0], across=titles[0], second=ranks[1], up=titles[1]
    )


def _description(dataset: Dataset, pairs: Mapping[str, Pair], titles: tuple[str, str], country: str) -> str:
    xs, ys = ([_value(pair[at]) for pair in pairs.values()] for at in (0, 1))
    r = format_number(Decimal(repr(correlation(xs, ys))), 2) if min(xs) < max(xs) and min(ys) < max(ys) else ".."
    said = _("{count} countries by {across} and {up}; correlation {r}.").format(
        count=len(pairs), across=titles[0], up=titles[1], r=r
    )
    if not country:
        return said
    own = _("{name}: {first} and {second}.").format(
        name=dataset.countries[country].name,
        first=_text(dataset, pairs[country][0]),
        second=_text(dataset, pairs[country][1]),
    )
    return f"{said} {own}"


def _text(dataset: Dataset, observation: Observation) -> str:
    if observation.decimal is None:
        return ".."
    return amount(dataset.indicator(observation.indicator), observation.decimal, "label")


def _table(
    dataset: Dataset, pairs: Mapping[str, Pair], named: Sequence[str], titles: tuple[str, str], country: str
) -> Table:
    """Return those that are named; the whole lists stand on the indicators' pages."""
    return Table(
        caption=_("The countries named; the file has all."),
        columns=(_("Country"), *titles),
        rows=tuple(
            TableRow(
                header=dataset.countries[code].name,
                cells=tuple(_text(dataset, observation) for observation in pairs[code]),
                highlight=code == country,
            )
            for code in named
        ),
    )
