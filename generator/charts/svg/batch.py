"""Many charts and pictures at once: what the cache lacks, made in processes of their own."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from generator.cache import Cache
from generator.charts.svg.drawn import drawing_key
from generator.charts.svg.make import make_svg
from generator.charts.svg.picture import make_png, picture_key
from generator.state.pool import pool

FEW_CHARTS, FEW_PICTURES = 1000, 64
"""As many are made here before other processes have started."""

Item = TypeVar("Item", str, bytes)
Progress = Callable[[int, int], None]
"""Called with how many are done, out of how many."""


def draw_missing(specs: Sequence[str], cache: Cache, workers: int, progress: Progress) -> frozenset[str]:
    """Draw the specifications missing in the cache, store them and return their keys."""
    missing = _missing({drawing_key(spec): spec for spec in specs}, cache)
    _keep(missing, _map(make_svg, list(missing.values()), workers, FEW_CHARTS), cache, progress)
    return frozenset(missing)


def paint(pictures: Iterable[bytes], cache: Cache, workers: int, progress: Progress) -> int:
    """Make the PNGs of pictures in SVG that the cache lacks, put them there and return how many they were."""
    missing = _missing({picture_key(svg): svg for svg in pictures}, cache)
    return _keep(missing, _map(make_png, list(missing.values()), workers, FEW_PICTURES), cache, progress)


def _missing(wanted: Mapping[str, Item], cache: Cache) -> dict[str, Item]:
    return {key: item for key, item in wanted.items() if cache.get(key) is None}


def _keep(keys: Mapping[str, object], made: Iterator[bytes], cache: Cache, progress: Progress) -> int:
    for done, (key, data) in enumerate(zip(keys, made, strict=True), start=1):
        cache.put(key, data)
        progress(done, len(keys))
    return len(keys)


def _map(make: Callable[[Item], bytes], items: Sequence[Item], workers: int, few: int) -> Iterator[bytes]:
    if workers == 1 or len(items) <= few:
        yield from map(make, items)
        return
    # spawn: a process forked after the renderer was used hangs for ever
    with pool(workers, "spawn") as executor:
        yield from executor.map(make, items, chunksize=max(1, few // 16))
