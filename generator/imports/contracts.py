"""The contracts of a project, read and checked against its catalog."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.data.catalog import Catalog, Redistribution
from generator.diagnostics import Diagnostic
from generator.imports.contract import FOLDER, Contract, ContractShape, Reader
from generator.rules import Rule
from generator.sources.files import Source, Sources
from generator.sources.yaml_file import parse_yaml

__all__ = ("ADDRESSED", "load_contracts")

ADDRESSED = (Reader.WORLDBANK, Reader.OWID)
"""Readers that know the producer's address from the code or the data set."""
PROJECTING = (Reader.IMF_COMPACT,)
"""Readers of figures for years to come: their contracts must say where projections begin."""


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
