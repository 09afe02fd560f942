"""Contracts, ``data/imports/<origin>.yaml``: the reader, address and series of an origin."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.data.catalog import Catalog, Redistribution
from generator.diagnostics import Diagnostic, Location
from generator.imports.areas import COMMON
from generator.imports.periods import SplitYear
from generator.imports.query import Query
from generator.rules import Rule
from generator.sources.files import Source, Sources
from generator.sources.shapes import IndicatorId, NonEmpty, StrictModel
from generator.sources.yaml_file import locate, parse_yaml

__all__ = ("FOLDER", "RAW", "Contract", "ContractShape", "Reader", "load_contracts")

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
ADDRESSED = (Reader.WORLDBANK, Reader.OWID)
"""Readers that know the producer's address from the code or the data set."""
PROJECTING = (Reader.IMF_COMPACT,)
"""Readers of figures for years to come: their contracts must say where projections begin."""


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


def load_contracts(sources: Sources, catalog: Catalog) -> tuple[dict[str, Contract], tuple[Diagnostic, ...]]:
    """Return the sound contracts by origin, and everything wrong with the others."""
    found: dict[str, Contract] = {}
    problems: list[Diagnostic] = []
    for source in contract_files(sources):
        located, faults = parse_yaml(source, ContractShape)
        if located is None:
            problems += faults
            continue
        contract = Contract(origin=PurePosixPath(source.path).stem, source=source, terms=located.value)
        if faults := tuple(_check(contract, catalog)):
            problems += faults
        else:
            found[contract.origin] = contract
    return found, tuple(problems)


def contract_files(sources: Sources) -> Iterator[Source]:
    """Yield the files of contracts: all that stand in the folder itself."""
    return (source for source in sources.under(FOLDER, ".yaml") if source.path.count("/") == FOLDER.count("/") + 1)


def _check(contract: Contract, catalog: Catalog) -> Iterator[Diagnostic]:
    origin = catalog.origins.get(contract.origin)
    if origin is None:
        hint = "Name the file after an entry of data/catalog/origins.yaml, or write that entry."
        yield _fault(contract, ("reader",), f"There is no origin '{contract.origin}'.", hint)
    elif origin.redistribution is Redistribution.NO:
        yield _withheld(
            contract, ("reader",), f"The licence of '{contract.origin}' does not let its figures be published."
        )
    yield from _check_terms(contract)
    for indicator in contract.terms.series:
        yield from _check_series(contract, indicator, catalog)


def _check_terms(contract: Contract) -> Iterator[Diagnostic]:
    terms = contract.terms
    placed = terms.url or all(contract.file(indicator) for indicator in terms.series)
    if not placed and terms.reader not in ADDRESSED:
        yield _fault(contract, ("reader",), f"Where does '{terms.reader}' find the data?", "Write `url:` or `file:`.")
    if terms.reader is Reader.OWID and not placed and not terms.dataset:
        yield _fault(contract, ("reader",), "Which chart?", "Write `dataset: life-expectancy`, the end of its address.")
    if terms.reader in PROJECTING and terms.forecast_after is None:
        hint = "Write `forecast_after: 2025`, the last year that is no projection, or `forecast_after: none`."
        yield _fault(contract, ("reader",), "These data hold projections; where do they begin?", hint)
    if terms.reader is Reader.TABLE and not terms.area:
        yield _fault(contract, ("reader",), "Which column has the areas?", "Write `area: NAME`.")
    if terms.years and terms.years[0] > terms.years[1]:
        yield _fault(
            contract, ("years",), f"The years {terms.years[0]} to {terms.years[1]} run backwards.", "Swap them."
        )


def _check_series(contract: Contract, name: str, catalog: Catalog) -> Iterator[Diagnostic]:
    where, series = ("series", name), contract.terms.series[name]
    if name in catalog.withheld:
        yield _withheld(contract, where, f"'{name}' is withheld: its licence forbids publication.")
    elif name not in catalog.indicators:
        yield _fault(
            contract, where, f"There is no indicator '{name}'.", "Describe it in data/catalog/indicators/ first."
        )
    elif contract.origin not in catalog.indicators[name].origins:
        hint = f"Add {contract.origin} to its `origins:` in data/catalog/indicators/."
        yield _fault(contract, where, f"'{contract.origin}' is no origin of '{name}'.", hint)
    if contract.terms.reader in (Reader.WORLDBANK, Reader.WORLDBANK_CSV, Reader.HDR) and not series.code:
        yield _fault(contract, where, f"'{name}' has no code.", "Write `code:`, as {code: SP.POP.TOTL}.")


def _fault(contract: Contract, where: tuple[str, ...], message: str, hint: str) -> Diagnostic:
    return Diagnostic(rule=Rule.IMPORT_CONTRACT, location=contract.location(*where), message=message, hint=hint)


def _withheld(contract: Contract, where: tuple[str, ...], message: str) -> Diagnostic:
    hint = "Nothing is asked for. Remove the series here, or take it from an origin that may be published."
    return Diagnostic(rule=Rule.DATA_WITHHELD, location=contract.location(*where), message=message, hint=hint)
