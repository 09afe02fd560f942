"""One sentence per section, made from data: the patterns, and which of them a country's figures allow.

A sentence names no cause, has no missing value, and carries each figure as a reference, so that it is bound and checked
as an author's prose is.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal

from generator.claims.grammar import load_grammar
from generator.data.catalog import UnitKind
from generator.formatting import format_ordinal
from generator.messages import gettext as _
from generator.pages.naming import region_name
from generator.pages.ratios import against
from generator.pages.sentence_topic import Pieces, Topic

Sentence = tuple[str, Pieces]
"""A pattern with placeholders, and what they stand for."""

SINCE = 2000
"""A change is told from the first figure of this year or later."""

LEAST_SPAN = 5
"""Years that a change covers at least."""

LEAST_STEP, LEAST_POINT, LEAST_SHARE = Decimal("0.02"), Decimal(1), Decimal("0.1")
"""Part of the first figure by which it changes at least; a percentage by a point, or by this larger part."""

LEAST_RECORD = 15
"""Figures that a series holds at least before its highest or lowest is worth a word."""

LEAST_NAMED = 4
"""Countries that a region's ranking has at least before a place in it is worth a word."""

IN_WORDS = 10
"""Up to this number, places and counts are written in words."""


def change(topic: Topic) -> Sentence | None:
    """Return the move from the first figure since 2000 to the latest."""
    held = [o for o in topic.dataset.series(topic.phrase.indicator, topic.latest.country).observations if o.text]
    first = next((o for o in held if o.year >= SINCE), None)
    if first is None or first.decimal is None or topic.latest.decimal is None:
        return None
    step = _step(topic, first.decimal, topic.latest.decimal)
    if topic.latest.year - first.year < LEAST_SPAN or not step:
        return None
    verb = topic.refer("trend", _("rose") if step > 0 else _("fell"), first.year, topic.latest.year)
    pieces = {**topic.common(), "moved": verb, "first": topic.value(first), "since": str(first.year)}
    return _("{owner} {noun} {moved} from {first} in {since} to {value}{unit} in {year}."), pieces


def _step(topic: Topic, first: Decimal, last: Decimal) -> Decimal:
    """Return the change at the catalog's decimals, nought where it is too small to speak of a rise or a fall."""
    indicator = topic.dataset.indicator(topic.phrase.indicator)
    step = round(last, indicator.decimals) - round(first, indicator.decimals)
    percentage = indicator.unit.kind in {UnitKind.PERCENT, UnitKind.SHARE} and abs(step) < LEAST_POINT
    return step if abs(step) >= (LEAST_SHARE if percentage else LEAST_STEP) * abs(first) else Decimal(0)


def place(topic: Topic) -> Sentence | None:
    """Return the place among the countries of the region, counted from the nearer end."""
    country = topic.dataset.countries[topic.latest.country]
    ranking = topic.dataset.ranking(topic.phrase.indicator, group=country.region) if country.region else None
    row = ranking.of(country.code) if ranking else None
    if ranking is None or row is None or row.tied or row.observation.year != topic.latest.year:
        return None
    count = len(ranking.rows)
    if count < LEAST_NAMED or ranking.year != topic.latest.year:
        return None
    above = sum((r.observation.value or 0.0) > (row.observation.value or 0.0) for r in ranking.rows)
    text = _counted(above + 1, count)
    rank = topic.refer("rank", text, topic.latest.year, group=country.region)
    pieces = {**topic.common(), "rank": rank, "region": region_name(country.region, topic.narrative)}
    return _("At {value}{unit} in {year}, {owner} {noun} {was} the {rank} in {region}."), pieces


def _counted(place_: int, count: int) -> str:
    """Return a place from the nearer end: `highest of five`, `second lowest of 12`."""
    grammar = load_grammar("en")
    high = place_ <= (count + 1) // 2
    at = place_ if high else count + 1 - place_
    end = _("highest") if high else _("lowest")
    ordinal = grammar.ordinals[at - 1] if at <= IN_WORDS else format_ordinal(at)
    of = grammar.numbers[count] if count <= IN_WORDS else str(count)
    return _("{end} of {count}").format(end=end if at == 1 else f"{ordinal} {end}", count=of)


def comparison(topic: Topic) -> Sentence | None:
    """Return how the figure compares with the median of all profiled countries that have one in its year."""
    indicator = topic.dataset.indicator(topic.phrase.indicator)
    coverage = topic.dataset.coverage(indicator.id)
    middle = topic.dataset.median(indicator.id, topic.latest.year)
    thin = coverage.get(topic.latest.year, 0) < 0.8 * max(coverage.values(), default=0)
    if not (topic.phrase.compared and indicator.comparable) or thin or not middle or middle < 0:
        return None
    if topic.latest.value is None or topic.latest.value < 0:
        return None
    count = str(coverage[topic.latest.year])
    pieces = {**topic.common(), "against": against(topic.latest.value / middle), "count": count}
    return _("In {year} {owner} {noun} stood at {value}{unit}, {against} the median of {count} countries."), pieces


def record(topic: Topic) -> Sentence | None:
    """Return that the latest figure is the highest or the lowest of its series."""
    held = [o for o in topic.dataset.series(topic.phrase.indicator, topic.latest.country).observations if o.text]
    values = [o.value for o in held[:-1] if o.value is not None] if topic.phrase.records else []
    if len(values) < LEAST_RECORD or topic.latest != held[-1] or topic.latest.value is None:
        return None
    if min(values) <= topic.latest.value <= max(values):
        return None
    pieces = {**topic.common(), "since": str(held[0].year)}
    if topic.latest.value > max(values):
        return _("{owner} {noun} reached {value}{unit} in {year}, the highest figure since at least {since}."), pieces
    return _("{owner} {noun} sank to {value}{unit} in {year}, the lowest figure since at least {since}."), pieces


PATTERNS: tuple[Callable[[Topic], Sentence | None], ...] = (change, place, comparison, record)


def choose(topics: Iterator[Topic], turn: int, before: int) -> tuple[int, Sentence] | None:
    """Return the first sentence that the topics allow, with its pattern's number; never the pattern of the one before.

    `turn` decides with which pattern to begin, so that neighbouring sections and countries differ.
    """
    order = [(turn + step) % len(PATTERNS) for step in range(len(PATTERNS))]
    for topic in topics:
        for number in order:
            sentence = PATTERNS[number](topic) if number != before else None
            if sentence:
                return number, sentence
    return None
