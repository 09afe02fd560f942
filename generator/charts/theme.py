"""The look of every chart: sizes, and colours as CSS variables for light, dark and print."""

FONT_SIZE = 12.5
CHARACTER = 6.6
BOLD = 1.12
"""Width of an average character of that size in CSS pixels, generously."""

NARROW, WIDE = 340, 640
TREND_HEIGHT, WIDE_HEIGHT = 230, 300

INK, INK_2, INK_3 = "var(--ink)", "var(--ink-2)", "var(--ink-3)"
ACCENT, MUTE, BAR, AXIS, GRID = "var(--accent)", "var(--mute)", "var(--bar)", "var(--axis)", "var(--grid)"

PARTS = (ACCENT, BAR, INK_2, MUTE)
"""Fills of stacked parts in their order: neighbours differ by at least 2:1 in light and in dark."""

REST = GRID

CONFIG = {
    "background": None,
    "padding": 0,
    "autosize": {"type": "none"},
    "view": {"stroke": None},
    "axis": {
        # each of these has every label measured, which takes longer than drawing; ours are few and placed with care
        "labelOverlap": False,
        "labelBound": False,
        "labelLimit": 0,
        "labelFontSize": FONT_SIZE,
        "labelColor": INK_2,
        "labelFontWeight": "normal",
        "domain": False,
        "ticks": False,
        "gridColor": GRID,
        "gridWidth": 1,
        "title": None,
    },
    "axisX": {
        "grid": False,
        "domain": True,
        "domainColor": AXIS,
        "ticks": True,
        "tickColor": AXIS,
        "tickSize": 4,
        "labelPadding": 3,
    },
    "line": {"strokeCap": "round", "strokeJoin": "round"},
    "text": {"fontSize": FONT_SIZE, "baseline": "middle"},
    "legend": {"disable": True},
}
