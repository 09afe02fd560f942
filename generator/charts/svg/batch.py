"""Drawing many charts: what the cache lacks, in processes of their own."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from generator.cache import Cache
from generator.charts.svg.render import drawing_key, render_svg

FEW = 64
"""Up to so many charts are drawn here before other processes have started."""

BATCH = 16


def draw(specs: Sequence[str], cache: Cache, workers: int, progress: Callable[[int, int], None]) -> int:
    """Draw the specifications that the cache lacks, put them there and return how many they were."""
    missing = [spec for spec in specs if cache.get(drawing_key(spec)) is None]
    for done, (spec, svg) in enumerate(zip(missing, _rendered(missing, workers), strict=True), start=1):
        cache.put(drawing_key(spec), svg.encode())
        progress(done, len(missing))
    return len(missing)


def drawn(spec: str, cache: Cache) -> bytes:
    """Return a specification as SVG without a name, from the cache or made now."""
    held = cache.get(drawing_key(spec))
    if held is None:
        held = render_svg(spec).encode()
        cache.put(drawing_key(spec), held)
    return held


def _rendered(specs: Sequence[str], workers: int) -> Iterator[str]:
    if workers == 1 or len(specs) <= FEW:
        yield from map(render_svg, specs)
        return
    # spawn: a process forked after the renderer was used hangs for ever
    with ProcessPoolExecutor(max_workers=workers, mp_context=get_context("spawn")) as executor:
        yield from executor.map(render_svg, specs, chunksize=BATCH)
