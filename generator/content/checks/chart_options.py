"""Options of charts: the kinds, and the options of each."""

from collections.abc import Collection

from generator.charts.request import ChartKind
from generator.content.references import Reference, Scheme
from generator.data.catalog import UnitKind
from generator.data.dataset import Dataset
from generator.data.group_rows import named_group
from generator.diagnostics import Diagnostic, suggest
from generator.rules import Rule

COMMON = ("kind", "compare", "years")
OF_KIND = {
    ChartKind.TREND: COMMON,
    ChartKind.RANKING: COMMON,
    ChartKind.SLOPE: COMMON,
    ChartKind.STRIP: ("kind", "years"),
    ChartKind.STACKED: (*COMMON, "with"),
    ChartKind.MAP: ("kind", "years"),
}
MOST_PARTS = 4
WITH_GROUPS = {ChartKind.TREND, ChartKind.RANKING, ChartKind.SLOPE}
"""Kinds that show a group's own figure; the others show countries."""
SHARES = {UnitKind.PERCENT, UnitKind.SHARE}
BETWEEN = {ChartKind.TREND, ChartKind.SLOPE}
"""Kinds that run between two years; the others show one."""


def chart_faults(reference: Reference, dataset: Dataset) -> tuple[Diagnostic, ...]:
    """Return the problems of a chart's options; none for any other reference."""
    if reference.scheme is not Scheme.CHART:
        return ()
    wanted = reference.option("kind") or ChartKind.TREND
    if wanted not in set(ChartKind):
        message = f"There is no kind of chart '{wanted}'."
        return (_fault(reference, message, _meant(wanted, tuple(ChartKind), "Kinds are")),)
    kind = ChartKind(wanted)
    allowed = OF_KIND[kind]
    foreign = tuple(
        _fault(reference, f"A {kind} has no option '{name}'.", _meant(name, allowed, "Its options are"))
        for name, _value in reference.options
        if name not in allowed
    )
    return foreign or _shape(reference, kind, dataset)


def _shape(reference: Reference, kind: ChartKind, dataset: Dataset) -> tuple[Diagnostic, ...]:
    """Return the option that the kind needs and the reference lacks."""
    if wrong := (*_years(reference, kind), *_compared(reference), *_groups(reference, kind, dataset)):
        return wrong
    return _parts(reference, dataset) if kind is ChartKind.STACKED else ()


def _years(reference: Reference, kind: ChartKind) -> tuple[Diagnostic, ...]:
    wrong = unfit_years(kind, reference.years)
    return (_fault(reference, wrong[0], f"Write years={wrong[1].replace(', ', '..')}"),) if wrong else ()


def unfit_years(kind: ChartKind, years: tuple[int, ...]) -> tuple[str, str] | None:
    """Return why years do not suit a kind of chart, and some that do: `2000, 2020`."""
    if kind in BETWEEN and years and years[0] == years[-1]:
        return f"A {kind} runs between two years.", "2000, 2020"
    if kind not in BETWEEN and len(years) > 1:
        return f"A {kind} shows one year.", str(years[-1])
    return None


def _compared(reference: Reference) -> tuple[Diagnostic, ...]:
    codes = reference.option("compare").split(",")
    again = next((code for at, code in enumerate(codes) if code in codes[:at]), "")
    if len(codes) > 1 and "" in codes:
        hint = "Write compare=UZB,KGZ, commas between the codes only."
        return (_fault(reference, "A country is missing beside a comma.", hint),)
    return (_fault(reference, f"'{again}' is compared twice.", "Keep one of the two."),) if again else ()


def _groups(reference: Reference, kind: ChartKind, dataset: Dataset) -> tuple[Diagnostic, ...]:
    group = next((code for code in reference.codes if named_group(dataset, code) is not None), "")
    if not group or kind in WITH_GROUPS:
        return ()
    return (_fault(reference, f"A {kind} shows no group such as '{group}'.", "Kinds that do: trend, ranking, slope"),)


def _parts(reference: Reference, dataset: Dataset) -> tuple[Diagnostic, ...]:
    parts = tuple(filter(None, reference.option("with").split(",")))
    known = dataset.catalog.indicators
    unknown = tuple(
        _fault(reference, f"There is no indicator '{part}'.", _meant(part, known, "Some are"))
        for part in parts
        if part not in known
    )
    if unknown:
        return unknown
    if not 1 <= len(parts) < MOST_PARTS:
        hint = "Write with=industry_value_added,services_value_added"
        return (_fault(reference, f"Stacked shares have two to {MOST_PARTS} parts.", hint),)
    return tuple(
        _fault(reference, f"'{part}' is not a share of a whole.", "Name indicators whose unit is a percentage.")
        for part in (reference.target, *parts)
        if part in known and known[part].unit.kind not in SHARES
    )


def _meant(name: str, allowed: Collection[str], listed: str) -> str:
    return suggest(name, allowed, f"{listed}: {', '.join(tuple(allowed)[:12])}", cutoff=0.7)


def _fault(reference: Reference, message: str, hint: str) -> Diagnostic:
    return reference.fault(Rule.CHART_INVALID, message, hint)
