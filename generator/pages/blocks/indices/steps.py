"""The steps from figures to ranks, in the words and with the numbers of one index, and as formulas."""

from collections.abc import Iterable, Iterator
from math import floor

from generator.formatting import format_list
from generator.indices.contract import (
    Aggregation,
    Contract,
    Filling,
    Leaf,
    Method,
    Outliers,
    Scale,
    Transform,
    Treatment,
)
from generator.indices.engine.compute import Edition, Result
from generator.messages import gettext as _
from generator.pages.blocks.indices.formulas import AGGREGATIONS, LOGARITHM, MEANS, METHODS, MOMENTS, SCALES, TREATMENTS
from generator.pages.blocks.indices.words import entry_name, number_text, share_text, shown
from generator.pages.project import Project
from generator.pages.records.indices import MethodStep


def plan_steps(project: Project, result: Result) -> tuple[MethodStep, ...]:
    """Return the steps in the order in which they are done."""
    contract, edition = result.contract, shown(result)
    return (
        _value(contract, edition),
        _screen(contract, edition),
        _impute(contract),
        _transform(project, contract),
        _treat(contract),
        _normalise(project, contract),
        _aggregate(contract),
        _rank(),
        _shares(contract),
        _beside(contract),
    )


def step(step_id: str, title: str, text: Iterable[str], formulas: Iterable[str] = ()) -> MethodStep:
    """Return a step; texts that are empty are left out."""
    return MethodStep(id=step_id, title=title, text=tuple(filter(None, text)), formulas=tuple(formulas))


def _value(contract: Contract, edition: Edition) -> MethodStep:
    leaves = [contract.leaves[key] for key in contract.live_leaves]
    text = [
        _(
            "The edition is that of {year}. For each country and indicator the latest figure within reach counts: as many years "
            "back as the indicator’s entry says, never a later year and never a forecast. Where the entry says sum, mean or "
            "largest, all figures within reach count."
        ).format(year=edition.year)
    ]
    formulas = [_("x = figure of the latest year t, {year} − reach ≤ t ≤ {year}").format(year=edition.year)]
    if any(leaf.zero_if_absent for leaf in leaves):
        text.append(
            _("Where a complete list is counted, a country that it does not name has 0, and that is an observation.")
        )
    if any(leaf.times or leaf.per for leaf in leaves):
        text.append(
            _(
                "A factor or divisor is of the same year t, else of the latest year within reach before it; a divisor of 0 or less "
                "makes the value missing."
            )
        )
    if any(leaf.times or leaf.per or leaf.scale != 1 for leaf in leaves):
        formulas.append(_("value = x · factor / divisor · scale, as the indicator’s entry says"))
    return step("value", _("Take the figures"), text, formulas)


def _screen(contract: Contract, edition: Edition) -> MethodStep:
    count, least = len(contract.live_leaves), contract.least_of_country
    needed = max(1, -floor(-(least * count - 1e-9)))
    text = (
        _(
            "A country needs values of {needed} of the {count} indicators, as the contract asks for {share}; else it is in no "
            "scale and has no score. {kept} of {all} countries remain."
        ).format(
            share=share_text(least),
            count=count,
            needed=needed,
            kept=len(edition.prepared.screened),
            all=len(edition.prepared.coverage),
        ),
        _("Each indicator must then be there for at least {share} of the countries that remain.").format(
            share=share_text(contract.least_of_indicator)
        )
        if contract.least_of_indicator
        else "",
    )
    return step("screen", _("Leave out countries with too few"), text, (_("coverage = indicators with a value / all"),))


def _impute(contract: Contract) -> MethodStep:
    how = contract.imputation
    title = _("Fill gaps")
    if how.method is Filling.NONE:
        return step("impute", title, (_("Nothing is filled in: a missing value stays missing."),))
    groups = {"region": _("the same region"), "income_group": _("the same income group")}
    kind = _("mean") if how.method is Filling.MEAN else _("median")
    text = _(
        "A missing value is the {kind} of the observed values of the remaining countries of {group}, if at least {least} have "
        "one. It enters scores and never coverage; on a country’s page such scores stand in brackets."
    ).format(kind=kind, group=groups.get(how.by, _("the index")), least=how.at_least)
    return step("impute", title, (text,))


def _transform(project: Project, contract: Contract) -> MethodStep:
    text = []
    for how, said in ((Transform.LN1P, "x ← ln(1 + x)"), (Transform.LN, "x ← ln x")):
        if names := _names(project, contract, (leaf for leaf in _leaves(contract) if leaf.transform is how)):
            text.append(f"{said}: {names}.")
    title = _("Transform")
    if not text:
        return step("transform", title, (_("No indicator is transformed."),))
    said = _("What differs between countries by factors is put on a logarithmic scale before outliers are looked for.")
    return step("transform", title, (said, *text))


def _treat(contract: Contract) -> MethodStep:
    title, found = _("Treat outliers"), _treatments(contract)
    if not found:
        return step("treat", title, (_("Outliers are left as they are."),))
    text = [_("Over the n values of an indicator, with mean m, skew g and kurtosis k are computed as spreadsheets do.")]
    for how in found:
        text.append(
            _(
                "They pass if |g| < {skew} or k < {kurtosis}, and with fewer than four values or none that differ."
            ).format(skew=number_text(how.skew), kurtosis=number_text(how.kurtosis))
        )
        text.append(TREATMENTS[how.method].format(points=how.points))
    text.append(_("A step that would leave one distinct value is not taken. What was done stands with each indicator."))
    if contract.scale_over is Scale.ALL_YEARS:
        text.append(
            _("The values of all editions are treated together, with as many times the points as there are editions.")
        )
    formulas = (*MOMENTS, *LOGARITHM) if any(how.method is not Outliers.WINSORISE for how in found) else MOMENTS
    return step("treat", title, dict.fromkeys(text), formulas)


