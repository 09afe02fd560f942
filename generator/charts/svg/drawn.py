"""Drawings kept in the cache under keys that follow the code that draws, and named for a page."""

import hashlib
import re
from functools import cache, lru_cache, partial
from html import escape
from importlib.metadata import version

from generator.cache import Cache
from generator.charts.chart import Chart, Drawing
from generator.charts.svg.make import make_svg
from generator.charts.svg.render import ID, VEGA_LITE
from generator.state.modules import modules_digest

LIBRARIES = ("vl-convert-python", "lxml")
"""What draws besides this program’s own modules."""
_QUOTED = re.compile(r'="([!#-&(-;?-_a-z|~]+)"(?=[ >])')
"""A value that HTML may have without quotes; no text of a drawing has a quote as it is."""


@cache
def _version() -> str:
    """Return a digest of all a drawing depends on besides its specification."""
    libraries = [version(name) for name in LIBRARIES]
    return f"{libraries}/{VEGA_LITE}/{modules_digest(make_svg.__module__)}"


@lru_cache(maxsize=1024)  # a drawing is looked for, read, and named by the files it is in
def drawing_key(spec: str) -> str:
    """Return the cache key of a drawing."""
    return hashlib.sha256(f"{_version()}\n{spec}".encode()).hexdigest()


def drawn(spec: str, cache: Cache) -> bytes:
    """Return a specification as SVG without a name, from the cache or made now."""
    return cache.get_or(drawing_key(spec), partial(make_svg, spec))


def svg_of(drawing: Drawing, chart: Chart, cache: Cache) -> str:
    """Return the drawing as SVG for a page, with title and description; from the cache if it is there."""
    return _named(drawn(drawing.spec, cache), f"{chart.id}-{drawing.width}", chart)


def _named(svg: bytes, name: str, chart: Chart) -> str:
    start, _, rest = _QUOTED.sub(r"=\1", svg.decode()).replace(ID, name).partition(">")
    inside = rest or "</svg>"
    title, desc = (escape(text, quote=False) for text in (chart.title, chart.description))
    return (
        f'{start.removesuffix("/")} role="img" aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">{title}</title><desc id="{name}-desc">{desc}</desc>{inside}'
    )
