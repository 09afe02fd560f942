"""A slope of places: who gained and who lost most between two years, and the largest countries."""

from collections.abc import Sequence

from generator.charts.chart import Chart, Drawing, Table, TableRow
from generator.charts.describe import amount, subtitle
from generator.charts.slope.draw import SlopeLine, draw_slope, slope_height
from generator.charts.statuses import status_note
from generator.charts.table import attribution, drawn_data
from generator.charts.theme import NARROW
from generator.data.catalog import Direction, Indicator
from generator.data.change import Change
from generator.data.dataset import Dataset
from generator.data.memoised import memoised
from generator.data.observations import Observation
from generator.formatting import format_list
from generator.messages import gettext as _
from generator.messages import ngettext

MOVERS, LARGEST = 3, 4
"""Countries on either side that moved most; countries with most people."""

POPULATION = "population"

SPARE = 10
"""Pixels kept free at the right: three digits, a sign and brackets are wider than as many letters."""

FIRST = {Direction.HIGHER: _("the highest"), Direction.LOWER: _("the lowest"), Direction.NEUTRAL: _("the highest")}
"""The figure that has place 1, by the direction of an indicator."""


def plan_movers(dataset: Dataset, indicator_id: str, found: Sequence[Change], *, valued: bool = True) -> Chart | None:
    """Return the slope of the places of a few countries, or None where none gained and lost.

    `found` are the changes of all that are ranked in both years; without `valued` the table leaves out figures that
    do not compare between years.
    """
    gained, lost, largest = _choose(dataset, found)
    if not gained or not lost:
        return None
    chosen = {change.country for change in (*gained, *lost, *largest)}
    shown = [change for change in found if change.country in chosen]
    indicator, years = dataset.indicator(indicator_id), (found[0].before.year, found[0].after.year)
    lines = [_line(dataset, change, own=change in gained) for change in shown]
    ends = [end for change in shown for end in (change.before, change.after)]
    source, licence = attribution(dataset, indicator_id, [change.country for change in shown])
    return Chart(
        id=f"places-{indicator_id.replace('_', '-')}",
        kind="slope",
        indicator=indicator_id,
        title=_("Places in {first} and {last}").format(first=years[0], last=years[1]),
        subtitle=subtitle(indicator, _("place 1 has {end} figure").format(end=FIRST[indicator.direction]), titled=True),
        description=_described(dataset, years, shown, len(found)),
        drawings=(
            Drawing(
                spec=draw_slope(lines, years, width=NARROW, spare=SPARE),
                width=NARROW,
                height=slope_height(lines, NARROW, spare=SPARE),
            ),
        ),
        table=_table(dataset, indicator, shown, gained, valued=valued),
        source=source,
        license=licence,
        figures=drawn_data(ends),
        note=" ".join(filter(None, (_rule(gained, lost, largest, len(found)), status_note(dataset, ends)))),
    )


Chosen = tuple[Sequence[Change], Sequence[Change], Sequence[Change]]


def _choose(dataset: Dataset, found: Sequence[Change]) -> Chosen:
    """Return those that gained most, those that lost most, and the most populous."""
    ordered = sorted(found, key=lambda change: (-change.gained, change.country))
    gained = [change for change in ordered if change.gained > 0][:MOVERS]
    lost = [change for change in reversed(ordered) if change.gained < 0][:MOVERS]
    by_country = {change.country: change for change in found}
    return gained, lost, [by_country[code] for code in most_populous(dataset, tuple(by_country))]


@memoised
def most_populous(dataset: Dataset, countries: tuple[str, ...]) -> tuple[str, ...]:
    """Return the few of these countries with most people, the largest first.

    Who asks for the people of each is made anew when any of them has one more.
    """
    if POPULATION not in dataset.catalog.indicators:
        return ()
    latest = {code: dataset.latest(POPULATION, code) for code in countries}
    people = {code: value for code, figure in latest.items() if figure and (value := figure.value)}
    return tuple(sorted(people, key=lambda code: (-people[code], code))[:LARGEST])


def _line(dataset: Dataset, change: Change, *, own: bool) -> SlopeLine:
    """Return a country's line with both places and what it gained; place 1 is at the top."""
    return SlopeLine(
        name=dataset.countries[change.country].name,
        values=(-float(change.place_before), -float(change.place_after)),
        texts=(str(change.place_before), f"{change.place_after} ({_signed(change.gained)})"),
        own=own,
    )


def _signed(gained: int) -> str:
    """Return places gained with a sign, or without one where none were: `+12`, `−3`, `0`."""
    return f"+{gained}" if gained > 0 else f"−{-gained}" if gained else "0"


def _described(dataset: Dataset, years: tuple[int, int], shown: Sequence[Change], count: int) -> str:
    """Return the place of each line in both years, in the order of the last."""
    head = _("Places among {count} countries in {first} and {last}.").format(count=count, first=years[0], last=years[1])
    moves = [
        _("{name} from {first} to {last}").format(
            name=dataset.countries[change.country].with_article, first=change.place_before, last=change.place_after
        )
        for change in shown
    ]
    return f"{head} {'; '.join(moves)[:1].upper()}{'; '.join(moves)[1:]}."


def _rule(gained: Sequence[Change], lost: Sequence[Change], largest: Sequence[Change], count: int) -> str:
    """Return which countries are shown, of how many, and which are bold."""
    up = ngettext(
        "the country that gained most places (bold)",
        "the {number} countries that gained most places (bold)",
        len(gained),
    ).format(number=len(gained))
    down = ngettext("the one that lost most", "the {number} that lost most", len(lost)).format(number=len(lost))
    most = ngettext("the most populous", "the {number} most populous", len(largest)).format(number=len(largest))
    parts = format_list((up, down, most) if largest else (up, down))
    return _("Shown are {parts}, of the {count} countries with a figure in both years.").format(
        parts=parts, count=count
    )


def _table(
    dataset: Dataset, indicator: Indicator, shown: Sequence[Change], gained: Sequence[Change], *, valued: bool
) -> Table:
    years = (shown[0].before.year, shown[0].after.year)
    places = tuple(_("Place, {year}").format(year=year) for year in years)
    values = tuple(_("Value, {year}").format(year=year) for year in years) if valued else ()
    return Table(
        caption=subtitle(indicator, "", titled=True),
        columns=(_("Country"), *places, *values),
        rows=tuple(_row(dataset, indicator, change, own=change in gained, valued=valued) for change in shown),
    )


def _row(dataset: Dataset, indicator: Indicator, change: Change, *, own: bool, valued: bool) -> TableRow:
    places = (str(change.place_before), str(change.place_after))
    figures = tuple(_text(indicator, end) for end in (change.before, change.after)) if valued else ()
    return TableRow(header=dataset.countries[change.country].name, cells=(*places, *figures), highlight=own)


def _text(indicator: Indicator, observation: Observation) -> str:
    return amount(indicator, observation.decimal, "table") if observation.decimal is not None else ".."
