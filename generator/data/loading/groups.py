"""``data/groups.yaml`` to records: regions and organisations with their members."""

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import Field

from generator.data.countries import Country, Group, GroupKind
from generator.data.loading.codes import unknown_country
from generator.diagnostics import Diagnostic
from generator.rules import Rule
from generator.sources.files import Sources
from generator.sources.shapes import CountryCode, NonEmpty, Slug, StrictModel
from generator.sources.yaml_file import Located, parse_yaml
from generator.urls import slug_of

GROUPS = "data/groups.yaml"


class _Other(StrictModel):
    country: CountryCode
    """The code of a country that is no member."""
    role: NonEmpty
    """What it is instead: `observer`."""


class GroupShape(StrictModel):
    """A group as it is written."""

    title: NonEmpty
    """The full name."""
    short: str = ""
    """The name in lists: `EU`; without it the id in capitals."""
    kind: GroupKind
    """Whether it is a region or an organisation."""
    members: Annotated[tuple[CountryCode, ...], Field(min_length=1)]
    """The codes of its members."""
    others: tuple[_Other, ...] = ()
    """Countries that are no members, as observers."""
    source: str = ""
    """Where the list of members is from, shown beside it."""


def load_groups(sources: Sources, countries: Mapping[str, Country]) -> tuple[dict[str, Group], tuple[Diagnostic, ...]]:
    """Return the groups by id; without the file there are none."""
    source = sources.files.get(GROUPS)
    if source is None:
        return {}, ()
    located, problems = parse_yaml(source, dict[Slug, GroupShape])
    if located is None:
        return {}, problems
    faults = tuple(fault for name in located.value for fault in _check_group(located, name, countries))
    return {name: _group(name, shape, countries) for name, shape in located.value.items()}, faults


def _check_group(
    located: Located[dict[Slug, GroupShape]], name: str, countries: Mapping[str, Country]
) -> Iterator[Diagnostic]:
    """Yield a problem for an id that a region has and for each unknown or repeated code of a group."""
    shape = located.value[name]
    regions = {slug_of(country.region): country.region for country in countries.values()}
    if name in regions:
        message = f"'{name}' is the id of the region {regions[name]}, which has a page of its own."
        hint = f"Call the group otherwise, as '{name}-group'."
        where = located.location(name, key=True)
        yield Diagnostic(rule=Rule.CATALOG_INVALID, location=where, message=message, hint=hint)
    codes = [(("members", at), code) for at, code in enumerate(shape.members)]
    codes += [(("others", at, "country"), other.country) for at, other in enumerate(shape.others)]  # type: ignore[misc]  # places differ in depth
    for at, (place, code) in enumerate(codes):
        if code not in countries:
            yield unknown_country(located.location(name, *place), code, countries)
        elif code in [other for _place, other in codes[:at]]:
            message = f"'{code}' stands in this group twice."
            where = located.location(name, *place)
            yield Diagnostic(rule=Rule.CATALOG_INVALID, location=where, message=message, hint="Keep one of the two.")


def _group(name: str, shape: GroupShape, countries: Mapping[str, Country]) -> Group:
    """Return the group without unknown countries, which have been reported."""
    return Group(
        id=name,
        title=shape.title,
        short=shape.short or name.upper(),
        kind=shape.kind,
        members=tuple(code for code in shape.members if code in countries),
        others=tuple((other.country, other.role) for other in shape.others if other.country in countries),
        source=shape.source,
    )
