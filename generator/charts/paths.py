"""Shorter path data for SVG."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

_STEP = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")


def shorten_path(data: str) -> str:
    """Return path data to a tenth of a pixel, lines as steps from point to point: `M0,45.2l6.7-1.9,6.8-1.8`.

    Steps are differences of rounded places, so that no error adds up. Only moves and lines are told as steps.
    """
    steps = [(kind, [round(float(n) * 10) for n in _NUMBER.findall(rest)]) for kind, rest in _STEP.findall(data)]
    if any(kind not in "MLZ" for kind, _ in steps):
        return _NUMBER.sub(lambda found: _tenths(round(float(found[0]) * 10)), data)
    pieces, before, last = [], [0, 0], ""
    for kind, place in steps:
        if kind == "L":
            pair = _pair(place[0] - before[0], place[1] - before[1])
            pieces.append(_next(pair) if last == "L" else f"l{pair}")
        else:
            pieces.append(kind + (_pair(*place) if place else ""))
        before, last = place or before, kind
    return "".join(pieces)


def write_line(places: Sequence[tuple[int, int]]) -> str:
    """Return the path through places in tenths of a pixel, as `shorten_path` would write it: `M0,45.2l6.7-1.9,6.8-1.8`."""
    steps = [_pair(x - left, y - above) for (left, above), (x, y) in pairwise(places)]
    return f"M{_pair(*places[0])}l{steps[0]}{''.join(map(_next, steps[1:]))}"


def _next(pair: str) -> str:
    """Return a step that follows another: a minus sign parts them as well as a comma."""
    return pair if pair.startswith("-") else f",{pair}"


@lru_cache(maxsize=65_536)  # the same few steps make up most lines
def _pair(across: int, down: int) -> str:
    x, y = _tenths(across), _tenths(down)
    return f"{x}{y}" if y.startswith("-") else f"{x},{y}"


def _tenths(value: int) -> str:
    whole, rest = divmod(abs(value), 10)
    text = f"{whole or ''}.{rest}" if rest else str(whole)
    return f"-{text}" if value < 0 else text
