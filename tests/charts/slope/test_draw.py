"""Slopes as drawn: room for the lines beside the names."""

from generator.charts.slope.draw import SlopeLine, draw_slope
from generator.charts.svg.render import render_svg


def test_long_names_leave_room_for_the_lines_of_a_slope() -> None:
    names = ("Own", "Saint Vincent and the Grenadines")
    rows = [SlopeLine(name=name, values=(1, 2), texts=("$1,000", "$2,000"), own=name == "Own") for name in names]
    svg = render_svg(draw_slope(rows, (2000, 2020), width=340))
    assert ">Own $2,000<" in svg
    assert ">Saint Vincent and<" in svg
    assert ">the Grenadines<" in svg


def test_the_value_at_the_end_of_a_slope_is_never_cut() -> None:
    names = ("M" * 40, f"{'M' * 30} {'N' * 30}")
    rows = [SlopeLine(name=name, values=(1, 2), texts=("$1,000", "$2,000"), own=name == names[0]) for name in names]
    svg = render_svg(draw_slope(rows, (2000, 2020), width=340))
    assert svg.count("…") == 3
    assert svg.count(">$2,000<") == 2
