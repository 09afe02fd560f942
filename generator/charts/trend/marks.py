"""Marks of a trend in time: breaks of its series, and news on their date."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from typing import Any

from generator.charts.request import Event
from generator.charts.theme import CHARACTER
from generator.charts.trend.datasets import TrendData
from generator.formatting import format_date
from generator.messages import gettext as _
from generator.messages import ngettext

MID_YEAR = 0.5
"""The part of a year at which its figure is drawn: the middle."""

APART = 14
"""Least pixels between the words of two marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMark:
    """A moment marked by a thin rule: the year with its fraction, and a word or two."""

    at: float
    text: str


def time_marks(breaks: Sequence[int], events: Sequence[Event], years: Sequence[int]) -> tuple[TimeMark, ...]:
    """Return the moments within the years of a chart, in order of time; news of one year share a mark."""
    broken = [TimeMark(at=year, text=_("break {year}").format(year=year)) for year in breaks]
    news = [
        _news(list(same_year), years)
        for _year, same_year in groupby(within(events, years), key=lambda event: event.day.year)
    ]
    return tuple(sorted((*broken, *news), key=lambda moment: moment.at))


def within(events: Sequence[Event], years: Sequence[int]) -> tuple[Event, ...]:
    """Return the events of the years that have figures."""
    return tuple(event for event in events if years[0] <= event.day.year <= years[-1])


def _news(events: Sequence[Event], years: Sequence[int]) -> TimeMark:
    text = ngettext("brief, {year}", "briefs, {year}", len(events)).format(year=events[0].day.year)
    return TimeMark(at=min(max(_year_fraction(events[0].day), years[0]), years[-1]), text=text)


def _year_fraction(day: date) -> float:
    """Return a day's place on an axis of years, on which a year's figure is in the middle."""
    gone = (day - date(day.year, 1, 1)).days / (date(day.year + 1, 1, 1) - date(day.year, 1, 1)).days
    return round(day.year + gone - MID_YEAR, 2)


def events_note(events: Sequence[Event]) -> str:
    """Return the sentence on marked news, `Marked: “A poor year for oil”, 2 January 2021.`; or empty."""
    if not events:
        return ""
    items = (_("“{headline}”, {date}").format(headline=e.headline, date=format_date(e.day)) for e in events)
    return _("Marked: {items}.").format(items="; ".join(items))


def mark_rows(moments: Sequence[TimeMark], top: float, span: tuple[int, int, int]) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of the rules, and the words above those that have room, on the roomier side.

    `span` is the first and the last year of the plot and its width.
    """
    first, last, width = span
    rows = [{"x": m.at, "y": top, "text": m.text} for m in moments]
    across = [(m.at - first) / ((last - first) or 1) * width for m in moments]
    room = [
        b - a > len(m.text) * CHARACTER + APART
        for (a, b), m in zip(pairwise([*across, 2.0 * width]), moments, strict=True)
    ]
    lettered = [(row, x) for row, x, fits in zip(rows, across, room, strict=True) if fits]
    return {
        TrendData.MARKS: [{"x": row["x"]} for row in rows],
        TrendData.BEFORE: [row for row, x in lettered if x > width / 2],
        TrendData.AFTER: [row for row, x in lettered if x <= width / 2],
    }
