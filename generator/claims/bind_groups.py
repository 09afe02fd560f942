"""References to a group's own figure: `value:population/central-asia@2024`, and `trend:` likewise."""

from collections.abc import Callable
from dataclasses import replace

from generator.claims.bound import Binding, BoundValue, fault
from generator.content.references import Reference, Scheme
from generator.data.aggregates import LEAST_SHARE, group_figures, members_with_figure
from generator.data.catalog import Aggregate, sources_in_line
from generator.data.dataset import Dataset
from generator.data.group_rows import group_origins, with_groups
from generator.data.methods import coverage_text, method_text
from generator.diagnostics import Diagnostic
from generator.messages import gettext as _
from generator.rules import Rule
from generator.urls import group_url, slug_of

Bind = Callable[[Reference, Dataset, str], Binding]


def bind_group(reference: Reference, dataset: Dataset, name: str, bind: Bind) -> Binding:
    """Return a group's figure or trend, bound as a country's is, with its method; or the problem."""
    group, how = dataset.group_named(name) or "", dataset.indicator(reference.target).aggregate
    if problems := group_faults(reference, dataset):
        return None, problems
    if how is None or reference.option("origin"):
        message = "A group's figure is made from those of its members and has no origin of its own."
        return fault(Rule.REFERENCE_SYNTAX, reference, message, f"Take 'origin={reference.option('origin')}' away.")
    view = with_groups(dataset, reference.target, (name,))
    bound, problems = bind(replace(reference, country=name), view, "")
    if bound is None:
        return None, tuple(_explained(each, reference, dataset, group, how) for each in problems)
    return (_with_method(bound, dataset, group) if bound.source else bound), problems


def group_faults(reference: Reference, dataset: Dataset) -> tuple[Diagnostic, ...]:
    """Return why a group has no place in a reference: a rank, or an indicator without an aggregate."""
    indicator = dataset.indicator(reference.target)
    if reference.scheme is Scheme.RANK:
        hint = f"Name a country; a rank among a group's members is rank:{indicator.id}/KAZ?in=GROUP"
        return (reference.fault(Rule.REFERENCE_SYNTAX, "A group has no rank.", hint),)
    if indicator.aggregate is None:
        message = f"'{indicator.id}' has no figure for a group: the catalog names no 'aggregate' for it."
        hint = "Speak of its members; or, where a sum or a mean makes sense, add aggregate: {mean: population} there."
        return (reference.fault(Rule.AGGREGATE_UNDEFINED, message, hint),)
    if not indicator.comparable:
        message = f"'{indicator.id}' cannot be compared between countries, so that a group has no figure."
        return (reference.fault(Rule.AGGREGATE_UNDEFINED, message, "Speak of its members."),)
    return ()


def _explained(problem: Diagnostic, reference: Reference, dataset: Dataset, group: str, how: Aggregate) -> Diagnostic:
    """Return the problem of a missing figure with how many members have one, and how many must."""
    if problem.rule is not Rule.VALUE_MISSING or not reference.years:
        return problem
    known = {year: members_with_figure(dataset, reference.target, group, year) for year in reference.years}
    counts = ", ".join(f"{count} of {of} in {year}" for year, (count, of) in known.items())
    least = f"two in three, with {100 * LEAST_SHARE[how.method]:g} % of the weight"
    return replace(problem, message=f"{problem.message} Members with one: {counts}; it takes {least}.")


def _with_method(bound: BoundValue, dataset: Dataset, group: str) -> BoundValue:
    """Return a group's bound figure with method, coverage and the origins of all it is made of."""
    indicator, year = dataset.indicator(bound.indicator), int(bound.year[-4:])
    figure = next(f for f in group_figures(dataset, indicator.id, group) if f.year == year)
    origins = (dataset.catalog.origins[origin] for origin, _of in group_origins(dataset, indicator.id, group))
    return replace(
        bound,
        method=_("{method}; {coverage}").format(method=method_text(dataset, indicator), coverage=coverage_text(figure)),
        source=sources_in_line(tuple(dict.fromkeys(origin.attribution for origin in origins))),
        url=group_url(slug_of(group)),
    )
