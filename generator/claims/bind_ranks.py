"""`rank:` references: a country's place in a ranking, and a text that agrees with it."""

from generator.claims.bind_intervals import bind_interval
from generator.claims.bound import Binding, BoundValue, fault, is_blank, missing_reason, misspelt
from generator.claims.grammar import load_grammar
from generator.claims.ranks import TypedRank, parse_rank, place_of, rank_agrees
from generator.content.references import Reference
from generator.data.dataset import Dataset
from generator.data.ranking import Ranked, Ranking
from generator.diagnostics import Diagnostic
from generator.formatting import format_ordinal
from generator.messages import gettext as _
from generator.rules import Rule
from generator.urls import indicator_url


def bind_rank(reference: Reference, dataset: Dataset, home: str) -> Binding:
    """Return the rank of a `rank:` reference, or the problem."""
    country, group = reference.country or home, dataset.group_named(reference.option("in"))
    if not country:
        hint = f"Name the country, as rank:{reference.target}/KAZ@2019"
        return fault(Rule.REFERENCE_SYNTAX, reference, "This document has no country of its own.", hint)
    if reference.option("interval"):
        return bind_interval(reference, dataset, country)
    if group is None:
        hint = f"Groups are: {', '.join(dataset.group_names)}"
        return fault(Rule.GROUP_UNKNOWN, reference, f"There is no group '{reference.option('in')}'.", hint)
    year = reference.years[0] if reference.years else None
    ranking = dataset.ranking(reference.target, year=year, group=group)
    if ranking is None:
        return _no_ranking(reference, dataset, group)
    row = ranking.of(country)
    return _no_place(reference, dataset, country, ranking) if row is None else _placed(reference, dataset, ranking, row)


def _no_ranking(reference: Reference, dataset: Dataset, group: str) -> Binding:
    indicator = dataset.indicator(reference.target)
    if not indicator.comparable:
        message = f"'{indicator.id}' cannot be compared between countries: {indicator.not_comparable_reason}"
        hint = "Leave the rank out, or say it as somebody's statement with claim:"
        return fault(Rule.RANK_UNAVAILABLE, reference, message, hint)
    least = "three" if group else "ten"
    message = f"Fewer than {least} countries have a value of '{indicator.id}' then, so there is no rank."
    hint = "Name another year or a larger group, or leave the rank out."
    return fault(Rule.RANK_UNAVAILABLE, reference, message, hint)


def _no_place(reference: Reference, dataset: Dataset, country: str, ranking: Ranking) -> Binding:
    name = dataset.countries[country].name
    if dataset.observation(reference.target, country, ranking.year):
        message = f"{name} is not in the group of this ranking."
    else:
        message = f"{name} has no value of '{reference.target}' in {ranking.year} and so no rank."
    hint = "Name a year and a group in which it has a place, or leave the rank out."
    return fault(Rule.RANK_UNAVAILABLE, reference, message, hint)


def _placed(reference: Reference, dataset: Dataset, ranking: Ranking, row: Ranked) -> Binding:
    shown = _("{rank} of {count}").format(rank=format_ordinal(row.rank), count=len(ranking.rows))
    problems = missing_reason(reference)
    if not problems and not is_blank(reference) and not reference.option("quoted"):
        problems = _check(reference, ranking, row, shown)
    text = shown if is_blank(reference) else reference.text
    return (None, problems) if problems else (_bound(reference, dataset, ranking, row, text), ())


def _check(reference: Reference, ranking: Ranking, row: Ranked, shown: str) -> tuple[Diagnostic, ...]:
    typed, country = parse_rank(reference.text), row.observation.country
    if right := load_grammar("en").respelt(reference.text):
        own = parse_rank(right)
        hint = f"Write {right if own and rank_agrees(own, ranking, country) else shown}"
        return (reference.fault(Rule.CLAIM_UNREADABLE, misspelt(reference.text, right), hint),)
    if typed is None or set(typed.others) - {str(ranking.year)}:
        message = f"'{reference.text}' cannot be read as a rank."
        hint = f"Begin with the place, as {shown}, third, second lowest or largest."
        return (reference.fault(Rule.CLAIM_UNREADABLE, message, hint),)
    if rank_agrees(typed, ranking, country):
        return ()
    message = f"The text says {reference.text}, the data say {_found(typed, ranking, row, shown)} in {ranking.year}."
    return (reference.fault(Rule.CLAIM_DISAGREES, message, f"Write {shown}"),)


def _found(typed: TypedRank, ranking: Ranking, row: Ranked, shown: str) -> str:
    """Return the rank, counted from the author's end."""
    place = place_of(ranking, row.observation.country, typed.counted) or 0
    words = {"best": shown, "worst": f"{format_ordinal(place)} from the last"}
    words |= {"high": f"{format_ordinal(place)} highest", "low": f"{format_ordinal(place)} lowest"}
    return f"{words[typed.counted]} of {len(ranking.rows)}" if typed.counted != "best" else shown


def _bound(reference: Reference, dataset: Dataset, ranking: Ranking, row: Ranked, text: str) -> BoundValue:
    indicator, observation = dataset.indicator(reference.target), row.observation
    origin = dataset.catalog.origins[observation.origin]
    place = _("{rank} of {count}").format(rank=format_ordinal(row.rank), count=len(ranking.rows))
    return BoundValue(
        text=text,
        exact=f"{place}, {dataset.group_title(ranking.group)}" if ranking.group else place,
        machine=str(row.rank),
        subject=_("Rank by {title}, {name}, {year}").format(
            title=indicator.title, name=dataset.countries[observation.country].name, year=ranking.year
        ),
        country=observation.country,
        indicator=indicator.id,
        year=str(ranking.year),
        status=observation.status,
        source=origin.attribution,
        url=f"{indicator_url(indicator.id)}#ranking",
        quoted=reference.title if reference.option("quoted") else "",
    )
