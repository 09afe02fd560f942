"""References to figures resolved against the dataset: a bound value, or what is wrong."""

from decimal import Decimal

from generator.claims.agreement import agrees, fits, rewritten, rounding
from generator.claims.bound import BoundValue
from generator.claims.numbers import parse_figure
from generator.claims.stated import check_text, stated_figure, verdict
from generator.content.references import Reference
from generator.data.catalog import Indicator
from generator.data.dataset import Dataset
from generator.data.observations import Observation
from generator.data.statements import Statement
from generator.diagnostics import Diagnostic
from generator.formatting import format_amount
from generator.messages import gettext as _
from generator.rules import Rule
from generator.urls import indicator_url

FILL = frozenset(("", "…", "..."))
"""Link texts that are filled with the value."""

Bound = tuple[BoundValue | None, tuple[Diagnostic, ...]]


def bind_reference(reference: Reference, dataset: Dataset, home: str) -> Bound:
    """Return the figure a value: or claim: reference stands for, or what is wrong with it."""
    return _claim(reference, dataset) if reference.scheme == "claim" else _value(reference, dataset, home)


def _fault(rule: Rule, reference: Reference, message: str, hint: str) -> tuple[None, tuple[Diagnostic, ...]]:
    return None, (Diagnostic(rule=rule, location=reference.location, message=message, hint=hint),)


def _value(reference: Reference, dataset: Dataset, home: str) -> Bound:
    country = reference.country or home
    if not country:
        hint = f"Name the country, as value:{reference.target}/KAZ@2019"
        return _fault(Rule.REFERENCE_SYNTAX, reference, "This document has no country of its own.", hint)
    indicator = dataset.indicator(reference.target)
    observation = _observation(reference, dataset, country)
    if observation is None or observation.decimal is None:
        return _missing(reference, dataset, country)
    text, problems = _checked(reference, indicator.unit.kind.value, observation.decimal, _shown(indicator, observation))
    return (None, problems) if problems else (_bound_value(dataset, indicator, observation, text, reference), ())


def _observation(reference: Reference, dataset: Dataset, country: str) -> Observation | None:
    if reference.years:
        return dataset.observation(reference.target, country, reference.years[0])
    return dataset.latest(reference.target, country)


def _missing(reference: Reference, dataset: Dataset, country: str) -> Bound:
    if reference.title and reference.text.strip() in FILL:
        name = dataset.countries[country].name
        subject = f"{dataset.indicator(reference.target).title}, {name}"
        return _plain(reference.title, subject, country, reference.target), ()
    held = [o.year for o in dataset.series(reference.target, country).observations if o.text]
    when = f" for {reference.years[0]}" if reference.years else ""
    message = f"There is no value of '{reference.target}' for {country}{when}."
    nearest = min(held, key=lambda y: abs(y - (reference.years[0] if reference.years else y)), default=None)
    hint = (
        f"The data run from {held[0]} to {held[-1]}: use @{nearest}" if held else "No year has a value; leave it out."
    )
    return _fault(Rule.VALUE_MISSING, reference, message, hint)


def _plain(text: str, subject: str, country: str, indicator: str) -> BoundValue:
    return BoundValue(
        text=text,
        exact=_("not available"),
        machine="",
        subject=subject,
        country=country,
        indicator=indicator,
        year="",
        status="",
        source="",
        url=indicator_url(indicator),
    )


def _shown(indicator: Indicator, observation: Observation, style: str = "prose") -> str:
    value, unit = observation.decimal, indicator.unit
    symbol = "" if unit.kind.value == "count" and style == "prose" else unit.symbol
    return format_amount(
        value or Decimal(0), kind=unit.kind.value, symbol=symbol, decimals=indicator.decimals, style=style
    )


def _checked(  # noqa: PLR0911 - one return for each way to be wrong
    reference: Reference, kind: str, value: Decimal, shown: str
) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text for the reader, or why the typed figure cannot stand; a deliberate difference is not checked."""
    if reference.text.strip() in FILL:
        return shown, ()
    if reference.option("quoted") and not reference.title:
        hint = 'Say why in the link\'s title: [text](… "counts guests in lodging")'
        return "", _fault(Rule.CLAIM_UNREADABLE, reference, "A quoted figure needs a reason.", hint)[1]
    if reference.option("quoted") and reference.scheme == "value":
        return reference.text, ()
    typed = parse_figure(reference.text)
    if typed is None:
        message = f"'{reference.text}' cannot be read as a figure."
        hint = f"Write the figure first, as {shown}, with words of size such as million and hedges such as about."
        return "", _fault(Rule.CLAIM_UNREADABLE, reference, message, hint)[1]
    if unfit := fits(typed, kind):
        return "", _fault(Rule.CLAIM_UNREADABLE, reference, f"'{reference.text}': {unfit}.", f"Write {shown}")[1]
    if not agrees(typed, value):
        message = f"The text says {reference.text}, the data say {value:,f} ({rounding(typed)})."
        hint = f"Write {rewritten(typed, value):,f} or {shown}"
        return "", _fault(Rule.CLAIM_DISAGREES, reference, message, hint)[1]
    return reference.text, ()


def _bound_value(
    dataset: Dataset, indicator: Indicator, observation: Observation, text: str, reference: Reference
) -> BoundValue:
    origin = dataset.catalog.origins[observation.origin]
    return BoundValue(
        text=text,
        exact=_shown(indicator, observation, "exact"),
        machine=observation.text,
        subject=f"{indicator.title}, {dataset.countries[observation.country].name}, {observation.year}",
        country=observation.country,
        indicator=indicator.id,
        year=str(observation.year),
        status=observation.status,
        source=f"{origin.producer} ({origin.year})",
        url=indicator_url(indicator.id),
        quoted=reference.title if reference.option("quoted") else "",
    )


def _claim(reference: Reference, dataset: Dataset) -> Bound:
    statement = dataset.statements.get(reference.target)
    if statement is None:
        message = f"There is no claim '{reference.target}'."
        return _fault(Rule.CLAIM_UNKNOWN, reference, message, "The ids are in data/claims/.")
    if not statement.value:
        return _stated_bound(reference, statement, reference.text), ()
    shown = stated_figure(statement)
    kind = "index" if statement.unit_kind in {"rank", "year"} else statement.unit_kind
    text, problems = _checked(reference, kind, Decimal(statement.value), shown)
    return (None, problems) if problems else (_stated_bound(reference, statement, text), ())


def _stated_bound(reference: Reference, statement: Statement, text: str) -> BoundValue:
    who = statement.attributed_to
    source = f"{who}, {_('as stated in')} {statement.source}" if who else statement.source
    checked = (verdict(statement.check.result), check_text(statement.check))
    return BoundValue(
        text=text,
        exact=stated_figure(statement) if statement.value else _("no figure stated"),
        machine=statement.value,
        subject=statement.title if statement.period in statement.title else f"{statement.title} ({statement.period})",
        country=statement.country,
        indicator="",
        year="",
        status="",
        source=source,
        url="",
        quoted=reference.title if reference.option("quoted") else "",
        check=". ".join(text for text in checked if text),
    )
