"""Patterns of sentences, one for each section, and the choice among them by news.

A sentence names no cause, has no missing value, and carries each figure as a reference, so that it is bound and checked
as an author's prose is.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal

from generator.claims.grammar import load_grammar
from generator.content.references import Scheme
from generator.data.catalog import UnitKind
from generator.data.dataset import Dataset
from generator.data.memoised import memoised
from generator.data.observations import Observation
from generator.formatting import format_ordinal
from generator.messages import gettext as _
from generator.pages.sentences.names import region_name
from generator.pages.sentences.newsworth import against, news_of_change, news_of_place, news_of_ratio
from generator.pages.sentences.topic import Pieces, Sentence, Topic
from generator.urls import slug_of

SINCE = 2000
"""A change begins at the first figure of this year or later."""

LEAST_SPAN = 5
"""The least number of years of a change, unless its last year is unusual."""

LEAST_STEP, LEAST_POINT, LEAST_SHARE = Decimal("0.02"), Decimal(1), Decimal("0.1")
"""The least change worth saying: a share of the first figure; for percentages also in points."""

LEAST_RECORD = 15
"""The least number of figures of a series whose record is worth saying."""

LEAST_NAMED = 4
"""The least number of countries in a region whose ranking is worth saying."""

NEAR = 3
"""Up to this place from an end a ranking is worth saying; else only in its outer third."""

FILLED = "…"
"""The text of a reference that is filled in from the data."""

IN_WORDS = 10
"""Up to this number, places and counts are written in words."""


def change_sentence(topic: Topic) -> Sentence | None:
    """Return the sentence of a change since 2000, or since the last ordinary year."""
    moved = _moved(topic, _("rose"), _("fell"))
    if moved is None:
        return None
    pieces, news, _rising = moved
    return Sentence(_("{owner} {noun} {moved} from {first} in {since} to {value}{unit} in {year}."), pieces, news)


def _moved(topic: Topic, rise: str, fall: str) -> tuple[Pieces, int, bool] | None:
    """Return the pieces of a change with one of two words for it, its news, and whether it is a rise."""
    first, step = _change(topic)
    if first is None:
        return None
    word = topic.refer(Scheme.TREND, rise if step > 0 else fall, first.year, topic.latest.year)
    pieces = {**topic.common, "moved": word, "first": topic.value(first), "since": str(first.year)}
    return pieces, news_of_change(topic, first), step > 0


def _change(topic: Topic) -> tuple[Observation | None, Decimal]:
    """Return the figure that a change begins at, None without a change, and the step.

    Scores of two editions do not compare.
    """
    figures = () if topic.is_score else topic.figures
    if topic.special:
        first = next((o for o in reversed(figures) if o.year not in topic.special_years), None)
    else:
        first = next((o for o in figures if SINCE <= o.year <= topic.latest.year - LEAST_SPAN), None)
    if first is None or first.decimal is None or topic.latest.decimal is None:
        return None, Decimal(0)
    step = _step(topic, first.decimal, topic.latest.decimal)
    return (first if step else None), step


def _step(topic: Topic, first: Decimal, last: Decimal) -> Decimal:
    """Return the change at the catalog's decimals, 0 if it is too small to be a rise or fall."""
    step = round(last, topic.indicator.decimals) - round(first, topic.indicator.decimals)
    percentage = topic.indicator.unit.kind in {UnitKind.PERCENT, UnitKind.SHARE} and abs(step) < LEAST_POINT
    return step if abs(step) >= (LEAST_SHARE if percentage else LEAST_STEP) * abs(first) else Decimal(0)


def follow_sentence(topic: Topic) -> Sentence | None:
    """Return the sentence of a figure, its change and, if there is one, its place in the region."""
    moved = _moved(topic, _("up"), _("down"))
    if moved is None:
        return None
    pieces, news, rising = moved
    placed = place_sentence(topic)
    if placed is None:
        return Sentence(topic.say(_("{clause}, {moved} from {first} in {since}.")), pieces, news)
    pattern = _followed_by_place(topic, rising=rising)
    return Sentence(pattern, {**placed.pieces, **pieces}, max(news, placed.news))


def _followed_by_place(topic: Topic, *, rising: bool) -> str:
    """Return the pattern of a change and a place, joined by "and" or, against it, by "but"."""
    above, count = _standing(topic) or (0, 0)
    if rising == _upper(above, count):
        return topic.say(_("{clause}, {moved} from {first} in {since} and the {rank} countries in {region}."))
    return topic.say(_("{clause}, {moved} from {first} in {since} but the {rank} countries in {region}."))


def place_sentence(topic: Topic) -> Sentence | None:
    """Return the sentence of a place in the region, from the nearer end; none in the middle.

    That of a score is of its place among all.
    """
    if topic.is_score:
        return score_sentence(topic)
    standing = _standing(topic)
    if standing is None or not _telling(*standing):
        return None
    region = topic.dataset.countries[topic.latest.country].region
    rank = topic.refer(Scheme.RANK, _counted(topic, *standing), topic.latest.year, **{"in": slug_of(region)})
    pieces = {**topic.common, "rank": rank, "region": region_name(region, topic.narrative)}
    return Sentence(topic.say(_("{clause}, the {rank} countries in {region}.")), pieces, news_of_place(*standing))


