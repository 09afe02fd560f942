"""A picture as PNG, by the painter that knows our drawings, or by the renderer, which knows all."""

import re

from generator.charts.svg.flat import UnknownError, flatten
from generator.charts.svg.paint import paint
from generator.charts.svg.painter import SCALE
from generator.charts.svg.palette import Pixels, pixels_of, with_palette
from generator.charts.svg.renderer import renderer

_SUBSCRIPT = re.compile("([₀-₉])(?![^<]*</(?:title|desc)>)")


def png_of(svg: str) -> bytes:
    """Return a picture as PNG; equal SVG, equal bytes."""
    try:
        pixels = paint(flatten(svg), SCALE)
    except (UnknownError, ValueError, KeyError):  # measures and words that it does not read are unknown too
        pixels = rendered(svg)
    return with_palette(pixels)


def rendered(svg: str) -> Pixels:
    """Return a picture's pixels by the renderer."""
    return pixels_of(renderer().svg_to_png(_SUBSCRIPT.sub(_lowered, svg), scale=SCALE))


def _lowered(found: re.Match[str]) -> str:
    """Return a subscript figure as a small one below the line: the renderer's font has none of Unicode's."""
    return f'<tspan font-size="70%" dy=".25em">{ord(found[1]) - ord("₀")}</tspan><tspan dy="-.175em">\u200b</tspan>'
