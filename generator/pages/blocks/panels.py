"""Small multiples: an indicator over the years, one panel a member, all on one scale."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from generator.charts.describe import amount
from generator.charts.scale import nice_ticks
from generator.charts.sparkline import Scale, plan_spark
from generator.charts.trend.choose import starts_at_zero
from generator.charts.trend.forecasts import observed
from generator.data.catalog import Indicator
from generator.data.dataset import Dataset
from generator.data.observations import Points
from generator.messages import gettext as _
from generator.pages.blocks.tables import unit_text
from generator.pages.blocks.values import value_text
from generator.pages.records.parts import Link, country_link
from generator.pages.records.rows import Panel, PanelRow
from generator.urls import indicator_url

SHOWN, FEWEST, TALL = 12, 2, 52
"""Panels that are open at once; fewer than the least compare nothing; their height."""


def plan_panels(dataset: Dataset, indicators: Sequence[str], codes: Sequence[str]) -> tuple[PanelRow, ...]:
    """Return a row for each comparable indicator of which at least two members have a course."""
    found = ((dataset.indicator(i), _courses(dataset, i, codes)) for i in indicators)
    return tuple(_row(dataset, i, courses) for i, courses in found if i.comparable and len(courses) >= FEWEST)


def _courses(dataset: Dataset, indicator: str, codes: Sequence[str]) -> Mapping[str, Points]:
    """Return the figures of those with at least two, the highest latest figure first."""
    points = {code: observed(dataset, indicator, code, dataset.points(indicator, code)) for code in codes}
    courses = [(code, found) for code, found in points.items() if len(found) > 1]
    return dict(sorted(courses, key=lambda pair: (-pair[1][-1][1], pair[0])))


def _row(dataset: Dataset, indicator: Indicator, courses: Mapping[str, Points]) -> PanelRow:
    scale = _scale(indicator, courses)
    panels = tuple(_panel(dataset, indicator, code, points, scale) for code, points in courses.items())
    low, high = (amount(indicator, Decimal(repr(value)), "axis") for value in scale.values)
    years = f"{scale.years[0]}–{scale.years[1]}"
    parts = (unit_text(indicator), years, _("each panel from {low} to {high}").format(low=low, high=high))
    return PanelRow(
        title=Link(text=indicator.title, url=indicator_url(indicator.id)),
        scale=", ".join(part for part in parts if part),
        panels=panels[:SHOWN],
        rest=panels[SHOWN:],
    )


def _scale(indicator: Indicator, courses: Mapping[str, Points]) -> Scale:
    points = [point for found in courses.values() for point in found]
    years, values = [year for year, _value in points], [value for _year, value in points]
    low = min(0.0, *values) if starts_at_zero(indicator) else min(values)
    ticks = nice_ticks(low, max(values))
    return Scale(years=(min(years), max(years)), values=(ticks[0], ticks[-1]), height=TALL)


def _panel(dataset: Dataset, indicator: Indicator, code: str, points: Points, scale: Scale) -> Panel:
    latest = dataset.latest(indicator.id, code)
    return Panel(
        country=country_link(dataset.countries[code]),
        spark=plan_spark(points, indicator=indicator, scale=scale),
        value=value_text(indicator, latest, "prose"),
        year=str(latest.year) if latest else "",
    )
