"""A topic's indicators over all countries: median, spread, ends, and how many report in each year."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from generator.charts.sparkline import Spark, plan_counts, plan_spark
from generator.data.catalog import Direction, Indicator
from generator.data.change import is_score
from generator.data.dataset import Dataset
from generator.data.ranking import Ranking
from generator.data.spread import medians, reported, spread_of
from generator.formatting import as_written, format_amount
from generator.messages import gettext as _
from generator.pages.blocks.leaders import end_of
from generator.pages.blocks.tables import unit_text
from generator.pages.blocks.values import NONE
from generator.pages.records.parts import Link
from generator.pages.records.rows import CoverageRow, Extreme, TopicRow
from generator.urls import indicator_url

STEP, SPAN = 5, 35
"""The years from one column of coverage to the next, before the latest; how far back it goes."""


def plan_overview(dataset: Dataset, indicators: Sequence[str]) -> tuple[TopicRow, ...]:
    """Return a row for each indicator."""
    return tuple(_row(dataset, dataset.indicator(i)) for i in indicators)


def coverage_years(dataset: Dataset, indicators: Sequence[str]) -> tuple[int, ...]:
    """Return the years of the table of coverage: every fifth, and each of the latest."""
    known = {year for i in indicators for year in dataset.coverage(i)}
    if not known:
        return ()
    last = max(known)
    years = range(max(min(known), last - SPAN), last + 1)
    return tuple(year for year in years if not year % STEP or year > last - last % STEP)


def plan_coverage(dataset: Dataset, indicators: Sequence[str], years: Sequence[int]) -> tuple[CoverageRow, ...]:
    """Return how many countries report each indicator in each of the years, `–` for none."""
    return tuple(
        CoverageRow(
            title=_title(dataset.indicator(i)),
            counts=tuple(str(dataset.coverage(i).get(year) or NONE) for year in years),
        )
        for i in indicators
    )


def _title(indicator: Indicator) -> Link:
    return Link(text=indicator.title, url=indicator_url(indicator.id))


def _row(dataset: Dataset, indicator: Indicator) -> TopicRow:
    ranking = dataset.ranking(indicator.id)
    year = ranking.year if ranking else None
    spread = spread_of(dataset, indicator.id, year) if year else None
    best, worst = _ends(dataset, indicator, ranking) if ranking else (None, None)
    write = _writer(indicator)
    return TopicRow(
        title=_title(indicator),
        unit=unit_text(indicator),
        year=str(year or ""),
        median=write(spread.median) if spread else "",
        spark=_spark(dataset, indicator) if spread else None,
        middle=_("{low} to {high}").format(low=write(spread.lower), high=write(spread.upper)) if spread else "",
        best=best,
        worst=worst,
        count=_count(dataset, indicator.id),
        coverage=plan_counts(tuple(reported(dataset, indicator.id).items()), len(dataset.profiles)),
    )


def _writer(indicator: Indicator) -> Callable[[float], str]:
    """Return what writes a figure of an indicator for a narrow column: `2.61M`, `36.5%`."""

    def write(value: float) -> str:
        exact = as_written(Decimal(repr(value)), indicator.decimals)
        kind, symbol = indicator.unit.kind.value, indicator.unit.symbol
        return format_amount(exact, kind=kind, symbol=symbol, decimals=indicator.decimals, style="label")

    return write


def _spark(dataset: Dataset, indicator: Indicator) -> Spark | None:
    """Return the line of the median; scores of two editions of an index do not compare and have none."""
    points = () if is_score(dataset, indicator.id) else medians(dataset, indicator.id)
    return plan_spark(points, indicator=indicator) if len(points) > 1 else None


def _ends(dataset: Dataset, indicator: Indicator, ranking: Ranking) -> tuple[Extreme, Extreme]:
    """Return who stands first and last in the ranking."""
    picks = (min, max) if indicator.direction is Direction.LOWER else (max, min)
    found = [row.observation for row in ranking.rows]
    best, worst = (end_of(dataset, indicator, found, pick, ranking.year) for pick in picks)
    return best, worst


def _count(dataset: Dataset, indicator: str) -> str:
    """Return how many countries report in the latest well covered year: `187 in 2023`."""
    year, coverage = dataset.ranking_year(indicator), dataset.coverage(indicator)
    return _("{count} in {year}").format(count=coverage[year], year=year) if year else _("none")
