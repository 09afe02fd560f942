"""The grammar of each kind of chart, described with Altair once; `specs.py` fills it with data."""

import json
from typing import Any

import altair as alt

from generator.charts.theme import ACCENT, AXIS, BAR, INK_2, INK_3, MUTE
from generator.charts.trend.datasets import TrendData

Spec = dict[str, Any]
"""A Vega-Lite specification as plain JSON values."""


def _layer(data: str, kind: str, **properties: object) -> Any:  # noqa: ANN401 - Altair types each channel apart
    chart = alt.Chart(alt.NamedData(str(data)))
    return getattr(chart, f"mark_{kind}")(**properties)


def _trend() -> Spec:
    x = alt.X("x:Q", scale=alt.Scale(zero=False, nice=False), axis=alt.Axis(format="d"))
    y = alt.Y("y:Q", scale=alt.Scale(zero=False, nice=False), axis=alt.Axis(labelAlign="left"))
    place = {"x": x, "y": y}
    label = {"align": "left", "dx": 8}
    above = {"dy": -9, "fontSize": 11.5, "color": INK_3}
    return _described(
        _layer(TrendData.MARKS, "rule", color=AXIS).encode(x=x),
        _layer(TrendData.BEFORE, "text", align="right", dx=4, **above).encode(**place, text="text:N"),
        _layer(TrendData.AFTER, "text", align="left", dx=-4, **above).encode(**place, text="text:N"),
        _layer(TrendData.INTERVAL, "rule", strokeWidth=1.5, color=ACCENT, opacity=0.5).encode(
            **place, y2=alt.Y2("high:Q")
        ),
        _layer(TrendData.PEERS, "line", strokeWidth=1.5, color=MUTE).encode(**place, detail="run:N"),
        _layer(TrendData.MEDIAN, "line", strokeWidth=2, strokeDash=[0, 4], color=INK_2).encode(**place, detail="run:N"),
        _layer(TrendData.OWN, "line", strokeWidth=3, color=ACCENT).encode(**place, detail="run:N"),
        _layer(TrendData.AHEAD, "line", strokeWidth=1.5, strokeDash=[5, 5], color=MUTE).encode(**place, detail="run:N"),
        _layer(TrendData.OWN_AHEAD, "line", strokeWidth=3, strokeDash=[6, 7], color=ACCENT).encode(
            **place, detail="run:N"
        ),
        _layer(TrendData.LONE, "point", filled=True, size=20, color=MUTE, opacity=1).encode(**place),
        _layer(TrendData.OWN_LONE, "point", filled=True, size=28, color=ACCENT, opacity=1).encode(**place),
        _layer(TrendData.END, "point", filled=True, size=48, color=ACCENT, opacity=1).encode(**place),
        _layer(TrendData.LABELS, "text", color=INK_2, **label).encode(**place, text="text:N"),
        _layer(TrendData.NAME, "text", color=ACCENT, fontWeight="bold", **label).encode(**place, text="text:N"),
    )


def _ranking() -> Spec:
    y = alt.Y("y:Q", scale=alt.Scale(zero=False, nice=False, reverse=True), axis=None)
    x = alt.X("x:Q", scale=alt.Scale(nice=False), axis=None)
    bar = {"y": alt.Y("top:Q", axis=None), "y2": alt.Y2("bottom:Q"), "x": x, "x2": alt.X2("zero:Q")}
    left = {"x": alt.value(0), "y": y, "text": "name:N"}
    end = {"x": alt.X("after:Q", scale=alt.Scale(nice=False), axis=None), "y": y, "text": "text:N"}
    names = {"align": "right", "dx": -8}
    return _described(
        _layer("others", "rect", color=BAR).encode(**bar),
        _layer("own", "rect", color=ACCENT).encode(**bar),
        _layer("axis", "rule", color=AXIS).encode(x=x),
        _layer("others", "text", color=INK_2, align="left", dx=6).encode(**end),
        _layer("own", "text", color=ACCENT, fontWeight="bold", align="left", dx=6).encode(**end),
        _layer("others_names", "text", color=INK_2, **names).encode(**left),
        _layer("own_names", "text", color=ACCENT, fontWeight="bold", **names).encode(**left),
        _layer("missing", "text", color=INK_3, fontStyle="italic", align="left").encode(x=x, y=y, text="text:N"),
    )


