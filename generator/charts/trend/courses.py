"""The lines of a trend to explore: by code where an indicator's file has them, or by columns."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import groupby, repeat
from operator import itemgetter
from typing import Any

from generator.charts.specs import Spec
from generator.charts.trend.datasets import AHEAD, LINES, TrendData, series_of
from generator.messages import gettext as _

Row = dict[str, Any]
Amount = Callable[[float], str]
"""A function that formats a value for readers."""

write_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of an indicator besides its charts: how its values are written, where its figures are.

    `lines` are names with codes of countries; `figures` are those by year that the file at `file` has of a code.
    """

    amount: Amount
    written: Mapping[str, object]
    """How the reader's browser writes them: `{"decimals": 1, "before": "$", "after": ""}`."""
    file: str
    figures: Callable[[str], Mapping[int, float]]
    codes: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A line as it is drawn: the dataset it is of, its name, and its points from left to right."""

    of: str
    name: str
    years: tuple[int, ...]
    heights: tuple[float, ...]

    @property
    def places(self) -> Iterator[tuple[str, int]]:
        """The line's name with each of its years."""
        return zip(repeat(self.name), self.years, strict=False)


def courses_of(spec: Spec) -> Iterator[Course]:
    """Yield every line of a specification; of forecasts each run is one."""
    for of in LINES:
        for (name, _run), found in groupby(spec["datasets"].get(of, ()), key=partial(_line_of, of)):
            rows = list(found)
            years, heights = tuple(map(itemgetter("x"), rows)), tuple(map(itemgetter("y"), rows))
            yield Course(of=of, name=name, years=years, heights=heights)


def _line_of(dataset: str, row: Row) -> tuple[str, str]:
    """Return the name of a row's line, as readers see it, and its run where that is a line of its own."""
    if dataset == TrendData.MEDIAN:
        return _("Median"), ""
    return _series_of(row["run"]), row["run"] if dataset in AHEAD else ""


_series_of = lru_cache(maxsize=4096)(series_of)  # every point of a line has its run


def lines_of(courses: Sequence[Course], about: Known) -> Iterator[str]:
    """Yield each line: `["peers","UZB",1990,2024]` where the indicator's file has it, else by columns.

    Forecasts are a line for each run, that says so; the figures at its ends, which have their words, have none here.
    """
    forecast = any(course.of in AHEAD for course in courses)
    figures = {place for course in courses if forecast and course.of not in AHEAD for place in course.places}
    for course in courses:
        if code := _published(course, about):
            yield write_json((course.of, code, course.years[0], course.years[-1]))
            continue
        known = tuple(place in figures for place in course.places) if course.of in AHEAD else ()
        columns = _columns(about.amount, course.years, course.heights, known)
        yield f'{{"name":{write_json(course.name)},"of":{write_json(course.of)},{columns}}}'


def _published(course: Course, about: Known) -> str:
    """Return the code of a line that is, from its first year to its last, what the indicator's file has."""
    code = about.codes.get(course.name, "")
    if not code or course.of in AHEAD:
        return ""
    held = about.figures(code)
    years = range(course.years[0], course.years[-1] + 1)
    return code if tuple(held[year] for year in years if year in held) == course.heights else ""


@lru_cache(maxsize=4096)  # a country's line stands in the charts of all its peers
def _columns(amount: Amount, years: tuple[int, ...], heights: tuple[float, ...], known: tuple[bool, ...]) -> str:
    """Return the points of a line; heights to six figures draw the same, and the text is exact.

    It is left out where the browser would write the same. Of forecasts `known` says which have their words elsewhere.
    """
    shown = list(map(short, heights))
    columns: dict[str, object] = {"x": _years(years), "y": shown}
    if known:
        columns |= _words([_forecast(amount(y)) if not left else "" for y, left in zip(heights, known, strict=True)])
    elif (texts := list(map(amount, heights))) != list(map(amount, shown)):
        columns |= _words(texts)
    return write_json(columns)[1:-1]


def _words(texts: Sequence[str]) -> Mapping[str, object]:
    words, text = _shortened(texts)
    return {"words": words, "text": text}


def _forecast(text: str) -> str:
    """Return the value of a forecast in words: `22 million people (forecast)`."""
    return _("{value} (forecast)").format(value=text)


def short(height: float) -> float:
    """Return a height to six figures, as an integer where it is one: JSON writes `5`, not `5.0`."""
    rounded = float(f"{height:.6g}")
    return int(rounded) if rounded.is_integer() else rounded


def _years(years: Sequence[int]) -> int | Sequence[int]:
    """Return the first of years that follow each other, or all of them."""
    return years[0] if years == tuple(range(years[0], years[-1] + 1)) else years


def _shortened(texts: Sequence[str]) -> tuple[tuple[str, str], list[str | None]]:
    """Return what all texts begin and end with, and what is between; nothing where there is no text."""
    known = [text for text in texts if text]
    before = _beginning(known)
    after = _beginning([text[len(before) :][::-1] for text in known])[::-1]
    return (before, after), [text[len(before) : len(text) - len(after)] if text else None for text in texts]


def _beginning(texts: Sequence[str]) -> str:
    """Return what all texts begin with."""
    first, last = min(texts, default=""), max(texts, default="")
    return first[: next((at for at, pair in enumerate(zip(first, last, strict=False)) if len({*pair}) > 1), len(first))]
