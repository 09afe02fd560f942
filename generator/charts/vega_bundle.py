"""Vega, Vega-Lite and their embedding as one script of our own site, for readers who explore a chart."""

import hashlib
from functools import cache as once
from importlib.metadata import version

from generator.cache import Cache
from generator.charts.svg.renderer import renderer

SNIPPET = "export {vegaEmbed};"
"""The code that makes the bundle a module, to be imported on demand."""


def bundle_version() -> str:
    """Return what the bundle depends on."""
    return f"{version('vl-convert-python')}\n{SNIPPET}"


def bundle_path() -> str:
    """Return where the bundle lives: `assets/vega.1a2b3c4d.js`."""
    return f"assets/vega.{hashlib.sha256(bundle_version().encode()).hexdigest()[:8]}.js"


def bundle_of(cache: Cache) -> bytes:
    """Return the bundle, made now if the cache does not hold it."""
    key = hashlib.sha256(f"bundle\n{bundle_version()}".encode()).hexdigest()
    return cache.get_or(key, _bundle)


@once
def _bundle() -> bytes:
    bundle: str = renderer().javascript_bundle(SNIPPET)
    return bundle.encode()
