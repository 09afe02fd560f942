"""Sentences made from data and bound to it: headlines, one for each section, an indicator's."""

from collections.abc import Iterator, Mapping
from html import escape
from string import Formatter
from types import MappingProxyType

from generator.claims.bind import bind_reference
from generator.claims.bound import BoundValue
from generator.content.narrative import Narrative, Phrase
from generator.content.references import Reference
from generator.data.countries import Country
from generator.data.dataset import Dataset
from generator.data.observations import Observation
from generator.messages import capital
from generator.messages import gettext as _
from generator.pages.blocks.values import value_text
from generator.pages.records.parts import Body
from generator.pages.sentences.names import region_name
from generator.pages.sentences.newsworth import against
from generator.pages.sentences.patterns import choose
from generator.pages.sentences.topic import Pieces, Sentence, Topic

POPULATION = "population"
INCOME = "gdp_per_head_ppp"
LIFE = "life_expectancy"

NOTHING_SAID: Mapping[str, frozenset[str]] = MappingProxyType({})

RECENT = 8
"""Years before the reference year up to which a figure is worth a sentence."""


def plan_headline(dataset: Dataset, narrative: Narrative, country: str) -> Body:
    """Return the headline: what `site.yaml` names, or people, income, length of life."""
    usual = (make(dataset, narrative, country) for make in (_people, _income_and_life))
    made = _of_headline(dataset, narrative, country) if narrative.headline else [each for each in usual if each]
    bodies = [body for sentence in made if (body := bind_sentence(dataset, sentence))]
    if not bodies:
        return (escape(_coverage(dataset, narrative, country), quote=False),)
    return tuple(part for at, body in enumerate(bodies) for part in ((" ", *body) if at else body))


def _of_headline(dataset: Dataset, narrative: Narrative, country: str) -> list[Sentence]:
    """Return a sentence for each indicator of the headline that has figures."""
    turn = dataset.profiles.index(country)
    topics = _topics(dataset, narrative, narrative.headline, country)
    return [_said_of(topic, turn + at) for at, topic in enumerate(topics)]


def _said_of(topic: Topic, turn: int) -> Sentence:
    """Return the sentence with the most news of a topic; without any its figure."""
    chosen = choose(iter((topic,)), turn, -1)
    return chosen[1] if chosen else Sentence(topic.say("{clause}."), topic.common)


def _coverage(dataset: Dataset, narrative: Narrative, country: str) -> str:
    """Return how much is known of a country of which neither people nor income nor length of life are."""
    count = sum(dataset.latest(indicator, country) is not None for indicator in dataset.catalog.indicators)
    text = _("{where} has figures in {count} of {all} indicators.")
    where = capital(_where(dataset.countries[country], narrative))
    return text.format(count=count, all=len(dataset.catalog.indicators), where=where)


def _where(country: Country, narrative: Narrative) -> str:
    """Return the country with its region, `the Holy See, in Southern Europe,`, unless named alike."""
    name = country.with_article
    if not country.region or country.name in country.region or country.name.split()[-1] in country.region.split():
        return name
    return _("{name}, in {region},").format(name=name, region=region_name(country.region, narrative))


def plan_sentences(
    dataset: Dataset, narrative: Narrative, country: str, said: Mapping[str, frozenset[str]] = NOTHING_SAID
) -> dict[str, Body]:
    """Return a bound sentence for each section, if figures allow; neighbours differ in pattern.

    `said` holds the indicators that a section's commentary speaks of: its sentence is about another one.
    """
    found: dict[str, Body] = {}
    turn, before = dataset.profiles.index(country), -1
    for at, (section, phrases) in enumerate(narrative.sections):
        fresh = tuple(phrase for phrase in phrases if phrase.indicator not in said.get(section, ()))
        chosen = choose(_topics(dataset, narrative, fresh, country), turn + at, before)
        if chosen and (body := bind_sentence(dataset, chosen[1])):
            before, found[section] = chosen[0], body
    return found


def bind_sentence(dataset: Dataset, sentence: Sentence) -> Body:
    """Return a sentence with its figures bound; empty if one is missing or disagrees."""
    body: list[str | BoundValue] = []
    for text, name, _form, _conversion in Formatter().parse(sentence.pattern):
        body.append(escape(text, quote=False))
        if name is not None and not _add(dataset, body, sentence.pieces[name]):
            return ()
    return tuple(_joined(body))


