"""A specification made a drawing: directly where all of it is known, by Vega where not; equal bytes either way."""

from generator.charts.direct.draw import draw_direct
from generator.charts.svg.render import render_svg


def make_svg(spec: str) -> bytes:
    """Return a Vega-Lite specification as compact SVG without a name."""
    direct = draw_direct(spec)
    return (render_svg(spec) if direct is None else direct).encode()
