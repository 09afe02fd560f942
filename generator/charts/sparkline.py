"""Sparklines: a path of a few bytes, with its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.charts.paths import write_line
from generator.data.catalog import Indicator
from generator.data.topology import bearing
from generator.formatting import format_amount
from generator.messages import gettext as _

WIDTH, HEIGHT, MARGIN = 104, 26, 4
UNSEEN = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Spark:
    """A sparkline: path data and lone dots in a 104 x 26 view box, its end, its years, and its text alternative."""

    path: str
    dots: tuple[tuple[int, int], ...]
    end: tuple[int, int]
    first_year: str
    last_year: str
    label: str


def plan_spark(points: Sequence[tuple[int, float]], *, indicator: Indicator) -> Spark:
    """Return the sparkline of at least two points in order of years; a missing year breaks the line."""
    placed = _placed(points)
    runs = _runs(points)
    return Spark(
        path="".join(_line(placed[a:b]) for a, b in runs if b - a > 1),
        dots=tuple(placed[a] for a, b in runs if b - a == 1),
        end=placed[-1],
        first_year=str(points[0][0]),
        last_year=str(points[-1][0]),
        label=_label(points, indicator),
    )


def _placed(points: Sequence[tuple[int, float]]) -> list[tuple[int, int]]:
    """Return whole pixels, which no eye tells from exact ones in so small a picture and which are short to write."""
    years, values = [p[0] for p in points], [p[1] for p in points]
    span, low, high = years[-1] - years[0], min(values), max(values)
    height = high - low
    return [
        (
            round(MARGIN + (WIDTH - 2 * MARGIN) * ((year - years[0]) / span)),
            round(MARGIN + (HEIGHT - 2 * MARGIN) * (1 - ((value - low) / height if height else 0.5))),
        )
        for year, value in points
    ]


def _line(places: Sequence[tuple[int, int]]) -> str:
    """Return the path through places without those that it passes by half a pixel."""
    return write_line([(10 * places[at][0], 10 * places[at][1]) for at in bearing(places, UNSEEN)])


def _runs(points: Sequence[tuple[int, float]]) -> list[tuple[int, int]]:
    """Return start and end of each run of consecutive years."""
    breaks = [at for at in range(1, len(points)) if points[at][0] - points[at - 1][0] > 1]
    return list(zip([0, *breaks], [*breaks, len(points)], strict=True))


def _label(points: Sequence[tuple[int, float]], indicator: Indicator) -> str:
    """Return where the line begins; what it is about and its end stand beside it."""
    year, first = points[0]
    return _("From {first} in {year}").format(first=_text(first, indicator), year=year)


def _text(value: float, indicator: Indicator) -> str:
    unit, exact = indicator.unit, Decimal(repr(value))
    return format_amount(
        exact, kind=unit.kind.value, symbol=unit.after(exact), decimals=indicator.decimals, style="prose"
    )
