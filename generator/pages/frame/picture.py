"""The picture of a page for sharing its address."""

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from types import NoneType

from generator.charts.chart import Chart, Drawing
from generator.charts.sparkline import Spark
from generator.charts.svg.letters import can_be_painted, has_png
from generator.claims.bound import BoundValue
from generator.pages.records.indices import IndexRow, MethodTable, StandingBar, StandingItem
from generator.pages.records.page import Page
from generator.pages.records.parts import (
    Fact,
    Field,
    ImageFigure,
    KeyFigure,
    LegendEntry,
    Link,
    MovedText,
    Note,
    SourceBlock,
)
from generator.pages.records.rows import ChangeRow, GroupRow, IndicatorRow, RankingRow
from generator.pages.records.scorecard import ScoreTable
from generator.urls import canonical

PLAIN = (str, int, float, bool, NoneType, Spark, Link, MovedText, BoundValue, Drawing)
ROWS = (
    ChangeRow,
    Fact,
    Field,
    GroupRow,
    IndexRow,
    IndicatorRow,
    KeyFigure,
    LegendEntry,
    MethodTable,
    Note,
    RankingRow,
    ScoreTable,
    SourceBlock,
    StandingBar,
    StandingItem,
)
CHARTLESS = frozenset((*PLAIN, *ROWS))
"""Types without charts, which most of a record consists of."""


def with_picture(make: Callable[[], Page], base_url: str, front: Callable[[], Chart | None]) -> Page:
    """Return the page with a picture for sharing: its image, its leading chart's, or the front page's."""
    page = make()
    image = getattr(page, "lead", None)
    if isinstance(image, ImageFigure):
        return _with(page, canonical(base_url, image.url), image.alt or image.caption)
    own = leading_chart(charts_of(page))
    chart = own or front()
    if chart is None:
        return page
    address = canonical(base_url, f"{page.frame.url if own else '/'}{chart.id}.png")
    return _with(page, address, chart.title)


def _with(page: Page, address: str, text: str) -> Page:
    return replace(page, frame=replace(page.frame, picture=address, picture_text=text))


def leading_chart(charts: Sequence[Chart]) -> Chart | None:
    """Return the first wide chart, else the first, of those that can be a picture in pixels."""
    wide = (chart for chart in charts if has_png(chart))
    return next(wide, None) or next((chart for chart in charts if can_be_painted(chart)), None)


def charts_of(page: Page) -> tuple[Chart, ...]:
    """Return every chart within a page's record, in the order of its fields."""
    found: list[Chart] = []
    _find_charts(page, found)
    return tuple(found)


def _find_charts(record: object, found: list[Chart]) -> None:
    """Add the charts within a record to those found; a loop, as a page has ten thousand parts."""
    kind = type(record)
    if kind is Chart:
        found.append(record)  # type: ignore[arg-type]  # as its type says
        return
    parts = record if kind is tuple else [getattr(record, name) for name in _names(kind)]  # type: ignore[arg-type]  # a class has a hash
    for part in parts:  # type: ignore[attr-defined]  # a tuple or a list
        if type(part) not in CHARTLESS:
            _find_charts(part, found)


@cache
def _names(kind: type) -> tuple[str, ...]:
    """Return the fields of a kind of record; anything else has none."""
    return tuple(part.name for part in fields(kind)) if is_dataclass(kind) else ()
