"""Sparklines: a path of a few bytes, with its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.charts.paths import write_line
from generator.data.catalog import Indicator
from generator.formatting import format_amount
from generator.messages import gettext as _

WIDTH, HEIGHT, MARGIN = 104, 26, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Spark:
    """A sparkline: path data and lone dots in a 104 x 26 view box, its end, its years, and its text alternative."""

    path: str
    dots: tuple[tuple[float, float], ...]
    end: tuple[float, float]
    first_year: str
    last_year: str
    label: str


def plan_spark(points: Sequence[tuple[int, float]], *, indicator: Indicator) -> Spark:
    """Return the sparkline of at least two points in order of years; a missing year breaks the line."""
    placed = _placed(points)
    runs = _runs(points)
    return Spark(
        path="".join(
            write_line([(round(x * 10), round(y * 10)) for x, y in placed[a:b]]) for a, b in runs if b - a > 1
        ),
        dots=tuple(placed[a] for a, b in runs if b - a == 1),
        end=placed[-1],
        first_year=str(points[0][0]),
        last_year=str(points[-1][0]),
        label=_label(points, indicator),
    )


def _placed(points: Sequence[tuple[int, float]]) -> list[tuple[float, float]]:
    years, values = [p[0] for p in points], [p[1] for p in points]
    span, low, high = years[-1] - years[0], min(values), max(values)
    height = high - low
    return [
        (
            round(MARGIN + (WIDTH - 2 * MARGIN) * ((year - years[0]) / span)),
            _half(MARGIN + (HEIGHT - 2 * MARGIN) * (1 - ((value - low) / height if height else 0.5))),
        )
        for year, value in points
    ]


def _half(value: float) -> float:
    """Return a height to half a pixel, which no eye tells from the exact one and which is short to write."""
    twice = round(value * 2)
    return twice / 2 if twice % 2 else twice // 2


def _runs(points: Sequence[tuple[int, float]]) -> list[tuple[int, int]]:
    """Return start and end of each run of consecutive years."""
    breaks = [at for at in range(1, len(points)) if points[at][0] - points[at - 1][0] > 1]
    return list(zip([0, *breaks], [*breaks, len(points)], strict=True))


def _label(points: Sequence[tuple[int, float]], indicator: Indicator) -> str:
    (first_year, first), (last_year, last) = points[0], points[-1]
    return _("{title}: {first} in {first_year}, {last} in {last_year}").format(
        title=indicator.short_title,
        first=_text(first, indicator),
        first_year=first_year,
        last=_text(last, indicator),
        last_year=last_year,
    )


def _text(value: float, indicator: Indicator) -> str:
    unit = indicator.unit
    return format_amount(
        Decimal(repr(value)), kind=unit.kind.value, symbol=unit.symbol, decimals=indicator.decimals, style="prose"
    )
