"""The words of a world map: highest and lowest country, the classes of the legend."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import median

from generator.data.catalog import Indicator
from generator.data.dataset import Dataset
from generator.data.ranking import Ranking
from generator.formatting import format_amount
from generator.messages import gettext as _

Value = tuple[str, float]
"""A country's name and value."""


def named_values(dataset: Dataset, ranking: Ranking) -> list[Value]:
    """Return names and values, the lowest first."""
    rows = [(row.observation.value or 0.0, row.observation.country) for row in ranking.rows]
    return [(dataset.countries[code].name, value) for value, code in sorted(rows)]


def map_title(indicator: Indicator, values: Sequence[Value]) -> str:
    """Return who is highest and lowest, or the indicator's title if several countries share an end."""
    alone = len(values) > 1 and values[0][1] < values[1][1] and values[-2][1] < values[-1][1]
    if not alone:
        return _("{title} around the world").format(title=indicator.title)
    return _("{most} highest, {least} lowest").format(most=values[-1][0], least=values[0][0])


def describe_map(indicator: Indicator, values: Sequence[Value], countries: int) -> str:
    """Return both ends, the middle, and how many countries have no value."""
    (least, low), (most, high) = values[0], values[-1]
    return _(
        "Highest: {high} ({most}); lowest: {low} ({least}); median {median}. {count} of {all} countries have no value."
    ).format(
        high=most,
        most=_exact(indicator, high),
        low=least,
        least=_exact(indicator, low),
        median=_exact(indicator, median(value for _name, value in values)),
        count=countries - len(values),
        all=countries,
    )


def class_labels(indicator: Indicator, breaks: Sequence[float]) -> list[str]:
    """Return the text of each class, from the lowest: `under 5`, `5–10`, `10 and over`."""
    if not breaks:
        return [_("all values")]
    texts = [_round(indicator, value) for value in breaks]
    between = [f"{a}–{b}" for a, b in pairwise(texts)]
    return [_("under {value}").format(value=texts[0]), *between, _("{value} and over").format(value=texts[-1])]


def _round(indicator: Indicator, value: float) -> str:
    unit = indicator.unit
    return format_amount(Decimal(repr(value)), kind=unit.kind.value, symbol=unit.symbol, decimals=0, style="axis")


def _exact(indicator: Indicator, value: float) -> str:
    """Return a value with the catalog's decimals, as the table has it."""
    kind, symbol = indicator.unit.kind.value, indicator.unit.symbol
    return format_amount(Decimal(repr(value)), kind=kind, symbol=symbol, decimals=indicator.decimals, style="table")
