"""Shorter path data for SVG."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from generator.data.geo.line import kept_points

_STEP = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_NUMBER = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")

UNSEEN = 0.7
"""Pixels by which a simplified line may miss a point, besides rounding: too few to be seen."""

GRAIN = 10
"""Tenths of a pixel to which the points of a line are rounded: whole pixels. Outlines: one."""

Tenths = tuple[int, int]
"""Tenths of a pixel, from the left and from above."""

Pixel = tuple[int, int]
"""Whole pixels, from the left and from above."""


def shorten_path(data: str) -> str:
    """Return short path data, lines as steps from point to point: `M0,45l6-1,7-2`.

    A line loses the points that it passes by less than an eye sees; an outline that closes keeps all.
    Steps are differences of rounded places, so that no error adds up.
    """
    steps = [(kind, tuple(map(float, _NUMBER.findall(rest)))) for kind, rest in _STEP.findall(data)]
    if any(kind not in "MLZ" for kind, _ in steps):
        return _NUMBER.sub(lambda found: tenths(round(float(found[0]) * 10)), data)
    return "".join(map(_run, _runs(steps)))


def _runs(steps: Sequence[tuple[str, tuple[float, ...]]]) -> Iterator[Sequence[tuple[str, tuple[float, ...]]]]:
    """Yield the steps of each line: a move and what follows it."""
    starts = [at for at, (kind, _) in enumerate(steps) if kind == "M"]
    for start, end in pairwise([*starts, len(steps)]):
        yield steps[start:end]


def _run(steps: Sequence[tuple[str, tuple[float, ...]]]) -> str:
    points = [(place[0], place[1]) for kind, place in steps if kind != "Z"]
    if steps[-1][0] == "Z":
        return write_line([_rounded(point, 1) for point in points]) + "Z"
    return line_path(points)


def line_path(points: Sequence[tuple[float, float]]) -> str:
    """Return the path along a line in whole pixels, without the points that an eye does not miss."""
    return write_line([_rounded(points[at], GRAIN) for at in kept_points(points, UNSEEN)])


def _rounded(point: tuple[float, float], grain: int) -> Tenths:
    return round(point[0] * 10 / grain) * grain, round(point[1] * 10 / grain) * grain


def write_line(places: Sequence[Tenths]) -> str:
    """Return the path through places: `M0,45.2l6.7-1.9,6.8-1.8`."""
    steps = [pair(x - left, y - above) for (left, above), (x, y) in pairwise(places)]
    return f"M{pair(*places[0])}" + (f"l{steps[0]}{''.join(map(_following, steps[1:]))}" if steps else "")


def _following(step: str) -> str:
    return step if step.startswith("-") else f",{step}"


@lru_cache(maxsize=65_536)  # the same few steps make up most lines
def pair(across: int, down: int) -> str:
    """Return two lengths in tenths of a pixel: `6.7-1.9`; a minus sign parts them as well as a comma."""
    x, y = tenths(across), tenths(down)
    return f"{x}{y}" if y.startswith("-") else f"{x},{y}"


def tenths(value: int) -> str:
    """Return a length as it is written: `6.7`, `-.5`."""
    whole, rest = divmod(abs(value), 10)
    text = f"{whole or ''}.{rest}" if rest else str(whole)
    return f"-{text}" if value < 0 else text


def path_data(points: Iterable[tuple[float, float]]) -> str:
    """Return a closed outline in whole relative units, `M10 20h5l-5 5z`; empty below a triangle."""
    whole: list[Pixel] = []
    for x, y in points:
        pixel = (round(x), round(y))
        if not whole or pixel != whole[-1]:
            whole.append(pixel)
    if whole and whole[0] == whole[-1]:
        whole.pop()
    if len(whole) < 3:  # noqa: PLR2004 - two points enclose nothing
        return ""
    return f"M{whole[0][0]} {whole[0][1]}{''.join(_steps(whole))}z".replace(" -", "-")


def _steps(places: Sequence[Pixel]) -> Iterator[str]:
    """Yield each step from place to place, with a letter where it is of another kind than the one before."""
    before = ""
    for (left, above), (x, y) in pairwise(places):
        across, down = x - left, y - above
        kind = "l" if across and down else "h" if across else "v"
        yield f"{' ' if kind == before else kind}{across if kind != 'v' else down}{f' {down}' if kind == 'l' else ''}"
        before = kind
