"""Drawings from specifications: directly if all of one is known, else by Vega, to equal bytes."""

from generator.charts.direct.draw import draw_direct
from generator.charts.svg.render import render_svg


def make_svg(spec: str) -> bytes:
    """Return a Vega-Lite specification as compact SVG without a name."""
    direct = draw_direct(spec)
    return (render_svg(spec) if direct is None else direct).encode()
