"""A group's own figures as readers see them: value, method and coverage."""

from generator.charts.sparkline import plan_spark
from generator.data.aggregates import GroupFigure, figure_number, group_figures
from generator.data.catalog import Indicator
from generator.data.dataset import Dataset
from generator.data.memoised import memoised
from generator.data.methods import coverage_text, method_text
from generator.formatting import format_amount, tied
from generator.pages.blocks.tables import unit_text
from generator.pages.records.parts import KeyFigure, RankText
from generator.urls import indicator_url


@memoised
def group_cell(dataset: Dataset, indicator_id: str, group: str) -> tuple[str, str, str] | None:
    """Return value, number for machines and year of a group's latest figure, or None where it has none."""
    found, indicator = group_figures(dataset, indicator_id, group), dataset.indicator(indicator_id)
    if not found:
        return None
    return figure_text(indicator, found[-1]), figure_number(indicator, found[-1]), str(found[-1].year)


@memoised
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
        rank=RankText(overall=tied(f"{method_text(dataset, indicator)}; {coverage_text(found[-1])}")),
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