def score_sentence(topic: Topic) -> Sentence | None:
    """Return the sentence of a score: its rank among all, and the rank's interval where there is one."""
    year = topic.latest.year
    place = _place(topic.dataset, topic.phrase.indicator, topic.latest.country, year)
    if place is None:
        return None
    at, count = place
    rank = topic.refer(Scheme.RANK, _("{rank} of {count}").format(rank=format_ordinal(at), count=count), year)
    interval = topic.refer(Scheme.RANK, FILLED, year, interval="yes")
    pieces = {**topic.common, "rank": rank, "interval": interval}
    return Sentence(topic.say(_with_rank(topic, at, count)), pieces, news_of_place(at, count))


@memoised
def _place(dataset: Dataset, indicator: str, country: str, year: int) -> tuple[int, int] | None:
    """Return a country's rank among all and the number of these; None if unsure."""
    ranking = dataset.ranking(indicator, year=year)
    row = ranking.of(country) if ranking else None
    if ranking is None or row is None or row.tied or row.observation.year != year:
        return None
    return row.rank, len(ranking.rows)


def _with_rank(topic: Topic, rank: int, count: int) -> str:
    """Return the pattern of a score and its rank, with the interval if that is of the same countries."""
    ends = topic.dataset.rank_interval(topic.phrase.indicator, topic.latest.year, topic.latest.country)
    if ends is None or ends.of != count:
        return _("{clause}, {rank} countries.")
    if ends.low == ends.high == rank:
        return _("{clause}, {rank} countries, {interval} too if weights and method were otherwise.")
    return _("{clause}, {rank} countries, {interval} if weights and method were otherwise.")


def _standing(topic: Topic) -> tuple[int, int] | None:
    """Return the place from the top and the number of countries, None if unsure or too few."""
    if topic.special:
        return None
    return _place_in_region(topic.dataset, topic.phrase.indicator, topic.latest.country, topic.latest.year)


@memoised
def _place_in_region(dataset: Dataset, indicator: str, country: str, year: int) -> tuple[int, int] | None:
    """Return a country's place from the top in its region and the number of countries; None if unsure."""
    region = dataset.countries[country].region
    ranking = dataset.ranking(indicator, group=region) if region else None
    row = ranking.of(country) if ranking else None
    if ranking is None or row is None or row.tied or not row.observation.year == ranking.year == year:
        return None
    if len(ranking.rows) < LEAST_NAMED:
        return None
    above = sum((r.observation.value or 0.0) > (row.observation.value or 0.0) for r in ranking.rows)
    return above + 1, len(ranking.rows)


def _upper(place: int, count: int) -> bool:
    """Return whether a place is nearer to the upper end."""
    return place <= (count + 1) // 2


def _telling(place: int, count: int) -> bool:
    """Return whether a place is worth saying: near an end, or in the outer third of many."""
    nearer = min(place, count + 1 - place)
    return nearer <= NEAR or 3 * nearer <= count


def _counted(topic: Topic, place: int, count: int) -> str:
    """Return a place from the nearer end: `highest rate among five`, `second lowest rate among 12`."""
    grammar = load_grammar("en")
    high = _upper(place, count)
    at = place if high else count + 1 - place
    end = topic.phrase.ends[0 if high else 1]
    ordinal = grammar.ordinals[at - 1] if at <= IN_WORDS else format_ordinal(at)
    among = grammar.numbers[count] if count <= IN_WORDS else str(count)
    return _("{end} among {count}").format(end=end if at == 1 else f"{ordinal} {end}", count=among)


def comparison_sentence(topic: Topic) -> Sentence | None:
    """Return the sentence that compares the figure with the median of its year; a score has no ratio."""
    coverage = topic.dataset.coverage(topic.indicator.id)
    middle = topic.dataset.median(topic.indicator.id, topic.latest.year)
    thin = coverage.get(topic.latest.year, 0) < 0.8 * max(coverage.values(), default=0)
    if not (topic.phrase.compared and topic.indicator.comparable) or topic.is_score or thin or not middle or middle < 0:
        return None
    if topic.special or topic.latest.value is None or topic.latest.value < 0:
        return None
    ratio = topic.latest.value / middle
    pieces = {**topic.common, "against": against(ratio), "count": str(coverage[topic.latest.year])}
    return Sentence(topic.say(_("{clause}, {against} the median of {count} countries.")), pieces, news_of_ratio(ratio))


def record_sentence(topic: Topic) -> Sentence | None:
    """Return the sentence of a record: the latest figure is the highest or lowest."""
    figures = topic.figures
    worth = topic.phrase.records and not topic.is_score
    values = [o.value for o in figures[:-1] if o.value is not None] if worth else []
    if len(values) < LEAST_RECORD or topic.latest != figures[-1] or topic.latest.value is None:
        return None
    if min(values) <= topic.latest.value <= max(values):
        return None
    end = topic.phrase.ends[0 if topic.latest.value > max(values) else 1]
    pieces = {**topic.common, "end": end, "since": str(figures[0].year)}
    return Sentence(topic.say(_("{clause}, the {end} since at least {since}.")), pieces, 2)


PATTERNS: tuple[Callable[[Topic], Sentence | None], ...] = (
    change_sentence,
    place_sentence,
    comparison_sentence,
    record_sentence,
    follow_sentence,
)


def choose(topics: Iterator[Topic], turn: int, before: int) -> tuple[int, Sentence] | None:
    """Return the sentence with the most news and its pattern, other than the one before.

    A topic further down the section's list must have that much more news. Among equals `turn` decides, so that neighbouring
    sections and countries differ.
    """
    order = [(turn + step) % len(PATTERNS) for step in range(len(PATTERNS))]
    made = [
        (sentence.news - at, number, sentence)
        for at, topic in enumerate(topics)
        for number in order
        if number != before and (sentence := PATTERNS[number](topic))
    ]
    return max(made, key=lambda found: found[0])[1:] if made else None
