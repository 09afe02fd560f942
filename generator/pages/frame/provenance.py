"""Where a page's figures came from, and who is named for them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.data.catalog import Indicator, Origin, sources_in_line
from generator.data.dataset import Dataset
from generator.data.memoised import memoised
from generator.formatting import format_date
from generator.messages import gettext as _
from generator.pages.records.parts import Field, SourceBlock

HOST = "github.com"
"""Where a repository's state has an address made of its commit."""

SHORT = 12
"""Digits of a commit that are printed."""


def origins_of(dataset: Dataset, used: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """Return the indicators of each origin, in catalog order, from pairs of origin and indicator id."""
    catalog, of = dataset.catalog, defaultdict[str, set[str]](set)
    for origin, indicator in used:
        of[origin].add(indicator)
    by_origin = {o: _in_order(catalog.indicators, of[o]) for o in catalog.origins if o in of}
    return {origin: indicators for origin, indicators in by_origin.items() if indicators}


def _in_order(known: Mapping[str, Indicator], used: set[str]) -> tuple[str, ...]:
    """Return those used in the order of the catalog; of most origins a page uses one indicator."""
    return tuple(used & known.keys()) if len(used) == 1 else tuple(i for i in known if i in used)


def plan_sources(dataset: Dataset, used: Iterable[tuple[str, str]]) -> tuple[SourceBlock, ...]:
    """Return a block for each origin used on a page, in catalog order."""
    return tuple(source_block(dataset, *item) for item in origins_of(dataset, used).items())


@memoised
def source_block(dataset: Dataset, origin_id: str, indicators: tuple[str, ...]) -> SourceBlock:
    """Return what is said of an origin on every page with these indicators of it."""
    origin = dataset.catalog.origins[origin_id]
    return SourceBlock(
        id=f"source-{origin_id.replace('_', '-')}",
        title=f"{origin.producer} – {origin.title}",
        description=origin.transformation,
        fields=_fields(origin),
        indicators=tuple(dataset.indicator(i).short_title or dataset.indicator(i).title for i in indicators),
    )


def _fields(origin: Origin) -> tuple[Field, ...]:
    """Return the fields in the order readers expect; what is not known is left out."""
    fields = (
        (_("Published by"), origin.producer, ""),
        (_("Vintage"), origin.vintage, ""),
        (_("Retrieved on"), format_date(origin.date_accessed) if origin.date_accessed else "", ""),
        (_("Retrieved from"), _copy(origin), _copy_address(origin)),
        (_("Producer’s page"), origin.url, origin.url),
        (_("Citation"), origin.citation, ""),
        (_("Licence"), origin.license, origin.license_url),
    )
    return tuple(Field(label=label, value=value, address=address) for label, value, address in fields if value)


def _copy(origin: Origin) -> str:
    if not origin.commit:
        return ""
    return _("{mirror}, commit {commit}").format(mirror=origin.retrieved_from, commit=origin.commit[:SHORT])


def _copy_address(origin: Origin) -> str:
    """Return the address of the copied state; empty if the mirror's host shows none."""
    seen = origin.retrieved_from.startswith(f"{HOST}/") and origin.commit
    return f"https://{origin.retrieved_from}/tree/{origin.commit[:SHORT]}" if seen else ""


def attributions(dataset: Dataset, used: Iterable[tuple[str, str]]) -> str:
    """Return attributions, `World Bank (2026); UNDP (2025)`; from four on `and other sources`."""
    origins = [dataset.catalog.origins[o] for o in origins_of(dataset, used)]
    return sources_in_line(tuple(dict.fromkeys(o.attribution for o in origins)))
