"""The letters that the font of pictures has; a text with others is not drawn as pixels.

They are those of Liberation Sans 2.00.1, which the renderer has, and the painter's Arimo has them too. For others, Chinese,
Arabic, emoji, a box would be drawn. Pages and SVG are drawn with a reader's own fonts.
"""

from collections.abc import Iterable
from itertools import chain

from generator.charts.chart import Chart, leads

RANGES = (
    "20-7e a0-36f 374-375 37a-37e 384-38a 38c 38e-3a1 3a3-3ce 3d0-513 51a-51d 1e00-1e9b 1e9e 1ea0-1ef9 1f00-1f15 1f18-1f1d "
    "1f20-1f45 1f48-1f4d 1f50-1f57 2000-200a 2012-2022 2026 2030 2032-2034 2039-203a 2044 2074-2075 2077-2078 207f 2080-2089 "
    "20a0-20b5 2105 2113 2116-2117 2122 2126 212e 2153-2154 215b-215e 2190-2195 2202 2206 220f 2211-2212 2215 2219-221a "
    "221e-221f 2229 222b 2248 2260-2261 2264-2265 25cf"
)
"""Code points, ends included: Latin, Greek, Cyrillic, signs. Subscript figures are made of others."""


def _letters(first: str, _dash: str, last: str) -> Iterable[str]:
    return map(chr, range(int(first, 16), int(last or first, 16) + 1))


KNOWN = frozenset(chain.from_iterable(_letters(*part.partition("-")) for part in RANGES.split()))
BREAKS = frozenset("\t\n\r")


def can_be_painted(chart: Chart) -> bool:
    """Whether every letter of a chart's picture, in the drawing and around it, is in the font of pictures."""
    around = (chart.title, chart.subtitle, chart.source, chart.license, chart.note)
    return all(map(_is_known, (*around, chart.drawings[-1].spec)))


def _is_known(text: str) -> bool:
    """Whether the font has every letter; what one sees of ASCII it has, which is found at once."""
    return (text.isascii() and text.isprintable()) or KNOWN.issuperset(set(text) - BREAKS)


def has_png(chart: Chart) -> bool:
    """Whether a page offers a chart as PNG: one that leads its section, if its letters can be painted."""
    return leads(chart) and can_be_painted(chart)
