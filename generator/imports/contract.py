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
    where: dict[str, str] = Field(default_factory=dict)
    value: str = ""
    lower: str = ""
    upper: str = ""
    unit: str = ""
    scale: Annotated[int, Field(ge=-12, le=15)] | None = None
    sheet: str = ""
    file: FileName | None = None


class ContractShape(StrictModel):
    """A contract as it is written in YAML."""

    reader: Reader
    dataset: str = ""
    url: Https | None = None
    file: FileName | None = None
    areas: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_-]*$")] = ""
    area: str = ""
    area_name: str = ""
    time: str = ""
    flag: str = ""
    note: str = ""
    name: str = ""
    sheet: str = ""
    header: Annotated[tuple[Line, ...], Field(min_length=1, max_length=5)] = (1,)
    encoding: NonEmpty = "utf-8"
    where: dict[str, str] = Field(default_factory=dict)
    years: tuple[Year, Year] | None = None
    split_year: SplitYear | None = None
    forecast_after: Year | Literal["none"] | None = None
    projections: Literal["leave", "keep"] = "leave"
    decimal: Literal[".", ","] = "."
    thousands: Literal["", ",", ".", " ", "'", "’"] = ""
    missing: tuple[str, ...] = ()
    flags: dict[str, Annotated[str, StringConstraints(pattern=r"^[A-Z]$")]] = Field(default_factory=dict)
    raw: Literal["", "keep"] = ""
    series: Annotated[dict[IndicatorId, SeriesShape], Field(min_length=1)]


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
