"""Pixels with a palette: a seventh of the bytes, and up to 256 colours the same picture."""

from __future__ import annotations  # start-up time: numpy is loaded where it computes

import io
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from PIL import Image

COLOURS = 256
"""Room of a palette: of more colours the commonest are kept, the rest become the nearest of them."""

if TYPE_CHECKING:
    from numpy.typing import NDArray

Numbers: TypeAlias = "NDArray[np.int64]"
"""Colours as one number each: 0xRRGGBB."""


def with_palette(png: bytes) -> bytes:
    """Return a PNG without transparency with a palette of its commonest colours."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    pixels, lengths = _runs(picture)
    colours, found = np.unique(pixels, return_inverse=True)
    counts = np.bincount(found, weights=lengths)
    order = np.lexsort((colours, -counts))
    places = np.empty(len(colours), dtype=np.uint8)
    places[order] = _places(_parts(colours[order]))
    made = Image.frombytes("P", picture.size, np.repeat(places[found], lengths).tobytes())
    made.putpalette(_parts(colours[order[:COLOURS]]).astype(np.uint8).tobytes())
    written = io.BytesIO()
    made.save(written, "PNG", compress_level=6)
    return written.getvalue()


def _runs(picture: Image.Image) -> tuple[Numbers, Numbers]:
    """Return the colours of a picture run by run, and the length of each run; a drawing has few."""
    red, green, blue = (np.asarray(band, dtype=np.int32).ravel() for band in picture.split())
    pixels = red << 16 | green << 8 | blue
    starts = np.concatenate(([0], np.flatnonzero(pixels[1:] != pixels[:-1]) + 1))
    return pixels[starts].astype(np.int64), np.diff(starts, append=len(pixels))


def _parts(colours: Numbers) -> Numbers:
    """Return red, green and blue of each colour."""
    return np.stack((colours >> 16, colours >> 8 & 255, colours & 255), axis=1)


def _places(colours: Numbers) -> NDArray[np.int64]:
    """Return the place in the palette of every colour; the commonest come first."""
    kept, rest = colours[:COLOURS], colours[COLOURS:]
    far = ((rest[:, None, :] - kept) ** 2).sum(axis=2)
    return np.concatenate((np.arange(len(kept)), far.argmin(axis=1) if len(rest) else np.empty(0, dtype=np.int64)))
