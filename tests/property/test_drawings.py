"""Any values make one valid drawing."""

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.charts.direct.draw import draw_direct
from generator.charts.slope.draw import SlopeLine, draw_slope
from generator.charts.stacked.draw import StackedBar, draw_stacked
from generator.charts.strip.draw import StripData, draw_strip
from generator.charts.svg.render import render_svg

amounts = st.floats(0.01, 1e9, allow_nan=False)


@given(st.lists(st.tuples(amounts, amounts), min_size=1, max_size=6))
@settings(max_examples=10, deadline=None)
def test_any_pairs_make_one_valid_slope(pairs: list[tuple[float, float]]) -> None:
    rows = [SlopeLine(name=f"N{n}", values=v, texts=("a", "b"), own=not n) for n, v in enumerate(pairs)]
    check(draw_slope(rows, (2000, 2020), width=340))


@given(st.lists(amounts, min_size=1, max_size=40), st.booleans())
@settings(max_examples=10, deadline=None)
def test_any_values_make_one_valid_strip(values: list[float], log: bool) -> None:
    spread = StripData(
        values=tuple(values),
        own=values[0],
        own_label="own",
        median=values[0],
        median_label="m",
        low_label="l",
        high_label="h",
        log=log,
    )
    check(draw_strip(spread, width=340))


@given(st.lists(st.floats(0, 25, allow_nan=False), min_size=2, max_size=4))
@settings(max_examples=10, deadline=None)
def test_any_shares_make_one_valid_stack(parts: list[float]) -> None:
    bar = StackedBar(name="N", parts=tuple(parts), rest=100 - sum(parts), own=True)
    check(draw_stacked([bar], [(f"P{n}", "1%") for n in range(len(parts) + 1)], width=340))


def check(spec: str) -> None:
    svg = render_svg(spec)
    root = etree.fromstring(svg.encode())
    assert root.get("viewBox", "").startswith("0 0 340 ")
    assert "NaN" not in svg
    assert svg == render_svg(spec)
    assert draw_direct(spec) in {svg, None}