def _treatments(contract: Contract) -> tuple[Treatment, ...]:
    found = (leaf.treatment for leaf in _leaves(contract) if leaf.treatment.method is not Outliers.NONE)
    return tuple(dict.fromkeys(found))


def _normalise(project: Project, contract: Contract) -> MethodStep:
    methods = dict.fromkeys(leaf.normalisation.method for leaf in _leaves(contract))
    over = (
        _("all editions together")
        if contract.scale_over is Scale.ALL_YEARS
        else _("the countries that remain in the edition")
    )
    text = [
        _(
            "Values become scores on one scale, from a for the worst to b for the best; ↓ marks indicators of which less is "
            "better. Smallest, largest, mean and number of values are over {over}."
        ).format(over=over)
    ]
    if len(methods) > 1:
        text += [
            _("{method}: {names}.").format(
                method=METHODS[method],
                names=_names(
                    project, contract, (leaf for leaf in _leaves(contract) if leaf.normalisation.method is method)
                ),
            )
            for method in methods
        ]
    ranged = any(method is not Method.Z_SCORE for method in methods)
    formulas = [formula for method in methods for formula in SCALES[method]]
    formulas += [_("score = a + (b − a) · u")] if ranged else []
    return step("normalise", _("Bring values to one scale"), text, formulas)


def _aggregate(contract: Contract) -> MethodStep:
    used = dict.fromkeys(contract.nodes[node].aggregation for node in contract.nodes if node in contract.live)
    text = (
        _(
            "From the indicators up, a node’s score S is the mean of the scores s of what stands below it and has one, with the "
            "weights w among these. Which mean, and how many parts must be observed, stands with each node."
        ),
        _("A score of 0 makes a geometric or harmonic mean 0.") if _curved(contract) else "",
        _("A country is ranked if the index itself has a score."),
    )
    return step("aggregate", _("Add up"), text, (f"{AGGREGATIONS[how]}: {MEANS[how]}" for how in used))


def _rank() -> MethodStep:
    text = _(
        "Scores go from high to low. One at most 0.000000001 below the one before shares its rank; else its rank is its place: "
        "1, 2, 2, 4. Nodes and indicators are ranked among the countries with a score there."
    )
    return step("rank", _("Rank"), (text,))


def _shares(contract: Contract) -> MethodStep:
    text = (
        _(
            "An indicator takes part for a country if it and every node above it have a score there; weights are then shared "
            "among what takes part."
        ),
        _(
            "Contributions add up to the score. From the index down, a node hands its factor F on to each of its parts by the "
            "part’s share p of the weights."
        ),
        _(
            "Under a geometric or harmonic mean it is also multiplied with the node’s score over the arithmetic mean M of its parts."
        )
        if _curved(contract)
        else "",
    )
    formulas = (
        _("p = w / Σ w;  F(index) = 1;  F(part) = F(node) · p"),
        *((_("M = Σ p·s;  F(part) = F(node) · p · S / M, 0 where M is 0"),) if _curved(contract) else ()),
        _("contribution = F(indicator) · s"),
    )
    return step("contributions", _("What each indicator adds"), text, formulas)


def _curved(contract: Contract) -> tuple[Aggregation, ...]:
    """Return the means in use that are not arithmetic."""
    used = dict.fromkeys(contract.nodes[node].aggregation for node in contract.nodes if node in contract.live)
    return tuple(how for how in used if how is not Aggregation.ARITHMETIC)


def _beside(contract: Contract) -> MethodStep:
    text = (
        _(
            "A country’s difference from a group: R is the index of the group’s mean scores r, without the country itself, over "
            "the indicators that take part for it. The parts of the difference add up to S − R."
        ),
        _(
            "A strength is an observed indicator with more than half of the other countries strictly below, a gap one with more "
            "than half strictly above; the five largest shares are shown. What would move it: the score and rank with one gap at "
            "the median score of the region, all else unchanged."
        ),
    )
    slopes = {
        Aggregation.GEOMETRIC: _(
            "Geometric mean: F(part) = F(node) · p · L(S, R) / L(s, r);  L(a, b) = (a − b) / ln(a / b)"
        ),
        Aggregation.HARMONIC: _("Harmonic mean: F(part) = F(node) · p · S·R / (s·r)"),
    }
    formulas = (
        _("Arithmetic mean: F(part) = F(node) · p"),
        *(slopes[how] for how in _curved(contract)),
        _("difference = F(indicator) · (s − r)"),
    )
    return step("beside", _("A country beside others"), text, formulas)


def _leaves(contract: Contract) -> Iterator[Leaf]:
    return (contract.leaves[key] for key in contract.live_leaves)


def _names(project: Project, contract: Contract, leaves: Iterable[Leaf]) -> str:
    return format_list(tuple(entry_name(project, contract, leaf.key) for leaf in leaves))
