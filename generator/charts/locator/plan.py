"""The locator of a profile as a record of its country and its words; nothing is drawn yet."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.charts.map.plan import shape_key
from generator.data.dataset import Dataset
from generator.data.geo.geometry import Geometry
from generator.formatting import format_list
from generator.messages import gettext as _


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Atlas:
    """The source of all locators: shapes, and names of countries by shape key; `digest` covers both."""

    geometry: Geometry
    names: Mapping[str, str]
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Locator:
    """The place of a country: `borders` are the shape keys of its neighbours.

    `atlas` is the digest of the shapes it is drawn from.
    """

    title: str
    description: str
    caption: str
    """The caption on boundaries, in a few words."""
    key: str
    """The country's key among the shapes; empty without a shape."""
    longitude: float
    latitude: float
    borders: tuple[str, ...]
    atlas: str
    members: tuple[str, ...] = ()
    """The keys of a group's members, which stand in the country's place."""


def make_atlas(dataset: Dataset, geometry: Geometry) -> Atlas:
    """Return the geometry with the names of all countries and territories it may show."""
    names = {shape_key(country, geometry): country.name for country in dataset.countries.values()}
    named = "\n".join(f"{key} {name}" for key, name in sorted(names.items()))
    return Atlas(geometry=geometry, names=names, digest=hashlib.sha256((geometry.digest + named).encode()).hexdigest())


def plan_locator(dataset: Dataset, code: str, atlas: Atlas) -> Locator | None:
    """Return the locator of a country, or None where the geometry has no point for it."""
    country, geometry = dataset.countries[code], atlas.geometry
    if code not in geometry.points:
        return None
    borders = [dataset.countries[other] for other in country.neighbours if other in dataset.countries]
    names = format_list(tuple(sorted(other.name for other in borders)))
    longitude, latitude = geometry.points[code]
    return Locator(
        title=_("Map: {country}, {region}").format(country=country.name, region=country.region or _("the world")),
        description=_("Land neighbours: {names}.").format(names=names) if borders else _("No land neighbours."),
        caption=geometry.caption,
        key=shape_key(country, geometry),
        longitude=longitude,
        latitude=latitude,
        borders=tuple(sorted(shape_key(other, geometry) for other in borders)),
        atlas=atlas.digest,
    )


def plan_group_locator(dataset: Dataset, title: str, codes: Sequence[str], atlas: Atlas) -> Locator | None:
    """Return the map of a group's members among their neighbours, or None where no member has a shape."""
    keys = [shape_key(dataset.countries[code], atlas.geometry) for code in codes]
    shaped = tuple(sorted(key for key in keys if key in atlas.geometry.detail.rings))
    if not shaped:
        return None
    names = format_list(tuple(dataset.countries[code].name for code in codes))
    return Locator(
        title=_("Map: {group}").format(group=title),
        description=_("Members: {names}.").format(names=names),
        caption=atlas.geometry.caption,
        key="",
        longitude=0.0,
        latitude=0.0,
        borders=(),
        atlas=atlas.digest,
        members=shaped,
    )
