"""Rows of the observations: the kit's series that the catalog names, and what we count."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from generator.data.catalog import Catalog
from scripts.kit.counts import CULTURE, OUTSIDE, SHARED
from scripts.kit.files import read_rows

Row = tuple[str, str, str, str, str, str]
"""A row of an observations file: country, year, value, status, origin, note."""

SERIES, MORE_SERIES = "world/indicators.csv", "world/hdr_components.csv"
"""Files of the kit with rows of country, year, indicator and value; a kit may lack the second."""

EARLIER = "world/revisions.csv"
"""Earlier editions of a few series, with their vintage."""

FILLED = {"population": ("2023-09-19", "wdi_2023_09")}
"""The older edition of series whose newer copy lacks whole countries.

A program took Namibia's NA for nothing.
"""

NOTES = {
    ("visitor_arrivals", "KAZ", "1999"): "suspect: the receipts of the year have the same digits",
    ("tourism_receipts", "KAZ", "1999"): "suspect: the arrivals of the year have the same digits",
    ("world_heritage_sites", "SRB", "2019"): SHARED,
}

NO_NIL = {
    ("co2_intensity", "NRU"): "0 in the copy although carbon dioxide per head is not",
    ("co2_intensity", "TUV"): "0 in the copy although carbon dioxide per head is not",
}
"""Series whose zeros another series contradicts: the rows stay, with the note in place of the value."""


def observations(source: Path, catalog: Catalog) -> dict[str, list[Row]]:
    """Return the rows of every indicator that the catalog describes and the kit holds."""
    found: dict[str, list[Row]] = defaultdict(list)
    codes = {i.producer_code: i for i in catalog.indicators.values() if i.producer_code}
    more = source / MORE_SERIES
    for line in chain(read_rows(source / SERIES), read_rows(more) if more.exists() else ()):
        indicator = codes.get(line["indicator"])
        if indicator is not None:
            found[indicator.id].append(_row(catalog, indicator.id, line["iso3"], line["year"], line["value"]))
    for name in FILLED.keys() & found.keys():
        found[name] += _earlier(source, catalog, name, {row[0] for row in found[name]})
    for name, read in CULTURE.items():
        if name in catalog.indicators:
            found[name] = [_row(catalog, name, *values) for values in read(source)]
    return found


def _earlier(source: Path, catalog: Catalog, indicator: str, held: set[str]) -> Iterator[Row]:
    """Yield an earlier edition's rows of the countries that the newer copy does not have at all."""
    described, (vintage, origin) = catalog.indicators[indicator], FILLED[indicator]
    for line in read_rows(source / EARLIER) if (source / EARLIER).exists() else ():
        wanted = (line["indicator"], line["vintage"]) == (described.producer_code, vintage)
        if wanted and line["iso3"] not in held:
            yield line["iso3"], line["year"], line["value"], described.default_status, origin, ""


def _row(catalog: Catalog, indicator: str, country: str, year: str, value: str) -> Row:
    described = catalog.indicators[indicator]
    outside = OUTSIDE.get(indicator, {})
    if not value and country in outside:
        return country, year, "", "M", described.origins[0], outside[country]
    if value == "0" and (indicator, country) in NO_NIL:
        return country, year, "", "O", described.origins[0], NO_NIL[indicator, country]
    note = NOTES.get((indicator, country, year), "")
    return country, year, value, described.default_status if value else "L", described.origins[0], note
