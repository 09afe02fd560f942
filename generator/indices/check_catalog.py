"""What can be wrong between a contract and the rest of the project.

Countries, groups, indicators, lists, licences.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.data.catalog import Catalog, Origin, Redistribution
from generator.data.dataset import Dataset
from generator.data.loading.codes import unknown_country
from generator.diagnostics import Location, suggest
from generator.indices.contract import Contract, Leaf
from generator.indices.findings import Finding
from generator.rules import Rule

SHARE_ALIKE = re.compile(r"(?<![A-Z])SA(?![A-Z])|ODbL|GPL|share.?alike", re.IGNORECASE)
"""Licences that bind what is made from the figures, by how they are named."""
WORDS = ("profiles", "all")


def check_countries(contract: Contract, dataset: Dataset) -> Iterator[Finding]:
    """Yield the codes that no country has, and a group that there is not."""
    listed = () if isinstance(contract.countries, str) else contract.countries
    for name, codes in (("countries", listed), ("exclude", contract.exclude)):
        for at, code in enumerate(codes):
            if code not in dataset.countries:
                fault = unknown_country(Location(path=""), code, dataset.countries)
                yield Finding(rule=fault.rule, place=(name, at), message=fault.message, hint=fault.hint)
    chosen = contract.countries
    if isinstance(chosen, str) and chosen not in WORDS and dataset.group_named(chosen) is None:
        names = (*WORDS, *dataset.group_names)
        hint = suggest(chosen, names, f"Write {', '.join(names[:8])}, or a list of codes.")
        yield Finding(
            rule=Rule.GROUP_UNKNOWN, place=("countries",), message=f"There is no group '{chosen}'.", hint=hint
        )


def check_indicators(contract: Contract, catalog: Catalog, results: Iterable[str]) -> Iterator[Finding]:
    """Yield the indicators that exist nowhere, and zeros that no list bears out."""
    known = {*catalog.indicators, *results}
    if contract.published and contract.published.indicator not in known:
        yield _unknown(("published", "indicator"), contract.published.indicator, known, ())
    for key in contract.live_leaves:
        leaf = contract.leaves[key]
        yield from (_unknown(place, name, known, (key,)) for place, name in named(leaf) if name not in known)
        indicator = catalog.indicators.get(leaf.indicator)
        if leaf.zero_if_absent and indicator and indicator.counted_from is None:
            place = ("indicators", key, "absent")
            message = f"'{leaf.indicator}' is not counted from a list: a country without a figure may have any."
            hint = "Take it away; only a complete list says that what it does not name is 0."
            yield Finding(rule=Rule.INDEX_ABSENT, place=place, message=message, hint=hint, entries=(key,))


def _unknown(place: tuple[str | int, ...], name: str, known: Iterable[str], entries: tuple[str, ...]) -> Finding:
    hint = suggest(name, sorted(known), "Describe it in data/catalog/indicators/ first.")
    message = f"There is no indicator '{name}'."
    return Finding(rule=Rule.INDEX_UNKNOWN_INDICATOR, place=place, message=message, hint=hint, entries=entries)


def named(leaf: Leaf) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the indicators that an entry names, each with its place."""
    own: tuple[str | int, ...] = ("indicators", leaf.key)
    yield (own if leaf.indicator == leaf.key else (*own, "indicator")), leaf.indicator
    for word, name in (("times", leaf.times), ("per", leaf.per)):
        if name:
            yield (*own, word), name


def check_licences(
    contract: Contract, used: Mapping[str, frozenset[str]], origins: Mapping[str, Origin]
) -> Iterator[Finding]:
    """Yield figures that may not be worked into others, and licences that bind the download."""
    for key in contract.live_leaves:
        for name in sorted(used.get(key, ())):
            origin = origins[name]
            place = ("indicators", key)
            if origin.redistribution is not Redistribution.YES:
                message = f"'{key}' uses figures of '{name}', which may be shown but not worked into others ({origin.license})."
                hint = "Leave it out, or take another origin."
                yield Finding(rule=Rule.INDEX_LICENCE, place=place, message=message, hint=hint, entries=(key,))
            elif is_share_alike(origin):
                message = (
                    f"'{key}' uses figures of '{name}': their licence, {origin.license}, holds for the whole download."
                )
                hint = "Say under 'known' that it may, or leave it out."
                yield Finding(rule=Rule.INDEX_SHARE_ALIKE, place=place, message=message, hint=hint, entries=(key,))


def is_share_alike(origin: Origin) -> bool:
    """Whether what is made from the origin's figures must be shared under the same licence."""
    return SHARE_ALIKE.search(origin.license) is not None


def strictest(origins: Iterable[Origin]) -> Origin | None:
    """Return the origin whose licence holds for figures made from all of them.

    Share-alike before terms before naming.
    """
    return max(origins, key=lambda origin: (_strictness(origin), origin.id), default=None)


def _strictness(origin: Origin) -> int:
    if is_share_alike(origin):
        return 3
    if re.search(r"CC0|public domain|^facts", origin.license, re.IGNORECASE):
        return 0
    return 1 if re.search(r"CC[ -]BY", origin.license, re.IGNORECASE) else 2
