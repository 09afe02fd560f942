"""`rank:…?interval` references: where a rank lies with other weights and methods."""

from generator.claims.bound import Binding, BoundValue, fault, is_blank, missing_reason, misspelt
from generator.claims.grammar import load_grammar
from generator.claims.intervals import TypedInterval, parse_interval
from generator.content.references import Reference
from generator.data.dataset import Dataset
from generator.diagnostics import Diagnostic
from generator.formatting import format_ordinal
from generator.messages import gettext as _
from generator.rules import Rule
from generator.urls import indicator_url


def bind_interval(reference: Reference, dataset: Dataset, country: str) -> Binding:
    """Return the interval of a country's rank in an index, or the problem."""
    if reference.option("in"):
        hint = "Take 'in' away, or 'interval'."
        return fault(Rule.REFERENCE_SYNTAX, reference, "An interval is of the whole ranking, not of a group.", hint)
    years = dataset.interval_years(reference.target)
    if not years:
        message = f"'{reference.target}' has no intervals of ranks: no index varies its weights and methods."
        hint = "Leave 'interval' out, or give the index a `sensitivity`."
        return fault(Rule.RANK_UNAVAILABLE, reference, message, hint)
    year = reference.years[0] if reference.years else max(years)
    found = dataset.rank_interval(reference.target, year, country)
    if found is None:
        message = f"{dataset.countries[country].name} is not ranked by '{reference.target}' in {year}."
        hint = f"Its editions are: {', '.join(map(str, sorted(years)))}; name a country that one ranks."
        return fault(Rule.RANK_UNAVAILABLE, reference, message, hint)
    actual = TypedInterval(low=found.low, high=found.high, of=found.of)
    shown = _in_words(actual)
    blank = is_blank(reference)
    problems = missing_reason(reference)
    if not problems and not blank and not reference.option("quoted"):
        problems = _check(reference, actual, year, shown)
    text = shown if blank else reference.text
    return (None, problems) if problems else (_bound(reference, dataset, (country, year), actual, text), ())


def _in_words(actual: TypedInterval) -> str:
    low, high = format_ordinal(actual.low), format_ordinal(actual.high)
    return low if low == high else _("between {low} and {high}").format(low=low, high=high)


def _check(reference: Reference, actual: TypedInterval, year: int, shown: str) -> tuple[Diagnostic, ...]:
    if right := load_grammar("en").respelt(reference.text):
        return (reference.fault(Rule.CLAIM_UNREADABLE, misspelt(reference.text, right), f"Write {shown}"),)
    typed = parse_interval(reference.text)
    if typed is None:
        message = f"'{reference.text}' cannot be read as an interval of ranks."
        return (reference.fault(Rule.CLAIM_UNREADABLE, message, f"Name both ends, as {shown}"),)
    if (typed.low, typed.high) == (actual.low, actual.high) and typed.of in {0, actual.of}:
        return ()
    message = f"The text says {reference.text}, the index says {shown} of {actual.of} in {year}."
    return (reference.fault(Rule.CLAIM_DISAGREES, message, f"Write {shown}"),)


def _bound(reference: Reference, dataset: Dataset, at: tuple[str, int], actual: TypedInterval, text: str) -> BoundValue:
    country, year = at
    indicator = dataset.indicator(reference.target)
    exact = _("{interval} of {count}, with other weights and methods").format(
        interval=_in_words(actual), count=actual.of
    )
    return BoundValue(
        text=text,
        exact=exact,
        machine="",
        subject=_("Rank by {title}, {name}, {year}").format(
            title=indicator.title, name=dataset.countries[country].name, year=year
        ),
        country=country,
        indicator=indicator.id,
        year=str(year),
        status="A",
        source=dataset.catalog.origins[indicator.origins[0]].attribution,
        url=f"{indicator_url(indicator.id)}#ranking",
        quoted=reference.title if reference.option("quoted") else "",
    )
