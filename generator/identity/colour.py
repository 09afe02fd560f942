"""Arithmetic of colours: luminance and contrast by WCAG 2.2, and shades of one hue."""

from bisect import bisect_left
from collections.abc import Callable
from colorsys import hls_to_rgb, rgb_to_hls

STEPS = 512
"""Shades of a hue among which one is looked for, from black to white."""

BLACK_TO_WHITE = range(STEPS + 1)
LINEAR = 0.04045
"""Up to here the scale of sRGB is a straight line."""

GLARE = 0.05
"""The light that falls on a screen, as WCAG reckons it."""


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour as `#00657e`: 0 is black, 1 is white."""
    red, green, blue = (p / 12.92 if p <= LINEAR else ((p + 0.055) / 1.055) ** 2.4 for p in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(one: float, other: float) -> float:
    """Return the contrast of two luminances: 1 is none, 21 that of black and white."""
    low, high = sorted((one, other))
    return (high + GLARE) / (low + GLARE)


def with_contrast(own: float, before: float, after: float) -> float:
    """Return the luminance that has to `after` the contrast of `own` to `before`, as far as there is one."""
    return min(1.0, max(0.0, (own + GLARE) * (after + GLARE) / (before + GLARE) - GLARE))


def shade(colour: str, target: float, factor: float = 1.0) -> str:
    """Return the colour of the same hue with a luminance, and `factor` times its saturation."""
    step = bisect_left(BLACK_TO_WHITE, target, key=lambda at: luminance(_shade(colour, at, factor)))
    return _shade(colour, min(step, STEPS), factor)


def nearest(colour: str, fits: Callable[[str], bool]) -> str:
    """Return the shade of a colour's hue that is nearest to it and fits; empty if none does."""
    own = _hls(colour)[1] * STEPS
    by_distance = sorted(BLACK_TO_WHITE, key=lambda step: (abs(step - own), step))
    return next((each for step in by_distance if fits(each := _shade(colour, step, 1.0))), "")


def saturation(colour: str) -> float:
    """Return how far a colour is from grey: 0 to 1."""
    return _hls(colour)[2]


def _shade(colour: str, step: int, factor: float) -> str:
    hue, _lightness, own = _hls(colour)
    return "#" + "".join(f"{round(part * 255):02x}" for part in hls_to_rgb(hue, step / STEPS, min(1.0, own * factor)))


def _hls(colour: str) -> tuple[float, float, float]:
    return rgb_to_hls(*_parts(colour))


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue
