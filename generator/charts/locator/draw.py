"""The drawing of a locator: land, the country, names of neighbours; about 2 KB of SVG, gzipped."""

import hashlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from itertools import groupby

from generator.cache import Cache
from generator.charts.locator.globe import Globe, make_globe
from generator.charts.locator.grid import COLUMNS, ROWS
from generator.charts.locator.labels import FEW, LINE, Label, Land, place_names
from generator.charts.locator.plan import Atlas, Locator
from generator.charts.locator.sphere import EARTH, Flat, View, area, vector
from generator.charts.locator.view import HEIGHT, WIDTH, view_of_all, views, zoom_of
from generator.charts.map.frame import caps_of, frame_of
from generator.charts.map.plan import world_paths
from generator.charts.svg.paths import path_data
from generator.data.geo.topology import Levels, levels_of, rings
from generator.state.modules import modules_digest

LEVELS = (4.4, 7.4, 12.6, 21.4, 36.0)
"""Kilometres to the unit for which outlines are kept ready, each in as few points as it takes."""

TOLERANCE, DEGREE = 0.95, 111.2
"""Units that an outline may be off; kilometres in a degree of latitude."""

RING = 9
MARK = (COLUMNS // 2 - 4, ROWS // 2 - 4, COLUMNS // 2 + 4, ROWS // 2 + 4)
"""The cells around the ring of a tiny country."""


def locator_svg(locator: Locator, atlas: Atlas, cache: Cache) -> str:
    """Return the locator as SVG for a page; drawn now if not cached."""
    place = (
        locator.key,
        str(locator.longitude),
        str(locator.latitude),
        *locator.borders,
        "members",
        *locator.members,
        atlas.digest,
        modules_digest(__name__),
    )
    key = hashlib.sha256("\n".join(("locator", *place)).encode()).hexdigest()
    drawn = cache.get_or(key, lambda: draw_locator(locator, atlas).encode())
    words = (
        f'<title id="map-title">{escape(locator.title)}</title><desc id="map-desc">{escape(locator.description)}</desc>'
    )
    box = f"{-WIDTH // 2} {-HEIGHT // 2} {WIDTH} {HEIGHT}"
    size = f'width="{WIDTH}" height="{HEIGHT}"'
    return f'<svg viewBox="{box}" {size} role="img" aria-labelledby="map-title map-desc">{words}{drawn.decode()}</svg>'


def draw_locator(locator: Locator, atlas: Atlas) -> str:
    """Return the drawing without title and description: the nearest view with room for two names."""
    if locator.members:
        return _draw_members(locator, atlas)
    main = _globe(atlas, LEVELS[0] * _zoom(atlas)).main.get(locator.key, ())
    drawn, most, ringed = "", 0, True
    for view, tiny in views(main, vector((locator.longitude, locator.latitude)), _zoom(atlas)):
        if tiny and most and not ringed:
            break  # a shape beside one name tells more than a ring beside two
        lands = _lands(view, atlas, locator.key)
        labels = _named(locator, lands, tiny=tiny)
        if len(labels) > most or not most:
            drawn, most, ringed = _drawn(lands, locator.key, labels, tiny=tiny), len(labels), tiny
        if most >= FEW:
            break
    return drawn


def _draw_members(locator: Locator, atlas: Atlas) -> str:
    """Return the members among their neighbours; those of a group around the world, on the world map."""
    globe = _globe(atlas, LEVELS[-1] * _zoom(atlas))
    main = [cap for key in locator.members for cap in globe.main.get(key, ())]
    view = view_of_all(main, _zoom(atlas)) if main else None
    if view is None:
        return _draw_world(locator, atlas)
    lands = _lands(view, atlas, "")
    members = {key: land for key, land in lands.items() if key in locator.members}
    others = [ring for key, land in lands.items() if key not in members for ring in land.rings]
    around = sorted(
        (land for key, land in lands.items() if key not in members and land.name), key=lambda land: -land.area
    )
    labels = place_names((), around, tuple(lands.values()))
    outlines = "".join(_path("own member", land.rings) for _key, land in sorted(members.items()))
    return f"{_path('land', others)}{outlines}{_texts(labels)}"


def _draw_world(locator: Locator, atlas: Atlas) -> str:
    paths = world_paths(atlas.geometry)
    others = "".join(path for key, path in paths.items() if key not in locator.members)
    own = "".join(path for key, path in paths.items() if key in locator.members)
    frame = frame_of(atlas.geometry)
    scale = WIDTH / frame.width
    top = -round(frame.height * scale / 2)
    place = f"translate({-WIDTH // 2},{top}) scale({scale})"
    return f'<g class="world" transform="{place}"><path class="land" d="{others}"/><path class="own member" d="{own}"/></g>'


def _named(locator: Locator, lands: Mapping[str, Land], *, tiny: bool) -> tuple[Label, ...]:
    """Return the names of neighbours, the largest on the drawing first."""
    found = sorted(lands.items(), key=lambda pair: (-pair[1].area, pair[0]))
    named = [(key, land) for key, land in found if land.name and key != locator.key]
    borders = [land for key, land in named if key in locator.borders]
    others = [land for key, land in named if key not in locator.borders]
    return place_names(borders, others, tuple(lands.values()), (MARK,) if tiny else ())


def _drawn(lands: Mapping[str, Land], key: str, labels: Sequence[Label], *, tiny: bool) -> str:
    others = [ring for other, land in lands.items() if other != key for ring in land.rings]
    own = _path("own", lands[key].rings) if key in lands else ""
    mark = f'<circle class="ring" r="{RING}"/><circle class="dot" r="1.5"/>' if tiny else ""
    return f"{_path('land', others)}{own}{mark}{_texts(labels)}"


@lru_cache(maxsize=1)
def _zoom(atlas: Atlas) -> float:
    """Return how much nearer than the world a project's own outlines are seen."""
    return zoom_of(caps_of(atlas.geometry)) if atlas.geometry.own else 1.0


@lru_cache(maxsize=1)
def _levels(atlas: Atlas) -> Levels:
    """Return the outlines to be simplified for each of the scales."""
    return levels_of(atlas.geometry.detail, TOLERANCE * LEVELS[0] * _zoom(atlas) / DEGREE)


@lru_cache(maxsize=len(LEVELS))
def _globe(atlas: Atlas, level: float) -> Globe:
    """Return the outlines of all countries, simplified for a scale in kilometres per unit."""
    return make_globe(rings(_levels(atlas).simplified(TOLERANCE * level / DEGREE)))


def _lands(view: View, atlas: Atlas, own: str) -> dict[str, Land]:
    """Return the visible part of each country."""
    levels = [level * _zoom(atlas) for level in LEVELS]
    level = max((level for level in levels if level <= EARTH / view.scale * 1.01), default=levels[0])
    found = {}
    for key, group in groupby(_globe(atlas, level).seen(view, own), key=lambda each: each.key):
        outlines = list(group)
        main = tuple(each.ring for each in outlines if each.is_main)
        name, size = atlas.names.get(key, ""), sum(map(_area, main))
        found[key] = Land(name=name, rings=tuple(each.ring for each in outlines), main=main, area=size)
    return found


def _area(ring: Sequence[Flat]) -> float:
    return area([*ring, ring[0]])


def _path(kind: str, rings: Sequence[Sequence[Flat]]) -> str:
    """Return outlines as one path in whole units, which are finer than the tolerance."""
    data = "".join(map(path_data, rings))
    return f'<path class="{kind}" d="{data}"/>' if data else ""


def _texts(labels: Sequence[Label]) -> str:
    return "".join(_text(label) for label in labels)


def _text(label: Label) -> str:
    if len(label.lines) == 1:
        return f'<text x="{label.x}" y="{label.y}">{escape(label.lines[0])}</text>'
    spans = (
        f'<tspan x="{label.x}" y="{label.y + n * LINE}">{escape(line)}</tspan>' for n, line in enumerate(label.lines)
    )
    return f"<text>{''.join(spans)}</text>"