def _slope() -> Spec:
    x = alt.X(
        "x:Q",
        scale=alt.Scale(zero=False, nice=False),
        axis=alt.Axis(format="d", domain=False, ticks=False, labelFlush=False, labelPadding=9),
    )
    y = alt.Y("y:Q", scale=alt.Scale(zero=False, nice=False), axis=None)
    place = {"x": x, "y": y}
    before, after = {"align": "right", "dx": -9}, {"align": "left", "dx": 9}
    return _described(
        _layer("posts", "rule", color=AXIS).encode(x=x),
        _layer("others", "line", strokeWidth=1.5, color=MUTE).encode(**place, detail="run:N"),
        _layer("own", "line", strokeWidth=3, color=ACCENT).encode(**place, detail="run:N"),
        _layer("others", "point", filled=True, size=24, color=MUTE, opacity=1).encode(**place),
        _layer("own", "point", filled=True, size=48, color=ACCENT, opacity=1).encode(**place),
        _layer("before", "text", color=INK_2, **before).encode(**place, text="text:N"),
        _layer("own_before", "text", color=ACCENT, fontWeight="bold", **before).encode(**place, text="text:N"),
        _layer("after", "text", color=INK_2, **after).encode(**place, text="text:N"),
        _layer("own_after", "text", color=ACCENT, fontWeight="bold", **after).encode(**place, text="text:N"),
    )


def _strip() -> Spec:
    place = _pixels()
    span = {**place, "y2": alt.Y2("y2:Q")}
    return _described(
        _layer("ticks", "rule", strokeWidth=1.5, color=MUTE).encode(**span),
        _layer("median", "rule", strokeWidth=2, color=INK_2).encode(**span),
        _layer("own", "rule", strokeWidth=4, color=ACCENT).encode(**span),
        _layer("low", "text", color=INK_2, align="left").encode(**place, text="text:N"),
        _layer("high", "text", color=INK_2, align="right").encode(**place, text="text:N"),
        _layer("middle", "text", color=INK_2, align="center").encode(**place, text="text:N"),
        _layer("name", "text", color=ACCENT, fontWeight="bold", align="center").encode(**place, text="text:N"),
    )


def _stacked() -> Spec:
    place = _pixels()
    part = {**place, "x2": alt.X2("x2:Q"), "y2": alt.Y2("y2:Q"), "color": alt.Color("fill:N", scale=None, legend=None)}
    return _described(
        _layer("parts", "rect").encode(**part),
        _layer("heads", "text", color=INK_2, align="center").encode(**place, text="text:N"),
        _layer("names", "text", color=INK_2, align="left").encode(**place, text="text:N"),
        _layer("own_name", "text", color=ACCENT, fontWeight="bold", align="left").encode(**place, text="text:N"),
    )


def _scatter() -> Spec:
    x = alt.X("x:Q", scale=alt.Scale(zero=False, nice=False), axis=alt.Axis(format="d"))
    y = alt.Y("y:Q", scale=alt.Scale(zero=False, nice=False), axis=alt.Axis(labelAlign="left"))
    place, words = {"x": x, "y": y}, {"x": x, "y": y, "text": "text:N"}
    right, left = {"align": "left", "dx": 7}, {"align": "right", "dx": -7}
    own = {"color": ACCENT, "fontWeight": "bold"}
    return _described(
        _layer("others", "rule", strokeWidth=4, color=MUTE).encode(**place, y2=alt.Y2("y2:Q")),
        _layer("own", "point", filled=True, size=80, color=ACCENT, opacity=1).encode(**place),
        _layer("right", "text", color=INK_2, **right).encode(**words),
        _layer("left", "text", color=INK_2, **left).encode(**words),
        _layer("own_right", "text", **own, **right).encode(**words),
        _layer("own_left", "text", **own, **left).encode(**words),
        _layer("across", "text", color=INK_3, align="right", dy=34).encode(**words),
        _layer("up", "text", color=INK_3, align="left", dy=-18).encode(**words),
    )


def _pixels() -> Spec:
    """Return channels with values in pixels, from the upper left corner."""
    x = alt.X("x:Q", scale=alt.Scale(zero=False, nice=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(zero=False, nice=False, reverse=True), axis=None)
    return {"x": x, "y": y}


def _described(*layers: Any) -> Spec:  # noqa: ANN401 - charts without a type of their own
    spec: Spec = alt.layer(*layers).to_dict(validate=True)
    return spec


_KINDS = {
    "trend": _trend,
    "ranking": _ranking,
    "slope": _slope,
    "strip": _strip,
    "stacked": _stacked,
    "scatter": _scatter,
}


def templates() -> dict[str, str]:
    """Return the template of each kind of chart: a Vega-Lite specification without data, as JSON."""
    return {kind: json.dumps(describe(), sort_keys=True) for kind, describe in _KINDS.items()}
