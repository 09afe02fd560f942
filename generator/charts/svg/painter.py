"""What pixels depend on besides the SVG: a change of it makes every picture anew."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from generator.state.modules import modules_digest

SCALE = 2
"""Pixels of a PNG for each unit of the drawing."""

COLOURS = 256
"""Room of a palette: of more colours the commonest are kept, the rest become the nearest of them."""

LONG = 8
"""Pixels of one colour side by side that are an area, not an edge."""

FONTS = Path(__file__).parent / "fonts"
LIBRARIES = ("thorvg-python", "vl-convert-python", "pillow")


@cache
def painter() -> str:
    """Return versions of the libraries that paint, and digests of the code that uses them and of fonts."""
    fonts = hashlib.sha256(b"".join(font.read_bytes() for font in sorted(FONTS.glob("*.ttf")))).hexdigest()
    return f"{' '.join(map(version, LIBRARIES))}\n{modules_digest('generator.charts.svg.png')}\n{fonts}\n"
