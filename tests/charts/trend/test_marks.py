"""Marks of a trend: news on their date, and breaks of a series."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

from generator.charts.chart import Chart
from generator.charts.plan import plan_chart
from generator.charts.request import ChartKind, ChartRequest, Event
from generator.charts.trend.marks import TimeMark, events_note, mark_rows, time_marks, within
from tests.datasets import CODES, dataset

POOR = Event(day=date(2021, 1, 2), headline="A poor year for oil")
LATE = Event(day=date(2030, 5, 1), headline="Later")


def test_news_stand_on_their_date_beside_the_year_s_figures() -> None:
    found = time_marks([2004], (POOR,), range(2000, 2025))
    assert found == (TimeMark(at=2004, text="break 2004"), TimeMark(at=2020.5, text="brief, 2021"))


def test_news_of_one_year_share_a_mark_and_stay_within_the_plot() -> None:
    early = Event(day=date(2021, 12, 30), headline="B")
    assert time_marks([], (POOR, early), range(2000, 2022)) == (TimeMark(at=2020.5, text="briefs, 2021"),)
    assert time_marks([], (early,), range(2000, 2022)) == (TimeMark(at=2021, text="brief, 2021"),)
    assert time_marks([], (POOR,), range(2021, 2025)) == (TimeMark(at=2021, text="brief, 2021"),)


def test_news_outside_the_years_are_not_marked_and_not_told() -> None:
    assert within((POOR, LATE), (2000, 2024)) == (POOR,)
    assert events_note(()) == ""
    assert events_note((POOR,)) == "Marked: “A poor year for oil”, 2 January 2021."


def test_words_of_a_mark_stand_where_there_is_room() -> None:
    marks = tuple(TimeMark(at=at, text="brief, 2020") for at in (2000.0, 2001.0, 2020.0))
    rows = mark_rows(marks, 10.0, (2000, 2024, 240))
    assert [row["x"] for row in rows["marks"]] == [2000.0, 2001.0, 2020.0]
    assert [row["x"] for row in rows["after"]] == [2001.0]
    assert [row["x"] for row in rows["before"]] == [2020.0]


def chart(*events: Event, broken: int = 0) -> Chart:
    held = dataset({"one": {"AAA": {year: str(year - 1990) for year in range(2000, 2025)}}})
    columns = held.observations["one"]
    letters = ["B" if year == broken else "A" for year in columns.years]
    held = replace(held, observations={"one": replace(columns, statuses=letters)})
    request = ChartRequest(kind=ChartKind.TREND, indicator="one", country="AAA", compare=CODES[1:2], events=events)
    found = plan_chart(request, held, chart_id="chart")
    assert found is not None
    return found


def spec_of(found: Chart) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(found.drawings[0].spec)
    return held


def test_a_trend_marks_news_and_tells_them_in_its_note() -> None:
    found = chart(POOR)
    assert spec_of(found)["datasets"]["marks"] == [{"x": 2020.5}]
    assert found.note.endswith("Marked: “A poor year for oil”, 2 January 2021.")
    assert "marks" not in {layer["data"]["name"] for layer in spec_of(chart())["layer"]}


def test_a_break_of_the_series_is_marked_where_it_lies() -> None:
    found = chart(broken=2010)
    assert spec_of(found)["datasets"]["marks"] == [{"x": 2010}]
    assert "The series breaks: Name AAA 2010." in found.note
