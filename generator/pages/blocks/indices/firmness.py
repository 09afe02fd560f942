"""How it is seen how firm the ranks of an index are: draws, entries left out, correlations, years."""

from collections.abc import Iterator

from generator.formatting import format_list, format_number
from generator.indices.contract import Contract, Method, Scale
from generator.indices.engine.compute import Result
from generator.indices.engine.intervals import MIDDLE, draw_rank
from generator.messages import gettext as _
from generator.pages.blocks.indices.formulas import AGGREGATIONS, method_text
from generator.pages.blocks.indices.steps import step
from generator.pages.blocks.indices.words import number_text, share_text
from generator.pages.records.indices import MethodStep


def firmness_steps(result: Result) -> tuple[MethodStep, ...]:
    """Return how it is seen how firm the ranks are: draws, entries left out, correlations, years."""
    return (*_interval(result.contract), _left_out(), _correlation(), _years(result.contract))


def _interval(contract: Contract) -> Iterator[MethodStep]:
    how = contract.sensitivity
    if how is None:
        said = _("Weights and methods are not varied, so that ranks have no interval.")
        yield step("interval", _("Interval of ranks"), (said,))
        return
    text = [
        _("In each of {draws} draws every weight moves at random by up to {share} of itself.").format(
            draws=format_number(how.draws, 0), share=share_text(how.weights)
        )
    ]
    if how.normalisation:
        methods = "; ".join((_("as published"), *(method_text(each) for each in how.normalisation)))
        text.append(_("The scale of indicators without one of their own is one of: {methods}.").format(methods=methods))
    for node, others in how.aggregation.items():
        hows = format_list(tuple(AGGREGATIONS[each] for each in (contract.nodes[node].aggregation, *others)))
        text.append(_("The mean of {node} is one of: {means}.").format(node=contract.nodes[node].title, means=hows))
    text.append(
        _(
            "All ranked countries are ranked by each draw. Of a country’s sorted ranks the interval is from number {first} to "
            "number {last}, its middle number {middle}."
        ).format(
            first=_place(how.interval[0], how.draws),
            last=_place(how.interval[1], how.draws),
            middle=_place(MIDDLE, how.draws),
        )
    )
    text.append(
        _(
            "The random numbers are those of SplitMix64 with the seed {seed}, the same on every machine: z₀ is the first eight "
            "bytes of the SHA-256 of the text “{seed}/name”, big-endian; d counts the draws from 0; all modulo 2⁶⁴. Names are "
            "“weight/key”, “normalisation” and “aggregation/key”; of k alternatives, counted from 0 with the published one first, number ⌊u·k⌋ is taken."
        ).format(seed=how.seed)
    )
    formulas = (
        "z = z₀ + (d + 1) · 0x9E3779B97F4A7C15;  z = (z ⊕ z≫30) · 0xBF58476D1CE4E5B9",
        "z = (z ⊕ z≫27) · 0x94D049BB133111EB;  z = z ⊕ z≫31;  u = (z≫11) · 2⁻⁵³",
        f"w′ = w · (1 + {number_text(how.weights)} · (2u − 1))",
    )
    yield step("interval", _("Interval of ranks"), text, formulas)


def _place(percent: float, draws: int) -> str:
    return format_number(draw_rank(percent, draws), 0)


def _left_out() -> MethodStep:
    text = _(
        "Each entry in turn is given the weight 0 and the ranks are computed again among the same countries: the table has by how "
        "many places countries move, on average and at most."
    )
    return step("left-out", _("One left out at a time"), (text,))


def _correlation() -> MethodStep:
    text = _(
        "Pearson’s r of scores over the ranked countries that have both. Two indicators of one node with r above 0.92 say the same; "
        "with r below −0.4, or below 0 with their node, they work against each other."
    )
    return step("correlation", _("What goes with what"), (text,))


def _years(contract: Contract) -> MethodStep:
    fixed = all(
        leaf.normalisation.method is Method.GOALPOSTS for leaf in (contract.leaves[key] for key in contract.live_leaves)
    )
    if len(contract.years) == 1:
        text = _("There is one edition, so that nothing can be said on changes.")
    elif fixed or contract.scale_over is Scale.ALL_YEARS:
        text = _(
            "All editions have one scale: scores of different years may be compared, ranks among countries ranked in both."
        )
    else:
        text = _(
            "Each edition has a scale of its own: scores of different years must not be compared, ranks only with care."
        )
    return step("years", _("Years"), (text,))
