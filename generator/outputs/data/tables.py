"""Whole tables in `data/`: every observation, packed or as Parquet; every country with its codes."""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from generator.data.catalog import Origin
from generator.data.dataset import Dataset
from generator.data.memoised import memoised
from generator.pages.downloads.csv_rows import country_columns, csv_parts, csv_text, guard, has_intervals, tidy_rows
from generator.pages.downloads.indicator import Measured, indicator_used, measure

CODE_COLUMNS = ("country", "alpha2", "m49", "name", "official_name", "region")
"""The columns of the table of countries; `country` is the code that all files have."""

COUNTRIES_SOURCE = "https://github.com/mledoze/countries"
COUNTRIES_LICENCE = "https://opendatacommons.org/licenses/odbl/1-0/"
"""Where the list of countries that `profiles new` writes comes from in part, and its licence."""

Row = tuple[str, ...]

GZIP = zlib.MAX_WBITS | 16
"""The form of a file of gzip, with the largest window."""

BLOCK = 1 << 16
"""Bytes packed at once: two windows of zlib, which makes of them what it would make of the whole."""


def packed(texts: Iterable[str]) -> bytes:
    """Return a text packed with gzip; no name and no time is in it, so equal texts are equal bytes.

    Its parts are packed one after another: the whole of a large table takes much memory. Short matches are left to
    their letters, which packs digits in 6 % less.
    """
    packer = zlib.compressobj(6, zlib.DEFLATED, GZIP, zlib.DEF_MEM_LEVEL, zlib.Z_FILTERED)
    return b"".join((*(packer.compress(block) for block in _blocks(texts)), packer.flush()))


def _blocks(texts: Iterable[str]) -> Iterator[bytes]:
    rest = b""
    for text in texts:
        rest += text.encode()
        whole = len(rest) - len(rest) % BLOCK
        yield rest[:whole]
        rest = rest[whole:]
    yield rest


@memoised
def all_packed(dataset: Dataset) -> bytes:
    """Return every observation, `KAZ,population,2024,20592571,A,…`, in order of the catalog.

    It is made once: the file is measured before it is written.
    """
    return packed(csv_parts(country_columns(dataset), _all_rows(dataset)))


def _all_rows(dataset: Dataset) -> Iterator[Row]:
    intervals = has_intervals(dataset, dataset.observations)
    for indicator in dataset.catalog.indicators:
        if rows := dataset.preferred(indicator):
            places = range(len(rows.columns.years))
            yield from tidy_rows(rows.columns, places, intervals=intervals, named=True)


def all_parquet(dataset: Dataset) -> bytes:
    """Return every observation as Parquet; values are doubles, an absent one is NaN."""
    table = pd.DataFrame(list(_all_rows(dataset)), columns=list(country_columns(dataset)))
    table = table.assign(value=pd.to_numeric(table["value"]).astype("float64"), year=table["year"].astype("int16"))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "all.parquet"
        import_module("fastparquet").write(str(path), table, compression="GZIP", write_index=False)
        return path.read_bytes()


def countries_file(dataset: Dataset) -> str:
    """Return the name of the table of countries in `data/`: `countries.csv`, of regions `regions.csv`."""
    return f"{dataset.entities.path}.csv"


def countries_csv(dataset: Dataset) -> str:
    """Return the codes and names of every country and territory: `KAZ,KZ,398,Kazakhstan,…`."""
    countries = (dataset.countries[code] for code in sorted(dataset.countries))
    return csv_text(
        CODE_COLUMNS,
        ((c.code, c.alpha2, c.m49, guard(c.name), guard(c.official_name), guard(c.region)) for c in countries),
    )


@memoised
def origins_used(dataset: Dataset) -> Sequence[Origin]:
    """Return the origins of the observations, in order of the catalog."""
    used = {origin for indicator in dataset.catalog.indicators for origin, _i in indicator_used(dataset, indicator)}
    return tuple(origin for origin in dataset.catalog.origins.values() if origin.id in used)


@memoised
def measured_tables(dataset: Dataset) -> Mapping[str, Measured]:
    """Return how large the tables are, by name: `all.csv.gz`, `countries.csv`."""
    texts = {"all.csv.gz": all_packed(dataset), countries_file(dataset): countries_csv(dataset).encode()}
    return {name: measure(data) for name, data in texts.items()}
