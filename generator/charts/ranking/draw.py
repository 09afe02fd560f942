"""Rankings: bars in order, the page's country highlighted, countries without a value named."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.charts.room import PLOT, shorten, text_width
from generator.charts.specs import fill_template

ROW, THICK = 24, 12
MARGIN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingBar:
    """A bar: name, value (None: no data), formatted value, and whether it is the page's country."""

    name: str
    value: float | None
    text: str
    own: bool = False


def draw_ranking(rows: Sequence[RankingBar], *, width: int) -> str:
    """Return the specification of bars in the given order, each with its value at its end."""
    right = round(max(text_width(row.text, bold=row.own) for row in rows)) + MARGIN
    rows = _fitting(rows, width * (1 - PLOT) - right - MARGIN)
    left = round(max(text_width(row.name, bold=row.own) for row in rows)) + MARGIN
    values = [row.value for row in rows if row.value is not None]
    low, high = min(0.0, *values), max(0.0, *values)
    frame = {
        "width": width - left - right,
        "height": ROW * len(rows),
        "padding": {"left": left, "right": right, "top": 0, "bottom": 0},
    }
    scales = {
        "x": {"scale": {"domain": [low, high or 1.0]}},
        "y": {"scale": {"domain": [0, ROW * len(rows)], "reverse": True}},
    }
    return fill_template("ranking", _datasets(rows, below_zero=low < 0), frame=frame, scales=scales)


def _fitting(rows: Sequence[RankingBar], room: float) -> Sequence[RankingBar]:
    return [replace(row, name=shorten(row.name, room, bold=row.own)) for row in rows]


def _datasets(rows: Sequence[RankingBar], *, below_zero: bool) -> dict[str, list[dict[str, Any]]]:
    placed = [(row, ROW * at + ROW / 2) for at, row in enumerate(rows)]
    return {
        "others": [_bar(row, y) for row, y in placed if not row.own and row.value is not None],
        "own": [_bar(row, y) for row, y in placed if row.own and row.value is not None],
        "others_names": [_name(row, y) for row, y in placed if not row.own],
        "own_names": [_name(row, y) for row, y in placed if row.own],
        "missing": [{"x": 0, "y": y, "text": row.text} for row, y in placed if row.value is None],
        "axis": [{"x": 0}] if below_zero else [],
    }


def _bar(row: RankingBar, y: float) -> dict[str, Any]:
    return {
        "x": row.value,
        "zero": 0,
        "after": max(row.value or 0.0, 0.0),
        "y": y,
        "top": y - THICK / 2,
        "bottom": y + THICK / 2,
        "text": row.text,
    }


def _name(row: RankingBar, y: float) -> dict[str, Any]:
    return {"y": y, "name": row.name}
