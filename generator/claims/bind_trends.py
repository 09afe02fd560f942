"""`trend:` references: two values of one series, and a text that agrees with the change."""

import re
from decimal import Decimal

from generator.claims.advice import advice, how_to_write
from generator.claims.agreement import SHARES
from generator.claims.bind_values import missing_value
from generator.claims.bound import Binding, BoundValue, fault, is_blank, missing_reason
from generator.claims.trends import Change, parse_trend, trend_agrees, trend_misfit
from generator.content.references import Reference
from generator.data.catalog import Indicator
from generator.data.dataset import Dataset
from generator.data.observations import Observation
from generator.diagnostics import Diagnostic
from generator.formatting import format_amount, format_number, needed_decimals
from generator.messages import gettext as _
from generator.rules import Rule
from generator.urls import indicator_url

FORECAST = "F"
"""SDMX's status of a value that is foretold."""
_FORETOLD = re.compile(r"\b(forecasts?|forecasted|projected|expected|predicted|foreseen|will)\b", re.IGNORECASE)
"""Words that say of a change that it is still to come: `is forecast to rise`."""


def bind_trend(reference: Reference, dataset: Dataset, home: str) -> Binding:
    """Return the trend of a `trend:` reference, or the problem."""
    country = reference.country or home
    if not country or len(reference.years) != 2:  # noqa: PLR2004 - from and to
        message = "A trend needs a country and two years."
        hint = f"Write trend:{reference.target}/{country or 'KAZ'}@2010..2019"
        return fault(Rule.REFERENCE_SYNTAX, reference, message, hint)
    ends = [dataset.observation(reference.target, country, year) for year in reference.years]
    for year, end in zip(reference.years, ends, strict=True):
        if end is None or end.decimal is None:
            return missing_value(reference, dataset, country, year)
    first, last = (end for end in ends if end is not None)
    return _moved(reference, dataset, first, last)


def _moved(reference: Reference, dataset: Dataset, first: Observation, last: Observation) -> Binding:
    indicator = dataset.indicator(reference.target)
    change = Change(
        first=first.decimal or Decimal(0),
        last=last.decimal or Decimal(0),
        decimals=indicator.decimals,
        unit_kind=indicator.unit.kind,
        symbol=indicator.unit.symbol,
    )
    ends = f"{_shown(indicator, first)}, {_shown(indicator, last)}"
    exact = f"{ends}{_size(change)}"
    problems = missing_reason(reference)
    if not problems and not is_blank(reference) and not reference.option("quoted"):
        problems = _check(reference, change, ends) or _as_fact(reference, change, last)
    text = _written(change, last) if is_blank(reference) else reference.text
    return (None, problems) if problems else (_bound(reference, dataset, last, text, exact), ())


def _shown(indicator: Indicator, observation: Observation) -> str:
    unit, value = indicator.unit, observation.decimal or Decimal(0)
    text = format_amount(value, kind=unit.kind.value, symbol=unit.symbol, decimals=indicator.decimals, style="exact")
    return f"{text} ({observation.year})"


def _size(change: Change) -> str:
    """Return the change as a reader may check it: `, +19.6%` or `, +3.4 percentage points`."""
    sign = "+" if change.last > change.first else ""
    if change.unit_kind in SHARES:
        step = change.last - change.first
        points = format_number(step, needed_decimals(step, max(1, change.decimals)))
        return ", " + _("{points} percentage points").format(points=f"{sign}{points}")
    return "" if change.percent is None else f", {sign}{format_number(change.percent, 1)}%"


def _in_full(change: Change) -> str:
    """Return the change as both a difference and a percentage: `, +3,708,452, +23.9%`."""
    if not change.step:  # both are written alike: a difference of what is left out would deny it
        return ""
    sign = "+" if change.step > 0 else ""
    if change.unit_kind in SHARES:
        relative = f", {sign}{format_number(change.percent, 1)}%" if change.percent else ""
        return f"{_size(change)}{relative}"
    difference = format_number(change.step, needed_decimals(change.step, change.decimals))
    return f", {sign}{difference}{_size(change)}"


def _verb(change: Change) -> str:
    return _("rose") if change.step > 0 else _("fell") if change.step < 0 else _("was unchanged")


def _written(change: Change, last: Observation) -> str:
    """Return the program's own words for a change: `rose`, `is forecast to rise`."""
    if last.status != FORECAST:
        return _verb(change)
    if not change.step:
        return _("is forecast to be unchanged")
    return _("is forecast to rise") if change.step > 0 else _("is forecast to fall")


def _as_fact(reference: Reference, change: Change, last: Observation) -> tuple[Diagnostic, ...]:
    """Return the problem of a text that states as a fact what ends in a forecast."""
    if last.status != FORECAST or _FORETOLD.search(reference.text):
        return ()
    message = f"The text says {reference.text}, but the value of {last.year} is a forecast."
    return (reference.fault(Rule.CLAIM_DISAGREES, message, f"Write {_written(change, last)}"),)


def _check(reference: Reference, change: Change, ends: str) -> tuple[Diagnostic, ...]:
    typed = parse_trend(reference.text)
    if typed is None or set(typed.others) - {str(year) for year in reference.years}:
        message = f"'{reference.text}' cannot be read as a trend."
        return (reference.fault(Rule.CLAIM_UNREADABLE, message, how_to_write(reference.text)),)
    if wrong := trend_misfit(typed, change):
        return (
            reference.fault(
                Rule.CLAIM_UNREADABLE, f"'{reference.text}': {wrong}.", f"The data say {ends}{_size(change)}"
            ),
        )
    if trend_agrees(typed, change):
        return ()
    message = f"The text says {reference.text}, the data say {_verb(change)}: {ends}{_in_full(change)}."
    return (reference.fault(Rule.CLAIM_DISAGREES, message, advice(change, _verb(change))),)


def _bound(reference: Reference, dataset: Dataset, last: Observation, text: str, exact: str) -> BoundValue:
    indicator, origin = dataset.indicator(reference.target), dataset.catalog.origins[last.origin]
    return BoundValue(
        text=text,
        exact=exact,
        machine="",
        subject=f"{indicator.title}, {dataset.countries[last.country].name}",
        country=last.country,
        indicator=indicator.id,
        year=f"{reference.years[0]}–{reference.years[1]}",
        status=last.status,
        source=origin.attribution,
        url=indicator_url(indicator.id),
        quoted=reference.title if reference.option("quoted") else "",
    )
