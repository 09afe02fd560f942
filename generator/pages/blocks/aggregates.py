"""A group's own figures as readers see them: value, method and coverage."""

from generator.charts.sparkline import plan_spark
from generator.data.aggregates import GroupFigure, group_figures
from generator.data.catalog import Indicator, Method
from generator.data.dataset import Dataset
from generator.formatting import format_amount
from generator.messages import gettext as _
from generator.messages import ngettext
from generator.pages.blocks.tables import unit_text
from generator.pages.records.parts import KeyFigure, RankText
from generator.urls import indicator_url

WHOLE = 0.995
"""From this share on, coverage reads as all."""


def plan_group_figure(dataset: Dataset, indicator_id: str, group: str) -> KeyFigure | None:
    """Return the latest figure of a group with its method and course, or None where it has none."""
    found, indicator = group_figures(dataset, indicator_id, group), dataset.indicator(indicator_id)
    if not found:
        return None
    points = [(figure.year, figure.value) for figure in found]
    return KeyFigure(
        title=indicator.short_title,
        url=indicator_url(indicator_id),
        value=figure_text(indicator, found[-1]),
        machine=figure_number(indicator, found[-1]),
        unit=unit_text(indicator),
        year=str(found[-1].year),
        status="",
        rank=RankText(overall=f"{method_text(dataset, indicator)}; {_coverage(found[-1])}"),
        spark=plan_spark(points, indicator=indicator) if len(points) > 1 else None,
        source="",
    )


def figure_text(indicator: Indicator, figure: GroupFigure) -> str:
    """Return a group's figure as a table of key figures has it: `82.3 million`, `$16,556`."""
    kind, symbol = indicator.unit.kind.value, indicator.unit.symbol
    alone = kind not in {"currency", "percent", "share"}
    return format_amount(
        figure.decimal, kind=kind, symbol="" if alone else symbol, decimals=indicator.decimals, style="prose"
    )


def figure_number(indicator: Indicator, figure: GroupFigure) -> str:
    """Return a group's figure for machines, with two decimals more than readers see: `16555.7`."""
    return format(round(figure.decimal, indicator.decimals + 2).normalize(), "f")


def method_text(dataset: Dataset, indicator: Indicator) -> str:
    """Return how the figure is made: `sum of the members`, `mean of the members weighted by population`."""
    how = indicator.aggregate
    if how is None or how.method is Method.SUM:
        return _("sum of the members")
    weight = dataset.indicator(how.weight).short_title
    return _("mean of the members weighted by {weight}").format(
        weight=f"{weight[:1].lower()}{weight[1:]}" if weight[1:2].islower() else weight
    )


def _coverage(figure: GroupFigure) -> str:
    """Return how much it rests on: `all 27 members`, `26 of 27 members, 98% of the weight`."""
    if figure.members == figure.of:
        return ngettext("the only member", "all {count} members", figure.of).format(count=figure.of)
    text = _("{count} of {all} members").format(count=figure.members, all=figure.of)
    if figure.share >= WHOLE:
        return text
    return _("{text} with {share}% of the weight").format(text=text, share=round(100 * figure.share))
