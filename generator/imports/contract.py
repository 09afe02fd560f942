"""Contracts, ``data/imports/<origin>.yaml``: the reader, address and series of an origin."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.diagnostics import Location
from generator.imports.areas import COMMON
from generator.imports.periods import SplitYear
from generator.imports.query import Query
from generator.sources.files import Source
from generator.sources.shapes import IndicatorId, NonEmpty, StrictModel
from generator.sources.yaml_file import locate

__all__ = ("FOLDER", "RAW", "Contract", "ContractShape", "Reader")

FOLDER = "data/imports"
RAW = "data/raw"
"""Where files lie that a person downloads."""

Year = Annotated[int, Field(ge=1800, le=2200)]
Https = Annotated[str, StringConstraints(pattern=r"^https://[^\s@]+$")]
FileName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._ ()-]*$", max_length=200)]
Line = Annotated[int, Field(ge=1, le=1000)]


class Reader(StrEnum):
    """The kinds of replies that can be read."""

    WORLDBANK = "worldbank"
    WORLDBANK_CSV = "worldbank-csv"
    UIS = "uis"
    OWID = "owid"
    HDR = "hdr"
    SDMX_JSON = "sdmx-json"
    SDMX_CSV = "sdmx-csv"
    JSON_STAT = "json-stat"
    IMF_COMPACT = "imf-compact"
    TABLE = "table"


AREAS: Mapping[Reader, str] = {
    Reader.WORLDBANK: "worldbank",
    Reader.WORLDBANK_CSV: "worldbank",
    Reader.OWID: "owid",
    Reader.HDR: "undp",
    Reader.IMF_COMPACT: "imf",
}
"""The list of areas that a reader's replies need, where the contract names none."""


class SeriesShape(StrictModel):
    """One series of a contract: the producer's code, or what fixes its dimensions."""

    code: str = ""
    """The producer's code: `SP.POP.TOTL`; in a table without `value`, the column of figures."""
    where: dict[str, str] = Field(default_factory=dict)
    """Fixes dimensions or columns, each with its value, beside those of the contract or in their place."""
    value: str = ""
    """The column of figures of a table.

    Where it has a column for each year, what stands before the years: `hdi` in `hdi_1990`.
    """
    lower: str = ""
    """In a table, the column of the lower ends of intervals."""
    upper: str = ""
    """In a table, the column of the upper ends of them."""
    unit: str = ""
    """The unit that the producer's reply has to name, where it names one; another is an error."""
    scale: Annotated[int, Field(ge=-12, le=15)] | None = None
    """The power of ten that figures are multiplied by: 3 for thousands.

    Without it the one that the reply names.
    """
    sheet: str = ""
    """The sheet of the workbook; without it that of the contract."""
    file: FileName | None = None
    """The file of `data/raw/`; without it that of the contract."""


class ContractShape(StrictModel):
    """A contract as it is written in YAML."""

    reader: Reader
    """What the replies are; [the guide](../imports.md#a-contract) lists the readers."""
    dataset: str = ""
    """The number of the World Bank's database, or a chart of Our World in Data: `life-expectancy`."""
    url: Https | None = None
    """Where the data are, with `{code}` for the series' code; `worldbank` and `owid` know it themselves."""
    file: FileName | None = None
    """A file of `data/raw/` that has the data, in place of an address."""
    areas: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]*$")] = ""
    """The list of the producer's areas: `worldbank`, `eurostat`, `m49`.

    Without it the reader's own, if it has one.
    """
    area: str = ""
    """The dimension or column of areas; required for a table, else where the reader does not know it."""
    area_name: str = ""
    """In a table, the column of names that count where the code is empty."""
    time: str = ""
    """The dimension or column of years, where the reader does not know it.

    None where a table has a column for each.
    """
    flag: str = ""
    """In a table, the column of flags."""
    note: str = ""
    """In a table, the column of footnotes."""
    name: str = ""
    """Which data set of a bundle in JSON-stat."""
    sheet: str = ""
    """The sheet of a workbook; needed where it has several."""
    header: Annotated[tuple[Line, ...], Field(min_length=1, max_length=5)] = (1,)
    """The lines of a table that its header stands in, counted from 1."""
    encoding: NonEmpty = "utf-8"
    """How the letters of a table are written: `windows-1252` from older spreadsheets."""
    where: dict[str, str] = Field(default_factory=dict)
    """Fixes dimensions or columns of every series, each with its value."""
    years: tuple[Year, Year] | None = None
    """The first and the last year to be taken; without it 1800 to 2200."""
    split_year: SplitYear | None = None
    """Which year `2014/15` counts as; without it that is an error."""
    forecast_after: Year | Literal["none"] | None = None
    """The last year that is no projection, or `none`; required for `imf-compact`."""
    projections: Literal["leave", "keep"] = "leave"
    """Whether figures after that year are left out, or kept as forecasts."""
    decimal: Literal[".", ","] = "."
    """The sign before decimals."""
    thousands: Literal["", ",", ".", " ", "'", "’"] = ""
    """The sign between groups of three digits, if there is one."""
    missing: tuple[str, ...] = ()
    """What else stands where there is no figure, as `-`; `..`, `:`, `n/a` and the like are known."""
    flags: dict[str, Annotated[str, StringConstraints(pattern=r"^[A-Z]$")]] = Field(default_factory=dict)
    """The producer's own flags, each with the letter of SDMX that it means."""
    raw: Literal["", "keep"] = ""
    """`keep` packs the replies into `data/raw/` whenever a refresh changed figures."""
    series: Annotated[dict[IndicatorId, SeriesShape], Field(min_length=1)]
    """The series by the ids of their indicators."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contract:
    """A contract with the origin it is of and the file it stands in."""

    origin: str
    source: Source
    terms: ContractShape

    @property
    def lists(self) -> tuple[str, ...]:
        """The lists of areas in order of precedence: the origin's own, the scheme's, the common ones."""
        scheme = self.terms.areas or AREAS.get(self.terms.reader, "")
        return tuple(dict.fromkeys(name for name in (self.origin, scheme, *COMMON) if name))

    def file(self, indicator: str) -> str:
        """The file of data/raw/ that has a series, its own or the contract's; empty where it is asked for."""
        return self.terms.series[indicator].file or self.terms.file or ""

    def query(self, indicator: str) -> Query:
        """The question to the reader for one series."""
        terms, series = self.terms, self.terms.series[indicator]
        return Query(
            code=series.code,
            where={**terms.where, **series.where},
            dataset=terms.dataset,
            area=terms.area,
            area_name=terms.area_name,
            time=terms.time,
            value=series.value,
            lower=series.lower,
            upper=series.upper,
            flag=terms.flag,
            note=terms.note,
            sheet=series.sheet or terms.sheet,
            header=terms.header,
            encoding=terms.encoding,
            name=terms.name,
        )

    def location(self, *keys: str) -> Location:
        """The location of a key of the contract."""
        return locate(self.source, *keys)
