"""The commands ``refresh`` and ``import``: network or kept replies, the run, files, report."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator import __version__
from generator.data.loading.countries import load_countries
from generator.diagnostics import Diagnostic, Location, failed
from generator.drift.compare import drift
from generator.imports.asking import HOSTS, hosts
from generator.imports.cells import ReplyError
from generator.imports.contract import RAW, Reader
from generator.imports.sniff.look import LookError
from generator.network.fetch import Network
from generator.network.replay import Recorder, Replay
from generator.publish.lock import HeldError
from generator.refresh.adopt.report import render_adopted
from generator.refresh.adopt.run import Adopted, adopt_file, adopt_series
from generator.refresh.adopt.wish import Wish
from generator.refresh.collect import Collector, Get
from generator.refresh.report import render_refresh
from generator.refresh.run import NO_SOURCES, Project, Refreshed, read_project, refresh
from generator.refresh.store import keep_replies, write_files
from generator.rules import Rule
from generator.sources.files import Sources
from generator.terminal.drift_report import render_drift
from generator.terminal.report import DriftFormat

_INDICATOR = re.compile(r"[a-z][a-z0-9_]{0,63}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options of a refresh."""

    root: Path
    origins: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    accepted: Mapping[str, str]
    record: Path | None = None
    offline: Path | None = None
    dry: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """The result of a command: report, problems, and any other reason why it failed."""

    report: str = ""
    problems: tuple[Diagnostic, ...] = ()
    sources: Sources = NO_SOURCES
    failure: str = ""


def run_refresh(options: Options, style: DriftFormat) -> Done:
    """Refresh the project and return the report; problems of contracts stop it before any request."""
    project, sources, problems = read_project(options.root)
    problems = (*problems, *_unknown(project, options))
    if project is None or failed(problems, strict=False):
        return Done(problems=problems, sources=sources)
    contracts = tuple(project.contracts[name] for name in options.origins or project.contracts)
    get = _get(project, hosts(contracts), record=options.record, offline=options.offline)
    found = refresh(project, get, origins=options.origins, only=options.only, accepted=options.accepted)
    if not options.dry and (fault := _write(project, found)):
        return Done(problems=(*found.problems, fault), sources=sources)
    touched = "" if options.dry or not found.changed or style is DriftFormat.JSON else _drift(project, style)
    return Done(
        report=render_refresh(found, style, dry=options.dry) + touched, problems=found.problems, sources=sources
    )


def _unknown(project: Project | None, options: Options) -> tuple[Diagnostic, ...]:
    """Return a problem for each name on the command line that the project does not have."""
    if project is None:
        return ()
    series = {name for contract in project.contracts.values() for name in contract.terms.series}
    known = {
        "origin": (options.origins, set(project.contracts)),
        "series": ((*options.only, *options.accepted), series),
    }
    return tuple(
        Diagnostic(
            rule=Rule.IMPORT_CONTRACT,
            location=Location(path="data/imports"),
            message=f"No contract names the {noun} '{name}'.",
            hint=f"There are {', '.join(sorted(there)) or 'none'}.",
        )
        for noun, (names, there) in known.items()
        for name in names
        if name not in there
    )


def _get(project: Project, allowed: frozenset[str], *, record: Path | None, offline: Path | None) -> Get:
    """Return the source of replies: kept ones, or the network, which may be recorded."""
    if offline is not None:
        return Replay(folder=offline).get
    agent = f"country-profiles/{__version__} (+{project.config.publisher.repository})"
    network = Network(hosts=allowed, agent=agent)
    return Recorder(get_reply=network.get, folder=record).get if record else network.get


def _write(project: Project, found: Refreshed) -> Diagnostic | None:
    """Write the files of a refresh and keep its replies; return the problem, if any."""
    try:
        for outcome in found.outcomes:
            keep_replies(project.root / ".cache" / "raw", outcome.replies)
            if project.contracts[outcome.origin].terms.raw == "keep" and outcome.changed:
                keep_replies(project.root / RAW, outcome.replies)
        if found.files:
            write_files(project.root, found.files)
    except (HeldError, OSError) as error:
        return _not_written(error)
    return None


def _not_written(error: Exception) -> Diagnostic:
    said = error.strerror if isinstance(error, OSError) else str(error)
    where = Location(path="data")
    return Diagnostic(
        rule=Rule.SITE_NOT_WRITTEN, location=where, message=f"Nothing was written: {said}", hint="Try again."
    )


def _drift(project: Project, style: DriftFormat) -> str:
    """Return the sentences that the new figures touch, compared with the state before."""
    before = {path: source for path, source in project.sources.files.items() if path.startswith("data/")}
    found, _sources, _problems = drift(project.root, Sources(files=before))
    return "\n" + render_drift(found, style)


def run_import(
    root: Path, what: str, code: str, wish: Wish, *, write: bool, record: Path | None, offline: Path | None
) -> Done:
    """Return the report of a first look at a series or file; with `write`, write its files."""
    project, sources, problems = read_project(root)
    if project is None or failed(problems, strict=False):
        return Done(problems=problems, sources=sources)
    if not _INDICATOR.fullmatch(wish.indicator):
        return Done(failure=f"'{wish.indicator}' is no id: small letters, digits and _, beginning with a letter.")
    try:
        found = _adopt(project, what, code, wish, record=record, offline=offline)
    except LookError as error:
        return Done(failure=f"{error.message}\n    {error.hint}")
    except ReplyError as error:
        return Done(failure="\n".join(_said(fault.place, fault.message, fault.hint) for fault in error.faults))
    except OSError as error:
        return Done(failure=f"'{what}' cannot be read: {error.strerror}.")
    return _finished(project, found, wish.indicator, write=write)


def _said(place: str, message: str, hint: str) -> str:
    return f"{place}: {message}\n    {hint}" if place else f"{message}\n    {hint}"


def _adopt(project: Project, what: str, code: str, wish: Wish, *, record: Path | None, offline: Path | None) -> Adopted:
    countries = load_countries(project.sources, project.config.entities)[0] or {}
    if not code:
        path = Path(what)
        named = wish.origin or re.sub(r"[^a-z0-9_]+", "_", path.stem.lower()).strip("_") or "file"
        return adopt_file(project, countries, path, replace(wish, origin=named))
    known = [reader.value for reader in Reader]
    if what not in known:
        raise LookError(f"There is no reader '{what}'.", f"There are {', '.join(known)}.")
    reader = Reader(what)
    named = wish.origin or next(
        (n for n, c in project.contracts.items() if c.terms.reader is reader), what.replace("-", "_")
    )
    allowed = frozenset((*HOSTS.get(reader, ()), *([code.split("/")[2]] if code.startswith("https://") else [])))
    collector = Collector(root=project.root, get=_get(project, allowed, record=record, offline=offline))
    return adopt_series(project, countries, collector, reader, code, replace(wish, origin=named))


def _finished(project: Project, found: Adopted, indicator: str, *, write: bool) -> Done:
    """Write the files that were asked for; a list of unknown areas is written in any case."""
    writing = write or bool(found.questions)
    if writing and found.files:
        try:
            write_files(project.root, found.files)
        except (HeldError, OSError) as error:
            return Done(problems=(_not_written(error),))
    report = render_adopted(found, indicator, written=writing)
    if found.questions:
        return Done(report=report, failure="Nothing was imported yet: some areas are unknown.")
    if found.mapped.faults:
        return Done(report=report, failure="Nothing was imported: see above.")
    return Done(
        report=report,
        failure=""
        if found.mapped.rows
        else "Nothing was imported: it has no figure of a country that this project has.",
    )
