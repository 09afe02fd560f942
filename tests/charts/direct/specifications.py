"""Specifications of every kind of chart, from literals: what is usual and what is at an edge."""

import json
from typing import Any

from generator.charts.specs import fill_pixels, fill_template

Row = dict[str, Any]
Rows = list[Row]

FRAME = {"width": 200, "height": 150, "padding": {"left": 30, "right": 60, "top": 20, "bottom": 24}}
LINE: Rows = [{"x": year, "y": 10 + (year * 7) % 11 / 3, "run": "A0"} for year in range(2000, 2024)]
TICKS = (0.0, 5.0, 10.0, 15.0)


def labels(ticks: tuple[float, ...], texts: tuple[str, ...] = ("0", "5", "10", "15")) -> str:
    """Return the expression that gives ticks their labels."""
    parts = (f"datum.value === {tick!r} ? '{text}'" for tick, text in zip(ticks, texts, strict=True))
    return f"{' : '.join(parts)} : ''"


def trend(
    years: tuple[int, ...] = (2000, 2011, 2023),
    ticks: tuple[float, ...] = TICKS,
    texts: tuple[str, ...] = ("0", "5", "10", "15"),
    **rows: Rows,
) -> str:
    axis = {"values": list(ticks), "labelPadding": 30, "labelExpr": labels(ticks, texts)}
    scales = {
        "x": {"scale": {"domain": [years[0], years[-1]]}, "axis": {"values": list(years)}},
        "y": {"scale": {"domain": [ticks[0], ticks[-1]]}, "axis": axis},
    }
    return fill_template("trend", {**{name: [] for name in TREND}, **rows}, frame=FRAME, scales=scales)


TREND = (
    "marks",
    "before",
    "after",
    "peers",
    "median",
    "own",
    "ahead",
    "own_ahead",
    "lone",
    "own_lone",
    "end",
    "labels",
    "name",
)


def slope(low: float = 0.0, high: float = 10.0, **rows: Rows) -> str:
    years = [2000, 2020]
    scales = {"x": {"scale": {"domain": years}, "axis": {"values": years}}, "y": {"scale": {"domain": [low, high]}}}
    names = ("posts", "others", "own", "before", "own_before", "after", "own_after")
    return fill_template("slope", {**{name: [] for name in names}, **rows}, frame=FRAME, scales=scales)


def ranking(low: float = 0.0, high: float = 10.0, **rows: Rows) -> str:
    scales = {
        "x": {"scale": {"domain": [low, high]}},
        "y": {"scale": {"domain": [0, 150], "reverse": True}},
    }
    names = ("others", "own", "axis", "others_names", "own_names", "missing")
    return fill_template("ranking", {**{name: [] for name in names}, **rows}, frame=FRAME, scales=scales)


def strip(**rows: Rows) -> str:
    names = ("ticks", "median", "own", "low", "high", "middle", "name")
    return fill_pixels("strip", {**{name: [] for name in names}, **rows}, width=340, height=98)


def stacked(**rows: Rows) -> str:
    names = ("parts", "heads", "names", "own_name")
    return fill_pixels("stacked", {**{name: [] for name in names}, **rows}, width=340, height=80)


def bar(value: float, text: str = "1", y: float = 12.0) -> Row:
    after = max(value, 0.0)
    return {"x": value, "zero": 0, "after": after, "y": y, "top": y - 6, "bottom": y + 6, "text": text}


def dot(x: float, y: float) -> Row:
    return {"x": x, "y": y}


def word(x: float, y: float, text: str) -> Row:
    return {"x": x, "y": y, "text": text}


def rule(x: float, y: float = 26, y2: float = 52) -> Row:
    return {"x": x, "y": y, "y2": y2}


def part(x: float, x2: float, fill: str = "var(--bar)") -> Row:
    return {"x": x, "x2": x2, "y": 56, "y2": 72, "fill": fill}


def between(value: float, other: float, run: str = "A") -> Rows:
    return [{"x": 2000, "y": value, "run": run}, {"x": 2020, "y": other, "run": run}]


