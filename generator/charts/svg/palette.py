"""Pixels with a palette: a seventh of the bytes, and areas in the colours they had."""

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from generator.charts.svg.painter import COLOURS, LONG

Pixels = NDArray[np.uint32]
"""Rows of colours, each one number: 0xRRGGBB."""

Numbers = NDArray[np.int64]

NEAR = 16
"""Steps of 256 between red, green or blue of two shades from which on they are two."""


def with_palette(pixels: Pixels) -> bytes:
    """Return rows of pixels as a PNG with a palette of their commonest colours."""
    runs, lengths = _runs(pixels)
    colours, found = _shades(runs, lengths)
    counts = np.bincount(found, weights=lengths)
    order = np.lexsort((colours, -counts))
    places = np.empty(len(colours), dtype=np.uint8)
    places[order] = _places(_parts(colours[order]))
    height, width = pixels.shape
    made = Image.frombytes("P", (width, height), np.repeat(places[found], lengths).tobytes())
    made.putpalette(_parts(colours[order[:COLOURS]]).astype(np.uint8).tobytes())
    written = io.BytesIO()
    made.save(written, "PNG", compress_level=6)
    return written.getvalue()


def pixels_of(png: bytes) -> Pixels:
    """Return the pixels of a PNG without transparency."""
    red, green, blue = np.moveaxis(np.asarray(Image.open(io.BytesIO(png)).convert("RGB")), 2, 0).astype(np.int64)
    pixels: Pixels = (red << 16 | green << 8 | blue).astype(np.uint32)
    return pixels


def _runs(pixels: Pixels) -> tuple[Numbers, Numbers]:
    """Return the colours of a picture run by run, and the length of each run; a drawing has few."""
    flat = pixels.ravel()
    starts = np.concatenate(([0], np.flatnonzero(flat[1:] != flat[:-1]) + 1))
    return flat[starts].astype(np.int64), np.diff(starts, append=len(flat))


def _shades(runs: Numbers, lengths: Numbers) -> tuple[Numbers, Numbers]:
    """Return the colours that are kept, and which of them each run has.

    Edges are of many shades that nobody tells apart: where a run is short, near ones become that of the longest run.
    """
    colours, found = np.unique(runs, return_inverse=True)
    longest = np.zeros(len(colours), dtype=np.int64)
    np.maximum.at(longest, found, lengths)
    shades = np.where(lengths < LONG, _leaders(colours, longest)[found], runs)
    kept = np.unique(shades)
    return kept, np.searchsorted(kept, shades)


def _leaders(colours: Numbers, weights: Numbers) -> Numbers:
    """Return for each colour the heaviest near it that has no heavier one near itself, or the colour."""
    leaders = colours.copy()
    left = np.lexsort((colours, -weights))
    while len(left):
        near = (np.abs(_parts(colours[left]) - _parts(colours[left[:1]])) < NEAR).all(axis=1)
        leaders[left[near]] = colours[left[0]]
        left = left[~near]
    return leaders


def _parts(colours: Numbers) -> Numbers:
    """Return red, green and blue of each colour."""
    return np.stack((colours >> 16, colours >> 8 & 255, colours & 255), axis=1)


def _places(colours: Numbers) -> NDArray[np.int64]:
    """Return the place in the palette of every colour; the commonest come first."""
    kept, rest = colours[:COLOURS], colours[COLOURS:]
    far = ((rest[:, None, :] - kept) ** 2).sum(axis=2)
    return np.concatenate((np.arange(len(kept)), far.argmin(axis=1) if len(rest) else np.empty(0, dtype=np.int64)))
