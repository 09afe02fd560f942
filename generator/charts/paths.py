"""Shorter path data for SVG."""

import re

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
            step = [place[0] - before[0], place[1] - before[1]]
            pair = _pair(step)
            pieces.append(("" if pair.startswith("-") else ",") + pair if last == "L" else f"l{pair}")
        else:
            pieces.append(kind + (_pair(place) if place else ""))
        before, last = place or before, kind
    return "".join(pieces)


def _pair(place: list[int]) -> str:
    x, y = map(_tenths, place)
    return f"{x}{y}" if y.startswith("-") else f"{x},{y}"


def _tenths(value: int) -> str:
    whole, rest = divmod(abs(value), 10)
    text = f"{whole or ''}.{rest}" if rest else str(whole)
    return f"-{text}" if value < 0 else text
