"""Vega, Vega-Lite and their embedding as one script of our own site, for readers who explore a chart."""

import hashlib
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Future
from contextlib import ExitStack, contextmanager, suppress
from functools import cache as once
from importlib.metadata import version

from generator.cache import Cache
from generator.charts.svg.renderer import renderer
from generator.state.pool import pool

SNIPPET = "export {vegaEmbed};"
"""The code that makes the bundle a module, to be imported on demand."""


@once
def bundle_version() -> str:
    """Return what the bundle depends on."""
    return f"{version('vl-convert-python')}\n{SNIPPET}"


def bundle_path() -> str:
    """Return where the bundle lives: `assets/vega.1a2b3c4d.js`."""
    return f"assets/vega.{hashlib.sha256(bundle_version().encode()).hexdigest()[:8]}.js"


def bundle_of(cache: Cache) -> bytes:
    """Return the bundle, made now if the cache does not hold it."""
    return cache.get_or(bundle_key(), _bundle)


def bundle_key() -> str:
    """Return the name under which caches keep the bundle."""
    return hashlib.sha256(f"bundle\n{bundle_version()}".encode()).hexdigest()


@contextmanager
def bundle_beside(cache: Cache) -> Iterator[Callable[[], None]]:
    """A function that has the bundle made where the cache lacks it; when the block ends, the cache has it.

    A process of its own makes it: that takes more than a second, and 90 MB which no other gives back.
    """
    made: list[Future[bytes]] = []
    with ExitStack() as beside:

        def begin() -> None:
            if not made and cache.get(bundle_key()) is None:
                with suppress(OSError, BrokenExecutor):
                    # a process that draws must not be forked from one with threads
                    executor = beside.enter_context(pool(1, "spawn"))
                    made.append(executor.submit(_bundle))

        yield begin
        for future in made:
            with suppress(OSError, BrokenExecutor):  # whoever needs the bundle makes it then
                cache.put(bundle_key(), future.result())


@once
def _bundle() -> bytes:
    bundle: str = renderer().javascript_bundle(SNIPPET)
    return bundle.encode()
