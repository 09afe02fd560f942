"""Findings for the front page: who climbed most in an indicator, others with each edition."""

from collections.abc import Iterator
from datetime import date

from generator.content.narrative import Narrative, Phrase
from generator.data.catalog import Direction
from generator.data.change import Change, world_changes
from generator.data.dataset import Dataset
from generator.formatting import format_ordinal
from generator.messages import gettext as _
from generator.pages.blocks.values import spark_of
from generator.pages.prose.plain import plain_text
from generator.pages.records.parts import country_link
from generator.pages.records.rows import Finding
from generator.pages.sentences.patterns import change_sentence
from generator.pages.sentences.plan import bind_sentence
from generator.pages.sentences.topic import Topic
from generator.urls import indicator_url

COUNT, LEAST = 3, 10
"""Findings on a page; the least number of countries among which one climbed."""


def plan_findings(dataset: Dataset, narrative: Narrative, edition: date) -> tuple[Finding, ...]:
    """Return three findings of different countries; each edition begins at others."""
    found: dict[str, Finding] = {}
    for phrase in _phrases(dataset, narrative, edition):
        climbed = _most_climbed(dataset, phrase.indicator)
        if climbed is None or climbed[0].country in found or climbed[0].country in phrase.doubtful:
            continue
        if finding := _finding(dataset, narrative, phrase, *climbed):
            found[climbed[0].country] = finding
        if len(found) == COUNT:
            break
    return tuple(found.values())


def _phrases(dataset: Dataset, narrative: Narrative, edition: date) -> Iterator[Phrase]:
    """Yield the phrases of indicators whose highest figure is best, from the edition's own on.

    Where the lowest is best, a war or a slump may be what makes a country climb.
    """
    every = {p.indicator: p for _section, phrases in narrative.sections for p in phrases}
    judged = [p for i, p in every.items() if dataset.indicator(i).direction is Direction.HIGHER]
    start = (12 * edition.year + edition.month) * COUNT % len(judged) if judged else 0
    yield from (*judged[start:], *judged[:start])


def _most_climbed(dataset: Dataset, indicator: str) -> tuple[Change, tuple[int, int], int] | None:
    """Return who gained most places, if one country alone did and its figure rose from more than 0."""
    changed = world_changes(dataset, indicator)
    years, found = changed.years, changed.found
    if years is None or len(found) < LEAST:
        return None
    most = max(change.gained for change in found)
    first = [change for change in found if change.gained == most]
    if most <= 0 or len(first) > 1 or not _better(dataset, indicator, first[0]):
        return None
    return first[0], years, len(found)


def _better(dataset: Dataset, indicator: str, change: Change) -> bool:
    before, after = change.before.value or 0.0, change.after.value or 0.0
    return after > before and bool(round(before, dataset.indicator(indicator).decimals))


def _finding(
    dataset: Dataset, narrative: Narrative, phrase: Phrase, climbed: Change, years: tuple[int, int], count: int
) -> Finding | None:
    """Return the bound sentence of the change, and the places it meant; None where they would not fit."""
    latest = dataset.latest(phrase.indicator, climbed.country)
    if latest is None or latest.year != years[1]:
        return None
    topic = Topic(dataset=dataset, narrative=narrative, phrase=phrase, latest=latest)
    sentence = None if topic.special else change_sentence(topic)
    body = bind_sentence(dataset, sentence) if sentence else ()
    if not body:
        return None
    places = _(
        "In the ranking it went from {first} to {last} place of {count} between {before} and {after}; "
        "no other country gained as many places."
    )
    return Finding(
        title=_("{country}: {indicator}").format(
            country=dataset.countries[climbed.country].name, indicator=dataset.indicator(phrase.indicator).short_title
        ),
        text=plain_text(body),
        places=places.format(
            first=format_ordinal(climbed.place_before),
            last=format_ordinal(climbed.place_after),
            count=count,
            before=years[0],
            after=years[1],
        ),
        country=country_link(dataset.countries[climbed.country]),
        url=f"{indicator_url(phrase.indicator)}",
        spark=spark_of(dataset, dataset.indicator(phrase.indicator), climbed.country),
    )
