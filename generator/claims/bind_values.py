"""`value:` references: an observation, and a text that agrees with it."""

from decimal import Decimal

from generator.claims.bound import Binding, BoundValue, fault, is_blank
from generator.claims.check_figure import Expected, check_figure
from generator.claims.value_options import check_value_options
from generator.content.references import Reference
from generator.data.catalog import Indicator, UnitKind
from generator.data.dataset import Dataset
from generator.data.observations import Observation
from generator.formatting import format_amount
from generator.messages import gettext as _
from generator.rules import Rule
from generator.urls import indicator_url


def bind_value(reference: Reference, dataset: Dataset, home: str) -> Binding:
    """Return the figure of a `value:` reference, or the problem."""
    country = reference.country or home
    if not country:
        hint = f"Name the country, as value:{reference.target}/KAZ@2019"
        return fault(Rule.REFERENCE_SYNTAX, reference, "This document has no country of its own.", hint)
    indicator = dataset.indicator(reference.target)
    if problems := check_value_options(reference, indicator):
        return None, problems
    observation = _observation(reference, dataset, country)
    if observation is None or observation.decimal is None:
        return missing_value(reference, dataset, country)
    unit, shown = indicator.unit, _shown(indicator, observation, magnitude=reference.option("unit"))
    period = str(observation.year)
    record = Expected(kind=unit.kind, symbol=unit.symbol, value=observation.decimal, shown=shown, period=period)
    text, problems = check_figure(reference, record)
    return (None, problems) if problems else (_bound_value(dataset, indicator, observation, text, reference), ())


def _observation(reference: Reference, dataset: Dataset, country: str) -> Observation | None:
    if origin := reference.option("origin"):
        found = dataset.from_every_origin(reference.target, country, reference.years[0])
        return next((observation for observation in found if observation.origin == origin), None)
    if reference.years:
        return dataset.observation(reference.target, country, reference.years[0])
    return dataset.latest(reference.target, country)


def missing_value(reference: Reference, dataset: Dataset, country: str, year: int = 0) -> Binding:
    """Return the author's words for a gap if there are some, else a problem naming the years known."""
    if reference.title and is_blank(reference):
        name = dataset.countries[country].name
        subject = f"{dataset.indicator(reference.target).title}, {name}"
        return _plain(reference.title, subject, country, reference.target), ()
    known = [o.year for o in dataset.series(reference.target, country).observations if o.text]
    year = year or next(iter(reference.years), 0)
    when, origin = f" for {year}" if year else "", reference.option("origin")
    source = f" from '{origin}'" if origin else ""
    message = f"There is no value of '{reference.target}' for {country}{when}{source}."
    if (
        other := next((o.origin for o in dataset.from_every_origin(reference.target, country, year)), "")
        if origin
        else ""
    ):
        return fault(Rule.VALUE_MISSING, reference, message, f"That year is from '{other}': use origin={other}")
    nearest = min(known, key=lambda y: abs(y - (year or y)), default=None)
    hint = (
        f"The data run from {known[0]} to {known[-1]}: use @{nearest}"
        if known
        else "No year has a value; leave it out."
    )
    return fault(Rule.VALUE_MISSING, reference, message, hint)


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


def _shown(indicator: Indicator, observation: Observation, style: str = "prose", magnitude: str = "") -> str:
    value, unit = observation.decimal or Decimal(0), indicator.unit
    symbol = "" if unit.kind is UnitKind.COUNT and style == "prose" else unit.after(value)
    kind, decimals = unit.kind.value, indicator.decimals
    return format_amount(value, kind=kind, symbol=symbol, decimals=decimals, style=style, magnitude=magnitude)


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
        source=origin.attribution,
        url=indicator_url(indicator.id),
        quoted=reference.title if reference.option("quoted") else "",
    )
