"""Pixels with a palette: a seventh of the bytes, and up to 256 colours the same picture."""

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image

COLOURS = 256
"""Room of a palette: of more colours the commonest are kept, the rest become the nearest of them."""

Numbers = NDArray[np.uint32]
"""Colours as one number each: 0xRRGGBB."""


def with_palette(png: bytes) -> bytes:
    """Return a PNG without transparency with a palette of its commonest colours."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    pixels = _numbers(np.asarray(picture, dtype=np.uint32).reshape(-1, 3))
    colours = _by_frequency(picture)
    made = Image.frombytes("P", picture.size, _places(colours)[pixels].tobytes())
    made.putpalette(colours[:COLOURS].astype(np.uint8).tobytes())
    written = io.BytesIO()
    made.save(written, "PNG", compress_level=6)
    return written.getvalue()


def _numbers(colours: Numbers) -> Numbers:
    return colours @ np.array((1 << 16, 1 << 8, 1), dtype=np.uint32)


def _by_frequency(picture: Image.Image) -> Numbers:
    """Return the colours of a picture, the commonest first."""
    found = picture.getcolors(picture.width * picture.height) or []
    return np.array([colour for _, colour in sorted(found, key=lambda each: (-each[0], each[1]))], dtype=np.uint32)


def _places(colours: Numbers) -> NDArray[np.uint8]:
    """Return the place in the palette of every colour, by its number."""
    places = np.zeros(1 << 24, dtype=np.uint8)
    kept, rest = colours[:COLOURS].astype(np.int64), colours[COLOURS:].astype(np.int64)
    places[_numbers(colours[:COLOURS])] = np.arange(len(kept))
    if len(rest):
        far = ((rest[:, None, :] - kept) ** 2).sum(axis=2)
        places[_numbers(colours[COLOURS:])] = far.argmin(axis=1)
    return places