KNOWN = {
    "trend: all parts": trend(
        marks=[dot(2010.3, 0)],
        before=[word(2015, 15, "break 2015")],
        after=[word(2003, 15, "brief, 2003")],
        peers=[*LINE, *({**row, "y": row["y"] / 2, "run": "B0"} for row in LINE)],
        median=[{**row, "y": 3.0, "run": "median0"} for row in LINE],
        own=[{**row, "y": row["y"] / 3} for row in LINE],
        lone=[dot(2001, 2)],
        own_lone=[dot(2005, 4.25)],
        end=[dot(2023, 3.21)],
        labels=[word(2023, 12.1, "B"), word(2023, 6.05, "C")],
        name=[word(2023, 3.2, "A")],
    ),
    "trend: forecasts": trend(
        years=(2000, 2023, 2030),
        peers=[{**row, "run": "B0"} for row in LINE],
        own=[{**row, "y": row["y"] / 3} for row in LINE],
        ahead=[{**LINE[-1], "run": "B0"}, {"x": 2025, "y": 12.5, "run": "B0"}, {"x": 2030, "y": 14.0, "run": "B0"}],
        own_ahead=[{"x": year, "y": 3.2 + at * 1.1, "run": "A0"} for at, year in enumerate(range(2023, 2031))],
        end=[dot(2023, 3.21)],
        name=[word(2030, 10.9, "A")],
    ),
    "trend: a forecast only": trend(own_ahead=[{**LINE[0], "run": "A0"}, {**LINE[9], "run": "A0"}]),
    "trend: a line only": trend(own=LINE),
    "trend: a dot only": trend(own_lone=[dot(2000, 0)]),
    "trend: runs of one point draw nothing": trend(own=[{**LINE[0], "run": f"A{n}"} for n in range(3)]),
    "trend: a run of one point beside others": trend(own=[*LINE, {**LINE[3], "run": "A1"}]),
    "trend: years without order": trend(own=LINE[::-1]),
    "trend: one year twice": trend(own=[*LINE, {**LINE[4], "y": 1.0}]),
    "trend: runs by turns": trend(own=[{**row, "run": f"A{n % 2}"} for n, row in enumerate(LINE)]),
    "trend: a flat line": trend(own=[{**row, "y": 5} for row in LINE]),
    "trend: two years": trend(years=(2022, 2023), own=LINE[-2:]),
    "trend: a label at the second year": trend(years=(2000, 2001, 2023), own=LINE),
    "trend: below zero": trend(ticks=(-5.0, 0.0, 5.0), texts=("−5", "0", "5"), own=[{**r, "y": -4.4} for r in LINE]),
    "trend: small numbers": trend(ticks=(0.0, 1e-05, 2e-05), texts=("0", "a", "b"), end=[dot(2023, 1.2e-05)]),
    "trend: large numbers": trend(ticks=(0.0, 1e12, 2e12), texts=("0", "1T", "2T"), end=[dot(2023, 1.23456789e12)]),
    "trend: beyond the scale": trend(end=[dot(2023, 99.5)], own=[{**row, "y": -70.1} for row in LINE]),
    "trend: a digit too many": trend(end=[dot(2023, 11.233333333333334)], labels=[word(2023, 0.1 + 0.2, "x")]),
    "trend: no label": trend(texts=("", "", "", ""), own=LINE),
    "trend: one label": trend(texts=("", "5 & <6>", "", ""), own=LINE),
    "slope: all parts": slope(
        posts=[{"x": 2000}, {"x": 2020}],
        others=[*between(1, 2, "B"), *between(9.99, 3.3, "C")],
        own=between(4, 5.5),
        before=[word(2000, 1, "1.0"), word(2000, 9.99, "10.0")],
        own_before=[word(2000, 4, "4.0")],
        after=[word(2020, 2, "B 2.0")],
        own_after=[word(2020, 5.5, "A 5.5")],
    ),
    "slope: one post": slope(posts=[{"x": 2020}], own=between(4, 5)),
    "slope: between equal numbers": slope(low=3, high=3, own=between(3, 3)),
    "slope: upside down": slope(low=10, high=0, own=between(3, 4)),
    "ranking: all parts": ranking(
        low=-5.0,
        others=[bar(10, "10"), bar(3.33, "3.3", 36)],
        own=[bar(-4.2, "−4.2", 60)],
        axis=[{"x": 0}],
        others_names=[{"y": 12.0, "name": "B"}, {"y": 36.0, "name": "C"}],
        own_names=[{"y": 60.0, "name": "A"}],
        missing=[word(0, 84.0, "no data")],
    ),
    "ranking: a bar of nothing": ranking(others=[bar(0)]),
    "ranking: no value": ranking(own_names=[{"y": 12, "name": "A"}], missing=[word(0, 12.0, "no data")]),
    "strip: all parts": strip(
        ticks=[rule(n * 3.5) for n in range(40)],
        median=[rule(100.5, 20, 58)],
        own=[rule(7, 20, 58)],
        low=[word(0, 88, "B 1")],
        high=[word(340, 88, "C 9")],
        middle=[word(100.5, 70, "median 4")],
        name=[word(30.25, 9, "A 2")],
    ),
    "strip: one tick": strip(ticks=[rule(0)]),
    "strip: a rule from below": strip(own=[rule(7, 58, 20)]),
    "strip: a rule without length": strip(own=[rule(7, 20, 20)]),
    "strip: less than a tenth of a pixel": strip(ticks=[rule(0.04, 0.03, 0.06)], low=[word(0.04, -4.01, "x")]),
    "strip: a text of blanks": strip(low=[word(0, 88, "  ")], high=[word(340, 88, "x")]),
    "strip: signs of XML": strip(low=[word(0, 88, "<b>&\"'</b>")], high=[word(340, 88, "a\u00a0b  c")]),
    "strip: other scripts": strip(low=[word(0, 88, "Côte d’Ivoire 日本 🙂")]),
    "stacked: all parts": stacked(
        parts=[part(0, 66.588728), part(68.088728, 340, "var(--ink-2)")],
        heads=[word(36.3, 8, "Agriculture"), word(36.3, 24, "19.6%")],
        names=[word(0, 84, "B")],
        own_name=[word(0, 48, "A")],
    ),
    "stacked: a part from right to left": stacked(parts=[part(50, 20)]),
    "stacked: a part of no width": stacked(parts=[part(50, 50)]),
}
"""What is drawn directly, by name."""


def changed(change: Any, spec: str = KNOWN["trend: all parts"]) -> str:  # noqa: ANN401 - a function on JSON
    """Return a specification after a change in place."""
    read = json.loads(spec)
    change(read)
    return json.dumps(read)
