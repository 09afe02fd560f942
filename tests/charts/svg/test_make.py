"""What is known is drawn directly, all else by Vega."""

import json

from generator.charts.direct.draw import draw_direct
from generator.charts.svg.make import make_svg
from generator.charts.svg.render import render_svg
from tests.charts.direct.specifications import KNOWN, changed


def test_a_known_chart_is_drawn_directly() -> None:
    spec = KNOWN["strip: all parts"]
    assert make_svg(spec).decode() == draw_direct(spec)


def test_an_unknown_chart_is_drawn_by_vega() -> None:
    spec = changed(lambda read: read["layer"][1]["mark"].update(color="red"), KNOWN["strip: all parts"])
    assert make_svg(spec).decode() == render_svg(spec)
    assert 'stroke="red"' in make_svg(spec).decode()


def test_a_clip_keeps_its_id_and_its_reference() -> None:
    """Vega's definitions outlast the way to plain records."""
    read = json.loads(KNOWN["trend: a line only"])
    read["layer"][0]["mark"]["clip"] = True
    svg = make_svg(json.dumps(read)).decode()
    assert '<clipPath id="chart-id-1">' in svg
    assert 'clip-path="url(#chart-id-1)"' in svg
