"""A chart as a file of its own: title, drawing, note, source and licence, in light colours."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from html import escape
from itertools import groupby
from textwrap import wrap
from urllib.parse import urlsplit

from generator.cache import Cache
from generator.charts.chart import Chart, Drawing
from generator.charts.svg.drawn import drawn
from generator.charts.svg.elements import NAMESPACE
from generator.charts.svg.painter import painter
from generator.messages import gettext as _

MARGIN = 16
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
"""The font that pictures are drawn in, and others of its measures."""

CHARACTER = 0.53
"""Width of an average letter in ems; bold ones are wider."""

FOOT = 11
"""Size of the small print."""

WIDER = 1.1
LEADING = 1.35
_VARIABLE = re.compile(r"var\(--([a-z0-9-]+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A chart with its words in place: its size, and the SVG inside."""

    width: int
    height: int
    inside: str

    def element(self, attributes: str) -> str:
        """Return the picture as an element with attributes of its own, `id="…"`; around it stands the font."""
        return f'<svg {attributes} width="{self.width}" height="{self.height}" role="img">{self.inside}</svg>'


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """Lines of text of one look; `ink` is the name of a colour."""

    text: str
    size: float
    ink: str
    bold: bool = False


def picture_svg(chart: Chart, palette: Mapping[str, str], address: str, cache: Cache) -> str:
    """Return the chart's widest drawing as a complete SVG file.

    `address`, without a scheme, is printed if it fits.
    """
    picture = plan_picture(chart, address, cache)
    attributes = f'xmlns="{NAMESPACE}" viewBox="0 0 {picture.width} {picture.height}" font-family="{FONT}"'
    return in_colours(f"{picture.element(attributes)}\n", palette)


def in_colours(svg: str, palette: Mapping[str, str]) -> str:
    """Return SVG with colours in place of their names; one without a name of ours is black."""
    return _VARIABLE.sub(lambda found: palette.get(found[1], "#000"), svg)


def plan_picture(chart: Chart, address: str, cache: Cache) -> Picture:
    """Return a chart's picture with the names of its colours."""
    drawing = chart.drawings[-1]
    lines, above = _lines(_head(chart), drawing.width, 0.0)
    below, height = _lines(_foot(chart, address, drawing.width), drawing.width, above + drawing.height)
    width, whole = drawing.width + 2 * MARGIN, round(height + MARGIN)
    inside = (
        f"<title>{escape(chart.title)}</title><desc>{escape(chart.description)}</desc>"
        f'<rect width="{width}" height="{whole}" fill="var(--paper)"/>{lines}{_drawing(drawing, above, cache)}{below}'
    )
    return Picture(width=width, height=whole, inside=inside)


def _head(chart: Chart) -> tuple[_Block, ...]:
    title = _Block(text=chart.title, size=17, ink="ink", bold=True)
    return (title, _Block(text=chart.subtitle, size=13, ink="ink-2"))


def _foot(chart: Chart, address: str, width: int) -> tuple[_Block, ...]:
    note = _("Note: {note}").format(note=chart.note) if chart.note else ""
    source = _("Data source: {source}. {license}").format(source=chart.source, license=chart.license)
    fits = len(address) * FOOT * CHARACTER <= width
    where = address if fits else urlsplit(f"//{address}").netloc
    return tuple(_Block(text=text, size=FOOT, ink="ink-3") for text in (note, source, where) if text)


def _lines(blocks: tuple[_Block, ...], width: int, top: float) -> tuple[str, float]:
    """Return the blocks one under another as text elements, and where they end."""
    parts: list[str] = []
    for look, alike in groupby(blocks, key=_look):
        parts.append(f"<g {look}>")
        for block, line in ((each, line) for each in alike for line in _wrapped(each, width)):
            top += block.size * LEADING
            parts.append(f'<text x="{MARGIN}" y="{top + MARGIN / 2:.1f}">{escape(line, quote=False)}</text>')
        parts.append("</g>")
    return "".join(parts), top + MARGIN


def _look(block: _Block) -> str:
    weight = ' font-weight="bold"' if block.bold else ""
    return f'font-size="{block.size:g}" fill="var(--{block.ink})"{weight}'


@lru_cache(maxsize=4096)  # sources, notes and addresses stand below many charts
def _wrapped(block: _Block, width: int) -> tuple[str, ...]:
    letter = block.size * CHARACTER * (WIDER if block.bold else 1)
    return tuple(wrap(block.text, int(width / letter), break_on_hyphens=False))


def _drawing(drawing: Drawing, top: float, cache: Cache) -> str:
    """Return the drawing as a group where it belongs; one of other measures is an element of its own."""
    svg, measures = drawn(drawing.spec, cache).decode(), f'<svg viewBox="0 0 {drawing.width} {drawing.height}"'
    if svg.startswith(measures) and svg.endswith("</svg>"):
        inside = svg.removeprefix(measures).removesuffix("</svg>")
        return f'<g transform="translate({MARGIN},{top:.1f})"{inside}</g>'
    place = f'x="{MARGIN}" y="{top:.1f}" width="{drawing.width}" height="{drawing.height}" overflow="visible"'
    return svg.replace("<svg ", f"<svg {place} ", 1)


def picture_key(svg: bytes) -> str:
    """Return the cache key of a picture's PNG."""
    return hashlib.sha256(painter().encode() + svg).hexdigest()


def picture_png(svg: bytes, cache: Cache) -> bytes:
    """Return a picture as PNG, from the cache or made now; equal SVG, equal pixels."""
    return cache.get_or(picture_key(svg), partial(make_png, svg))


def make_png(svg: bytes) -> bytes:
    """Return a picture as PNG."""
    from generator.charts.svg.png import png_of  # noqa: PLC0415 - start-up time: loads numpy and both painters

    return png_of(svg.decode())
