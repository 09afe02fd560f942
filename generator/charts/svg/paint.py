"""Pictures as pixels by ThorVG, which knows what our drawings are made of, and fonts of our own.

Arimo has the measures of Liberation Sans, which pictures in SVG name first.
"""

import re
from functools import cache

import numpy as np
from thorvg_python.base import Colorspace, Result
from thorvg_python.canvas.sw import SwCanvas
from thorvg_python.engine import Engine
from thorvg_python.paint.picture import Picture
from thorvg_python.paint.text import Text

from generator.charts.svg.flat import Flat, UnknownError, Words
from generator.charts.svg.painter import FONTS
from generator.charts.svg.palette import Pixels

POINTS = 0.75
"""Points of a pixel: sizes of letters are in points there."""

_COLOUR = re.compile("#([0-9a-fA-F]{6})")


def paint(flat: Flat, scale: int) -> Pixels:
    """Return the pixels of a picture that has a ground; `scale` of them for each unit.

    Raises UnknownError if the painter cannot read the shapes, or has no font or colour for the words.
    """
    engine, width, height = _engine(), flat.width * scale, flat.height * scale
    canvas = SwCanvas(engine)
    canvas.set_target(width, height, cs=Colorspace.ARGB8888)
    canvas.add(_shapes(engine, flat, scale))
    for words in flat.words:
        canvas.add(_letters(engine, words, scale))
    canvas.draw(clear=True)
    canvas.sync()
    canvas.destroy()
    pixels: Pixels = np.frombuffer(memoryview(canvas.buffer_arr or b""), dtype=np.uint32).reshape(height, width)
    pixels &= np.uint32(0xFFFFFF)  # all are opaque
    return pixels


@cache
def _engine() -> Engine:
    """Return the painter with its fonts, without threads, so that a process with it can be forked."""
    engine = Engine(threads=0)
    for font in sorted(FONTS.glob("*.ttf")):
        _sure(Text(engine).font_load(str(font)))
    return engine


def _shapes(engine: Engine, flat: Flat, scale: int) -> Picture:
    picture = Picture(engine)
    _sure(picture.load_data(flat.shapes, "svg", None, copy=True))
    picture.set_size(flat.width * scale, flat.height * scale)
    return picture


def _letters(engine: Engine, words: Words, scale: int) -> Text:
    text = Text(engine)
    _sure(text.set_font(f"Arimo-{words.style}"))
    text.set_size(words.size * scale * POINTS)
    text.set_text(words.text)
    text.set_color(*_colour(words.colour))
    text.align(words.anchor, 0.0)
    _, measures = text.get_text_metrics()
    text.translate(words.x * scale, words.y * scale - measures.ascent)
    return text


def _colour(written: str) -> tuple[int, int, int]:
    """Return red, green and blue of `#17191c`."""
    if not (found := _COLOUR.fullmatch(written)):
        raise UnknownError(written)
    red, green, blue = bytes.fromhex(found[1])
    return red, green, blue


def _sure(result: Result) -> None:
    if result is not Result.SUCCESS:
        raise UnknownError(result.name)