def _add(dataset: Dataset, body: list[str | BoundValue], piece: str | Reference) -> bool:
    bound = escape(piece, quote=False) if isinstance(piece, str) else bind_reference(piece, dataset, piece.country)[0]
    if bound is not None:
        body.append(bound)
    return bound is not None


def _joined(body: list[str | BoundValue]) -> Iterator[str | BoundValue]:
    """Yield the parts with neighbouring texts as one, the first with a capital."""
    text = ""
    for at, part in enumerate(body):
        if isinstance(part, str):
            text += part
            text = text if any(not isinstance(p, str) for p in body[:at]) else capital(text)
            continue
        if text:
            yield text
        text = ""
        yield part
    if text:
        yield text


def _topics(dataset: Dataset, narrative: Narrative, phrases: tuple[Phrase, ...], country: str) -> Iterator[Topic]:
    for phrase in phrases:
        latest = None if country in phrase.doubtful else dataset.latest(phrase.indicator, country)
        if latest is not None and latest.decimal is not None and latest.year >= dataset.reference_year - RECENT:
            yield Topic(dataset=dataset, narrative=narrative, phrase=phrase, latest=latest)


def _topic(dataset: Dataset, narrative: Narrative, indicator: str, country: str) -> Topic | None:
    if indicator not in dataset.catalog.indicators:
        return None
    return next(_topics(dataset, narrative, (Phrase(indicator=indicator, noun=""),), country), None)


def _people(dataset: Dataset, narrative: Narrative, code: str) -> Sentence | None:
    topic, country = _topic(dataset, narrative, POPULATION, code), dataset.countries[code]
    if topic is None:
        return None
    pieces = {**topic.common, "where": _where(country, narrative)}
    if topic.latest.year < dataset.reference_year:
        return Sentence(_("{where} had {value} people in {year}."), pieces)
    return Sentence(_("{where} is home to {value} people."), pieces)


def _income_and_life(dataset: Dataset, narrative: Narrative, country: str) -> Sentence | None:
    income = _topic(dataset, narrative, INCOME, country)
    life = _topic(dataset, narrative, LIFE, country)
    lived: Pieces = {"life": life.value(life.latest), "born": str(life.latest.year)} if life else {}
    against_median = _against_median(dataset, income)
    if income and against_median:
        count = str(dataset.coverage(INCOME)[income.latest.year])
        start = _output(dataset, narrative, country)
        earned: Pieces = {**income.common, "against": against_median, "count": count, "start": start}
        if not life:
            return Sentence(_("{start} {value} in {year}, {against} the median of {count} countries."), earned)
        pattern = _(
            "{start} {value} in {year}, {against} the median of {count} countries, "
            "and a child born in {born} could expect to live {life} years."
        )
        return Sentence(pattern, {**earned, **lived})
    return Sentence(_("A child born in {born} could expect to live {life} years."), lived) if life else None


def _output(dataset: Dataset, narrative: Narrative, country: str) -> str:
    """Return the start of the sentence on output; it names the country if none before did."""
    if _topic(dataset, narrative, POPULATION, country):
        return _("Output per head was")
    return _("{where} had an output per head of").format(where=_where(dataset.countries[country], narrative))


def _against_median(dataset: Dataset, income: Topic | None) -> str:
    if income is None or income.latest.value is None:
        return ""
    middle = dataset.median(INCOME, income.latest.year)
    return against(income.latest.value / middle) if middle else ""


def indicator_sentence(dataset: Dataset, indicator_id: str) -> str:
    """Return who has the highest and the lowest figure of the ranking; empty where there is no ranking."""
    ranking = dataset.ranking(indicator_id)
    if ranking is None:
        return ""
    highest = max(ranking.rows, key=lambda row: row.observation.value or 0.0).observation
    lowest = min(ranking.rows, key=lambda row: row.observation.value or 0.0).observation
    if highest.value == lowest.value:
        return ""
    return _(
        "Among {count} countries in {year}, {high_name} has the highest figure, {high}, and {low_name} the lowest, {low}."
    ).format(
        count=len(ranking.rows),
        year=ranking.year,
        high_name=dataset.countries[highest.country].with_article,
        high=_prose(dataset, highest),
        low_name=dataset.countries[lowest.country].with_article,
        low=_prose(dataset, lowest),
    )


def _prose(dataset: Dataset, observation: Observation) -> str:
    return value_text(dataset.indicator(observation.indicator), observation, "prose")
