"""Trends: one country against its peers, or all countries with the largest named."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.charts.scale import axis_label, nice_ticks, year_ticks
from generator.charts.specs import Rows, fill_template, write_rows
from generator.charts.theme import CHARACTER
from generator.charts.trend.datasets import TrendData, run_name
from generator.charts.trend.labels import end_labels, room_for
from generator.charts.trend.marks import TimeMark, mark_rows
from generator.data.observations import Points, runs_of_years

TOP, BOTTOM = 20, 24
MARGIN = 14
"""Least space left of the plot: browsers' fonts are wider than the renderer's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a trend: its name (empty: no label), points by year, and whether it is the country's."""

    name: str
    points: Points
    own: bool = False
    series: str = ""
    """The line's identity, if it has no label."""
    intervals: tuple[tuple[int, float, float], ...] = ()
    """Years with the lower and the upper end of the figure's interval."""
    ahead: tuple[Points, ...] = ()
    """Forecasts in runs, each from the figure before it on; `points` has none of them."""

    @property
    def end(self) -> tuple[int, float]:
        """The last point drawn, where the name stands."""
        return max((self.points[-1], *(run[-1] for run in self.ahead)))


def draw_trend(
    lines: Sequence[Line],
    median: Points,
    *,
    width: int,
    height: int,
    zero: bool,
    moments: Sequence[TimeMark] = (),
    frequency: int = 1,
) -> str:
    """Return the specification of a trend, names at the ends of their lines.

    A line is joined over as many years as pass from one figure to the next by `frequency`.
    """
    drawn = [point for line in lines for run in (line.points, *line.ahead) for point in run]
    ends = [end for line in lines for _year, *both in line.intervals for end in both]
    values, years = [*(v for _, v in (*drawn, *median)), *ends], [year for year, _ in drawn]
    ticks = nice_ticks(min(0.0, *values) if zero else min(values), max(values))
    last = max(years)
    plot = height - TOP - BOTTOM
    left, right = _left(ticks), room_for(lines, last, width, plot)
    frame = {
        "width": width - left - right,
        "height": plot,
        "padding": {"left": left, "right": right, "top": TOP, "bottom": BOTTOM},
    }
    scales = _scales(ticks, years, left)
    span = (min(years), last, width - left - right)
    datasets = {
        **_datasets(lines, median, frequency),
        **_intervals(lines),
        **_ahead(lines),
        **end_labels(lines, (ticks[0], ticks[-1]), (width, plot), last),
        **mark_rows(moments, ticks[-1], span),
    }
    return fill_template("trend", datasets, frame=frame, scales=scales)


def _left(ticks: tuple[float, ...]) -> int:
    """Return the space that the widest label of the vertical axis takes."""
    return max(MARGIN, round(max(len(axis_label(tick)) for tick in ticks) * CHARACTER) + 8)


def _scales(ticks: tuple[float, ...], years: Sequence[int], left: int) -> dict[str, Any]:
    labels = " : ".join(f"datum.value === {tick!r} ? '{axis_label(tick)}'" for tick in ticks)
    first, last = min(years), max(years)
    return {
        "x": {"scale": {"domain": [first, last]}, "axis": {"values": list(year_ticks(first, last))}},
        "y": {
            "scale": {"domain": [ticks[0], ticks[-1]]},
            "axis": {
                "values": list(ticks),
                "labelPadding": left,
                "labelExpr": f"{labels} : ''",
            },
        },
    }


def _intervals(lines: Sequence[Line]) -> dict[str, list[dict[str, Any]]]:
    """Return the intervals of the figures; a chart without any has no room for them."""
    rows = [{"x": year, "y": low, "high": high} for line in lines for year, low, high in line.intervals]
    return {TrendData.INTERVAL: rows} if rows else {}


def _datasets(lines: Sequence[Line], median: Points, frequency: int) -> dict[str, list[Rows] | list[dict[str, Any]]]:
    own = [line for line in lines if line.own]
    others = [line for line in lines if not line.own]
    return {
        TrendData.PEERS: [_runs(line.name or line.series, line.points, frequency) for line in others],
        TrendData.MEDIAN: [_runs(TrendData.MEDIAN, median, frequency)] if median else [],
        TrendData.OWN: [_runs(line.name, line.points, frequency) for line in own],
        TrendData.LONE: [row for line in others for row in _lone(line.points, frequency)],
        TrendData.OWN_LONE: [row for line in own for row in _lone(line.points, frequency)],
        TrendData.END: [{"x": line.points[-1][0], "y": line.points[-1][1]} for line in own],
    }


def _ahead(lines: Sequence[Line]) -> dict[str, list[Rows]]:
    """Return the runs of forecasts by dataset; a chart without any has no room for them."""
    found: dict[str, list[Rows]] = {}
    for line in lines:
        for at, run in enumerate(line.ahead):
            name = run_name(line.name or line.series, at)
            rows = write_rows([{"x": year, "y": value, "run": name} for year, value in run])
            found.setdefault(TrendData.OWN_AHEAD if line.own else TrendData.AHEAD, []).append(rows)
    return found


@lru_cache(maxsize=32_768)  # a country stands in the charts of all its peers, at each size
def _runs(name: str, points: Points, frequency: int) -> Rows:
    """Return the points with their run; a figure missing when it was due breaks the line."""
    return write_rows(
        [
            {"x": year, "y": value, "run": run_name(name, number)}
            for number, run in enumerate(runs_of_years(points, frequency))
            for year, value in points[run]
        ]
    )


def _lone(points: Points, frequency: int) -> list[dict[str, Any]]:
    """Return the points that are a run of their own, which no line would show."""
    runs = (points[run] for run in runs_of_years(points, frequency))
    return [{"x": run[0][0], "y": run[0][1]} for run in runs if len(run) == 1]
