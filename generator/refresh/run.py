"""The command ``refresh``: ask, map, compare, judge by the loader's own rules, choose what to write."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.config import SiteConfig, load_config
from generator.data.catalog import Catalog
from generator.data.loading.catalog import load_catalog
from generator.data.loading.countries import load_countries
from generator.data.loading.dataset import load_dataset
from generator.diagnostics import Diagnostic, in_order
from generator.imports.areas import Areas, read_areas
from generator.imports.contract import Contract
from generator.imports.contracts import load_contracts
from generator.imports.observations import replaced, rows_of
from generator.imports.receipts import path_of, read_receipt, receipt_text
from generator.refresh.collect import Collector, Get
from generator.refresh.lists import area_sources
from generator.refresh.origin import OriginOutcome, refresh_origin, stop_problems, with_series
from generator.sources.entities import COUNTRIES
from generator.sources.files import Source, Sources
from generator.sources.read import read_sources

NO_SOURCES = Sources(files={})


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """The parts of a project that a refresh needs, read once."""

    root: Path
    sources: Sources
    config: SiteConfig
    catalog: Catalog
    contracts: Mapping[str, Contract]
    areas: Mapping[str, Areas]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """The result of a refresh: outcomes, changed files, all problems."""

    outcomes: tuple[OriginOutcome, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Diagnostic, ...] = ()
    sources: Sources = NO_SOURCES

    @property
    def changed(self) -> bool:
        """Whether any file is another than before."""
        return bool(self.files)


def read_project(root: Path) -> tuple[Project | None, Sources, tuple[Diagnostic, ...]]:
    """Return the project with its sound contracts, and everything wrong with them."""
    sources, unread = read_sources(root)
    config, in_config = load_config(sources)
    countries, in_countries = load_countries(sources, config.entities if config else COUNTRIES)
    catalog, in_catalog = load_catalog(sources)
    problems = (*unread, *in_config, *in_countries, *in_catalog)
    if config is None or countries is None or catalog is None:
        return None, sources, in_order(problems)
    contracts, in_contracts = load_contracts(sources, catalog)
    read = {name: read_areas(area_sources(sources, contract.lists), countries) for name, contract in contracts.items()}
    in_areas = [problem for _areas, found in read.values() for problem in found]
    project = Project(
        root=root,
        sources=sources,
        config=config,
        catalog=catalog,
        contracts=contracts,
        areas={name: areas for name, (areas, _found) in read.items()},
    )
    return project, sources, in_order((*problems, *in_contracts, *in_areas))


def refresh(
    project: Project, get: Get, *, origins: tuple[str, ...], only: tuple[str, ...], accepted: Mapping[str, str]
) -> Refreshed:
    """Return the producers' present figures and the files they change; nothing is written."""
    collector = Collector(root=project.root, get=get)
    outcomes = []
    for name in origins or tuple(project.contracts):
        contract = project.contracts[name]
        wanted = tuple(series for series in contract.terms.series if not only or series in only)
        if wanted:
            outcomes.append(
                refresh_origin(
                    contract,
                    wanted,
                    sources=project.sources,
                    catalog=project.catalog,
                    areas=project.areas[name],
                    collector=collector,
                    accepted=accepted,
                    before=read_receipt(project.sources, name),
                )
            )
    judged = _judged(project, tuple(outcomes), accepted)
    problems = in_order(problem for outcome in judged for problem in outcome.problems)
    return Refreshed(outcomes=judged, files=dict(_files(project, judged)), problems=problems, sources=project.sources)


def _judged(
    project: Project, outcomes: tuple[OriginOutcome, ...], accepted: Mapping[str, str]
) -> tuple[OriginOutcome, ...]:
    """Return the outcomes after the loader's reading.

    Its errors stop an origin, new findings stop a series.
    """
    while True:
        files = dict(_files(project, outcomes))
        if not files:
            return outcomes
        old = _findings(project.sources, project.config)
        found = [
            p
            for p in _findings(with_files(project.sources, files), project.config)
            if _key(p) not in {_key(o) for o in old}
        ]
        later = tuple(_after(project, outcome, found, accepted) for outcome in outcomes)
        if later == outcomes:
            return outcomes
        outcomes = later


def _findings(sources: Sources, config: SiteConfig) -> tuple[Diagnostic, ...]:
    return load_dataset(sources, config)[1]


def _key(problem: Diagnostic) -> tuple[str, str, str]:
    """Return the identity of a problem in two states of a file, whose lines move."""
    return problem.rule.value, problem.location.path, problem.message


def _after(
    project: Project, outcome: OriginOutcome, found: list[Diagnostic], accepted: Mapping[str, str]
) -> OriginOutcome:
    """Return an outcome with the loader's findings in its files."""
    if outcome.failed:
        return outcome
    of_series = {
        one.indicator: [p for p in found if p.location.path.endswith(f"/{one.indicator}.csv")] for one in outcome.series
    }
    errors = [p for problems in of_series.values() for p in problems if not p.rule.is_warning]
    if errors:
        return replace(outcome, problems=(*outcome.problems, *errors))
    series = tuple(
        one.judged(tuple(p.message.rstrip(".") for p in of_series[one.indicator]), accepted.get(one.indicator, ""))
        if of_series[one.indicator] and not one.held_back and not one.accepted and one.before
        else one
        for one in outcome.series
    )
    if series == outcome.series:
        return outcome
    contract = project.contracts[outcome.origin]
    judged = [one for one, before in zip(series, outcome.series, strict=True) if one is not before]
    return with_series(outcome, series, [problem for one in judged for problem in stop_problems(contract, one)])


def _files(project: Project, outcomes: tuple[OriginOutcome, ...]) -> Iterator[tuple[str, bytes]]:
    """Yield the files that outcomes change, each with its bytes."""
    files: dict[str, bytes] = {}
    for outcome in outcomes:
        if not outcome.changed:
            continue
        files[path_of(outcome.origin)] = receipt_text(outcome.receipt).encode()
        for one in outcome.series:
            path = f"data/observations/{one.indicator}.csv"
            source = Source(path=path, data=files[path]) if path in files else project.sources.files.get(path)
            if one.rows != one.before:
                files[path] = replaced(rows_of(source), outcome.origin, one.rows)
    yield from sorted((path, data) for path, data in files.items() if _differs(project.sources, path, data))


def _differs(sources: Sources, path: str, data: bytes) -> bool:
    return path not in sources.files or sources.files[path].data != data


def with_files(sources: Sources, files: Mapping[str, bytes]) -> Sources:
    """Return the sources as they are once files are written."""
    return Sources(files={**sources.files, **{path: Source(path=path, data=data) for path, data in files.items()}})
