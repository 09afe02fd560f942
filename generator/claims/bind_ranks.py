"""`rank:` references: a country's place in a ranking, and a text that agrees with it."""

from dataclasses import dataclass

from generator.claims.bind_intervals import bind_interval
from generator.claims.bound import Binding, BoundValue, fault, is_blank, missing_reason, misspelt
from generator.claims.grammar import load_grammar
from generator.claims.ranks import Place, TypedRank, parse_rank, place_of, rank_agrees
from generator.content.references import Reference
from generator.data.dataset import Dataset
from generator.data.memoised import memoised
from generator.data.observations import Observation
from generator.data.ranking import Ranking
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
    standing = _standing(dataset, reference.target, country, year, group)
    return _placed(reference, dataset, standing) if standing else _unplaced(reference, dataset, country, year, group)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Standing:
    """A figure with its place in the ranking of a year and a group."""

    year: int
    group: str
    place: Place
    observation: Observation


@memoised
def _standing(dataset: Dataset, indicator: str, country: str, year: int | None, group: str) -> _Standing | None:
    """Return how a country stands, whatever the figures of others are."""
    ranking = dataset.ranking(indicator, year=year, group=group)
    row = ranking.of(country) if ranking else None
    place = place_of(ranking, country) if ranking else None
    if ranking is None or row is None or place is None:
        return None
    return _Standing(year=ranking.year, group=group, place=place, observation=row.observation)


def _unplaced(reference: Reference, dataset: Dataset, country: str, year: int | None, group: str) -> Binding:
    ranking = dataset.ranking(reference.target, year=year, group=group)
    return _no_place(reference, dataset, country, ranking) if ranking else _no_ranking(reference, dataset, group)


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


def _placed(reference: Reference, dataset: Dataset, standing: _Standing) -> Binding:
    shown = _in_words(standing.place)
    problems = missing_reason(reference)
    if not problems and not is_blank(reference) and not reference.option("quoted"):
        problems = _check(reference, standing, shown)
    text = shown if is_blank(reference) else reference.text
    return (None, problems) if problems else (_bound(reference, dataset, standing, text), ())


def _in_words(place: Place) -> str:
    return _("{rank} of {count}").format(rank=format_ordinal(place.rank), count=place.of)


def _check(reference: Reference, standing: _Standing, shown: str) -> tuple[Diagnostic, ...]:
    typed, place = parse_rank(reference.text), standing.place
    if right := load_grammar("en").respelt(reference.text):
        own = parse_rank(right)
        hint = f"Write {right if own and rank_agrees(own, place) else shown}"
        return (reference.fault(Rule.CLAIM_UNREADABLE, misspelt(reference.text, right), hint),)
    if typed is None or set(typed.others) - {str(standing.year)}:
        message = f"'{reference.text}' cannot be read as a rank."
        hint = f"Begin with the place, as {shown}, third, second lowest or largest."
        return (reference.fault(Rule.CLAIM_UNREADABLE, message, hint),)
    if rank_agrees(typed, place):
        return ()
    message = f"The text says {reference.text}, the data say {_found(typed, place, shown)} in {standing.year}."
    return (reference.fault(Rule.CLAIM_DISAGREES, message, f"Write {shown}"),)


def _found(typed: TypedRank, place: Place, shown: str) -> str:
    """Return the rank, counted from the author's end."""
    nth = format_ordinal(place.ends[typed.counted])
    words = {"best": shown, "worst": f"{nth} from the last", "high": f"{nth} highest", "low": f"{nth} lowest"}
    return f"{words[typed.counted]} of {place.of}" if typed.counted != "best" else shown


def _bound(reference: Reference, dataset: Dataset, standing: _Standing, text: str) -> BoundValue:
    indicator, observation = dataset.indicator(reference.target), standing.observation
    origin = dataset.catalog.origins[observation.origin]
    place = _in_words(standing.place)
    return BoundValue(
        text=text,
        exact=f"{place}, {dataset.group_title(standing.group)}" if standing.group else place,
        machine=str(standing.place.rank),
        subject=_("Rank by {title}, {name}, {year}").format(
            title=indicator.title, name=dataset.countries[observation.country].name, year=standing.year
        ),
        country=observation.country,
        indicator=indicator.id,
        year=str(standing.year),
        status=observation.status,
        source=origin.attribution,
        url=f"{indicator_url(indicator.id)}#ranking",
        quoted=reference.title if reference.option("quoted") else "",
    )
