"""Who leads and who trails among a group's members, and who rose and fell most."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from generator.charts.describe import RATIOS
from generator.data.catalog import Indicator, UnitKind
from generator.data.change import Change, change_years, changes
from generator.data.dataset import Dataset
from generator.data.observations import Observation
from generator.formatting import format_number
from generator.messages import gettext as _
from generator.messages import ngettext
from generator.pages.blocks.values import value_text
from generator.pages.records.parts import Link, country_link
from generator.pages.records.rows import Extreme, LeaderRow
from generator.urls import indicator_url

NOBODY, UNKNOWN = Extreme(link=None, value=_("nobody")), Extreme(link=None, value=_("not compared"))
LEAST = 3
"""Members with a change, at least, of whom one can have changed most."""


def plan_leaders(dataset: Dataset, indicators: Sequence[str], group: str) -> tuple[LeaderRow, ...]:
    """Return a row for each indicator that is ranked within the group."""
    return tuple(row for i in indicators if (row := _row(dataset, dataset.indicator(i), group)))


def _row(dataset: Dataset, indicator: Indicator, group: str) -> LeaderRow | None:
    ranking = dataset.ranking(indicator.id, group=group)
    if ranking is None:
        return None
    found = [row.observation for row in ranking.rows]
    codes = dataset.members(group)
    years = None if indicator.at_current_prices else change_years(dataset, indicator.id, codes)
    moved = changes(dataset, indicator.id, codes, years) if years else ()
    moved = moved if len(moved) >= LEAST else ()
    return LeaderRow(
        title=Link(text=indicator.short_title, url=indicator_url(indicator.id)),
        year=str(ranking.year),
        highest=end_of(dataset, indicator, found, max, ranking.year),
        lowest=end_of(dataset, indicator, found, min, ranking.year),
        years=f"{years[0]}–{years[1]}" if years and moved else "",
        up=_moved(dataset, indicator, moved, max),
        down=_moved(dataset, indicator, moved, min),
    )


Pick = Callable[[Sequence[Decimal]], Decimal]


def end_of(dataset: Dataset, indicator: Indicator, found: Sequence[Observation], pick: Pick, year: int) -> Extreme:
    """Return who has the highest or the lowest figure; how many, where several share it."""
    value = pick([o.decimal or Decimal(0) for o in found])
    there = [o for o in found if (o.decimal or Decimal(0)) == value]
    text = value_text(indicator, there[0], "prose")
    if len(there) == 1 and there[0].year != year:
        text = f"{text} ({there[0].year})"
    return _extreme(dataset, [o.country for o in there], text)


def _moved(dataset: Dataset, indicator: Indicator, moved: Sequence[Change], pick: Pick) -> Extreme:
    """Return who rose most, or fell most: nobody if none did, unknown where steps cannot be had."""
    steps = {change.country: _step(indicator, change) for change in moved}
    if not steps or None in steps.values():
        return UNKNOWN
    sure = {code: step for code, step in steps.items() if step is not None}
    most = pick(list(sure.values()))
    if not most or (most > 0) is not (pick([Decimal(-1), Decimal(1)]) > 0):
        return NOBODY
    return _extreme(dataset, [code for code, step in sure.items() if step == most], step_text(indicator, most))


def _extreme(dataset: Dataset, codes: Sequence[str], text: str) -> Extreme:
    if len(codes) == 1:
        return Extreme(link=country_link(dataset.countries[codes[0]]), value=text)
    count = ngettext("{count} country", "{count} countries", len(codes)).format(count=len(codes))
    return Extreme(link=None, value=f"{count}, {text}")


def _step(indicator: Indicator, change: Change) -> Decimal | None:
    """Return the change as readers see it, in per cent of amounts; None from nothing, or from below."""
    first, last = change.before.decimal or Decimal(0), change.after.decimal or Decimal(0)
    if indicator.unit.kind not in RATIOS:
        return round(last, indicator.decimals) - round(first, indicator.decimals)
    return Decimal(round(100 * (last - first) / first)) if first > 0 else None


def step_text(indicator: Indicator, step: Decimal) -> str:
    """Return a change with its sign: `+84%`, `−2.4 points`, `+6.1 years`."""
    sign = "+" if step > 0 else "−"
    if indicator.unit.kind in RATIOS:
        return f"{sign}{format_number(abs(step), 0)}%"
    number = f"{sign}{format_number(abs(step), indicator.decimals)}"
    if indicator.unit.kind in {UnitKind.PERCENT, UnitKind.SHARE}:
        return _("{number} percentage points").format(number=number)
    return f"{number} {indicator.unit.symbol}".rstrip()
