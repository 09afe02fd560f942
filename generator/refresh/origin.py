"""One origin refreshed in memory: its series read, mapped, and compared with the present rows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.data.catalog import Catalog
from generator.diagnostics import Diagnostic
from generator.imports.areas import Areas
from generator.imports.cells import Fault, Reply, ReplyError
from generator.imports.contract import Contract, Reader
from generator.imports.observations import of_origin, rows_of
from generator.imports.reading import read_cells, unpacked
from generator.imports.receipts import Receipt, changes_of, series_of, updated
from generator.imports.revisions import Revision, compare, guards
from generator.imports.rows import Mapped, Row, map_cells
from generator.imports.vintages import vintage_of
from generator.refresh.collect import Collector
from generator.rules import Rule
from generator.sources.files import Sources


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesOutcome:
    """The result of a refresh for one series."""

    indicator: str
    mapped: Mapped
    revision: Revision
    before: tuple[Row, ...]
    held_back: tuple[str, ...] = ()
    """Why the new rows are not taken; empty where they are."""
    accepted: str = ""
    """The reason for which a person takes them nevertheless."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows after the refresh."""
        return self.before if self.held_back else self.mapped.rows

    def judged(self, held_back: tuple[str, ...], accepted: str) -> "SeriesOutcome":
        """The series with further reasons to stop it, unless a person accepted it."""
        both = (*self.held_back, *held_back)
        return replace(self, held_back=() if accepted else both, accepted=accepted if both else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginOutcome:
    """The result of a refresh for one origin; none of it is written if it has errors."""

    origin: str
    series: tuple[SeriesOutcome, ...]
    problems: tuple[Diagnostic, ...]
    receipt: Receipt
    before: Receipt
    replies: tuple[Reply, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether the origin cannot be written."""
        return any(not problem.rule.is_warning for problem in self.problems)

    @property
    def changed(self) -> bool:
        """Whether rows or the vintage differ from before."""
        rows = any(one.rows != one.before for one in self.series)
        said = self.receipt.vintage != self.before.vintage or self.receipt.series.keys() != self.before.series.keys()
        return not self.failed and (rows or said)


def refresh_origin(
    contract: Contract,
    wanted: tuple[str, ...],
    *,
    sources: Sources,
    catalog: Catalog,
    areas: Areas,
    collector: Collector,
    accepted: Mapping[str, str],
    before: Receipt,
) -> OriginOutcome:
    """Return the producer's present figures for the wanted series, compared with ours."""
    outcomes: list[SeriesOutcome] = []
    problems: list[Diagnostic] = []
    replies: dict[str, Reply] = {}
    vintage = ""
    for indicator in wanted:
        try:
            pages = collector.replies(contract, indicator)
            extra = collector.metadata(contract, indicator)
            mapped = _mapped(contract, indicator, pages, catalog, areas)
        except ReplyError as error:
            problems += [_diagnostic(contract, indicator, fault) for fault in error.faults]
            continue
        replies |= {reply.url: reply for reply in (*pages, *((extra,) if extra else ()))}
        vintage = max(vintage, _vintage(contract, extra or pages[0]))
        source = sources.files.get(f"data/observations/{indicator}.csv")
        outcome, faults = _judged(contract, indicator, mapped, of_origin(rows_of(source), contract.origin), accepted)
        outcomes.append(outcome)
        problems += faults
    return OriginOutcome(
        origin=contract.origin,
        series=tuple(outcomes),
        problems=tuple(problems),
        before=before,
        receipt=_receipt(before, vintage, tuple(replies.values()), outcomes),
        replies=tuple(replies.values()),
    )


def _vintage(contract: Contract, reply: Reply) -> str:
    try:
        return vintage_of(contract.terms.reader, unpacked(reply), contract.terms.name)
    except ReplyError:
        return ""


def _mapped(contract: Contract, indicator: str, pages: list[Reply], catalog: Catalog, areas: Areas) -> Mapped:
    reader: Reader = contract.terms.reader
    return map_cells(
        read_cells(reader, pages, contract.query(indicator)),
        contract.terms,
        contract.terms.series[indicator],
        origin=contract.origin,
        default_status=catalog.indicators[indicator].default_status,
        areas=areas,
    )


def _judged(
    contract: Contract, indicator: str, mapped: Mapped, before: list[Row], accepted: Mapping[str, str]
) -> tuple[SeriesOutcome, list[Diagnostic]]:
    """Return the series with its problems: faults of cells, or reasons to stop it."""
    revision = compare(before, mapped.rows)
    units = tuple(fault.message for fault in mapped.faults if fault.rule is Rule.UNIT_CHANGED)
    reasons = (*units, *(guards(revision, mapped.rows) if before else ()))
    plain = SeriesOutcome(indicator=indicator, mapped=mapped, revision=revision, before=tuple(before))
    outcome = plain.judged(reasons, accepted.get(indicator, ""))
    faults = [_diagnostic(contract, indicator, f) for f in mapped.faults if f.rule is not Rule.UNIT_CHANGED]
    return outcome, [*faults, *stop_problems(contract, outcome, units)]


def stop_problems(contract: Contract, outcome: SeriesOutcome, units: tuple[str, ...] = ()) -> list[Diagnostic]:
    """Return one problem for each reason why a series is stopped."""
    hint = f'If it is right: profiles refresh {contract.origin} --accept {outcome.indicator}="why it is right"'
    return [
        Diagnostic(
            rule=Rule.UNIT_CHANGED if reason in units else Rule.IMPORT_HELD,
            location=contract.location("series", outcome.indicator),
            message=reason if reason in units else f"'{outcome.indicator}' is held back: {reason}.",
            hint=hint,
        )
        for reason in outcome.held_back
    ]


def _diagnostic(contract: Contract, indicator: str, fault: Fault) -> Diagnostic:
    """Return a fault of a reply as a problem of the series in the contract, where it can be mended."""
    where = f" ({fault.place})" if fault.place else ""
    return Diagnostic(
        rule=fault.rule,
        location=contract.location("series", indicator),
        message=f"{fault.message}{where}",
        hint=fault.hint,
    )


def _receipt(before: Receipt, vintage: str, replies: tuple[Reply, ...], outcomes: list[SeriesOutcome]) -> Receipt:
    taken = [one for one in outcomes if not one.held_back]
    if not taken:
        return before
    return updated(
        before,
        vintage=vintage,
        replies=replies,
        series={one.indicator: series_of(one.mapped) for one in taken},
        accepted={one.indicator: one.accepted for one in taken if one.accepted},
        changes={o.indicator: changes_of(o.revision, o.accepted) for o in taken if o.before and o.revision.changed},
    )


def with_series(outcome: OriginOutcome, series: tuple[SeriesOutcome, ...], problems: list[Diagnostic]) -> OriginOutcome:
    """Return the outcome with its series judged anew."""
    receipt = _receipt(outcome.before, outcome.receipt.vintage, outcome.replies, list(series))
    return replace(outcome, series=series, problems=(*outcome.problems, *problems), receipt=receipt)
