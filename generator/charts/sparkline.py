"""Sparklines: a path of a few bytes, with its words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from generator.charts.svg.paths import Pixel, write_line
from generator.data.catalog import Indicator
from generator.data.geo.line import kept_points
from generator.data.observations import runs_of_years
from generator.formatting import format_amount
from generator.messages import gettext as _

WIDTH, HEIGHT, MARGIN = 104, 26, 4
UNSEEN = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Spark:
    """A sparkline: its places in a view box 104 wide by run of years, its years, and its text alternative."""

    runs: tuple[tuple[Pixel, ...], ...]
    first_year: str
    last_year: str
    label: str
    ahead: tuple[Pixel, ...] = ()
    """The forecasts, from the latest figure on."""
    height: int = HEIGHT

    @property
    def ahead_path(self) -> str:
        """The path data of the forecasts, empty without any."""
        return _line(self.ahead) if self.ahead else ""

    @property
    def path(self) -> str:
        """The path data of its lines; made when a page is drawn, not when it is planned."""
        return "".join(_line(run) for run in self.runs if len(run) > 1)

    @property
    def dots(self) -> tuple[Pixel, ...]:
        """The years that stand alone."""
        return tuple(run[0] for run in self.runs if len(run) == 1)

    @property
    def end(self) -> Pixel:
        """The latest figure."""
        return self.runs[-1][-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The years and values that several sparklines have in common, so that they compare."""

    years: tuple[int, int]
    values: tuple[float, float]
    height: int = HEIGHT


def plan_spark(
    points: Sequence[tuple[int, float]],
    *,
    indicator: Indicator,
    later: Sequence[tuple[int, float]] = (),
    scale: Scale | None = None,
) -> Spark:
    """Return the sparkline of figures in order of years; a figure missing when it was due breaks the line.

    It is of two points at least, forecasts `later` than all figures among them; without a `scale` it fills its frame.
    """
    scale = scale or _own_scale([*points, *later])
    placed = _placed([*points, *later], scale)
    count = len(points)
    return Spark(
        runs=tuple(tuple(placed[run]) for run in runs_of_years(points, indicator.frequency)),
        first_year=str(points[0][0]),
        last_year=str([*points, *later][-1][0]),
        label=_label(points, later, indicator),
        ahead=tuple(placed[count - 1 :]) if later else (),
        height=scale.height,
    )


def plan_counts(counts: Sequence[tuple[int, int]], most: int) -> Spark | None:
    """Return the sparkline of how many report, on a scale from nobody to all; None of one year."""
    if len(counts) < 2:  # noqa: PLR2004 - a line has two ends
        return None
    scale = Scale(years=(counts[0][0], counts[-1][0]), values=(0, most))
    year, first = counts[0]
    return Spark(
        runs=(tuple(_placed(counts, scale)),),
        first_year=str(year),
        last_year=str(counts[-1][0]),
        label=_("From {first} of {most} countries in {year}").format(first=first, most=most, year=year),
    )


def _own_scale(points: Sequence[tuple[int, float]]) -> Scale:
    values = [value for _year, value in points]
    return Scale(years=(points[0][0], points[-1][0]), values=(min(values), max(values)))


def _placed(points: Sequence[tuple[int, float]], scale: Scale) -> list[Pixel]:
    """Return whole pixels: in a picture this small nobody sees the difference, and they are short."""
    (first, last), (low, high) = scale.years, scale.values
    across, height, room = _across(first, last), high - low, scale.height - 2 * MARGIN
    if not height:
        middle = round(MARGIN + room * 0.5)
        return [(across[year], middle) for year, _value in points]
    return [(across[year], round(MARGIN + room * (1 - (value - low) / height))) for year, value in points]


@cache
def _across(first: int, last: int) -> Mapping[int, int]:
    """Return the place of each year from the first to the last."""
    return {
        year: round(MARGIN + (WIDTH - 2 * MARGIN) * ((year - first) / (last - first)))
        for year in range(first, last + 1)
    }


@lru_cache(512)  # of some pages: a preview shows them again
def _line(places: Sequence[Pixel]) -> str:
    """Return the path through places without those that it passes by less than a pixel."""
    return write_line([(10 * places[at][0], 10 * places[at][1]) for at in kept_points(places, UNSEEN)])


def _label(points: Sequence[tuple[int, float]], later: Sequence[tuple[int, float]], indicator: Indicator) -> str:
    """Return the text alternative: where the line begins, and a forecast; subject and end stand beside it."""
    year, first = points[0]
    text = _("From {first} in {year}").format(first=_text(first, indicator), year=year)
    if not later:
        return text
    year, last = later[-1]
    return _("{start}; forecast to reach {last} in {year}").format(start=text, last=_text(last, indicator), year=year)


def _text(value: float, indicator: Indicator) -> str:
    unit, exact = indicator.unit, Decimal(repr(value))
    return format_amount(
        exact, kind=unit.kind.value, symbol=unit.after(exact), decimals=indicator.decimals, style="prose"
    )
