"""How a group's figure is made and what it rests on, in words."""

from generator.data.aggregates import GroupFigure
from generator.data.catalog import Indicator, Method
from generator.data.dataset import Dataset
from generator.messages import gettext as _
from generator.messages import ngettext

WHOLE = 0.995
"""From this share on, coverage reads as all."""


def method_text(dataset: Dataset, indicator: Indicator) -> str:
    """Return how the figure is made: `sum of the members`, `mean of the members weighted by population`."""
    how = indicator.aggregate
    if how is None or how.method is Method.SUM:
        return _("sum of the members")
    weight = dataset.indicator(how.weight).short_title
    return _("mean of the members weighted by {weight}").format(
        weight=f"{weight[:1].lower()}{weight[1:]}" if weight[1:2].islower() else weight
    )


def coverage_text(figure: GroupFigure) -> str:
    """Return how much it rests on: `all 27 members`, `26 of 27 members with 98% of the weight`."""
    if figure.members == figure.of:
        return ngettext("the only member", "all {count} members", figure.of).format(count=figure.of)
    text = _("{count} of {all} members").format(count=figure.members, all=figure.of)
    if figure.share >= WHOLE:
        return text
    return _("{text} with {share}% of the weight").format(text=text, share=round(100 * figure.share))
