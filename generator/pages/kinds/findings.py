"""Findings for the front page: three of different kinds and indicators, others with each edition."""

from collections.abc import Callable
from datetime import date

from generator.charts.sparkline import Spark, plan_spark
from generator.content.narrative import Narrative, Phrase
from generator.data.catalog import UnitKind
from generator.data.change import is_score
from generator.data.dataset import Dataset
from generator.data.spread import medians
from generator.messages import capital
from generator.messages import gettext as _
from generator.pages.blocks.values import spark_of
from generator.pages.prose.plain import plain_text
from generator.pages.records.parts import Body, Link
from generator.pages.records.rows import Finding
from generator.pages.sentences.movers import Mover, climber, largest_change
from generator.pages.sentences.world import world_ends, world_move
from generator.urls import country_url, indicator_url

COUNT = 3
"""Findings on a page."""

STEP = 7
"""How many findings of a kind lie between two editions: more than one edition passes over."""

CLEAR = 0.6
"""The share of countries that moved one way from which that is a finding."""

Make = Callable[[Dataset, Narrative, Phrase], Finding | None]


def plan_findings(dataset: Dataset, narrative: Narrative, edition: date) -> tuple[Finding, ...]:
    """Return three findings; an edition begins at another kind and another indicator than the one before."""
    number = 12 * edition.year + edition.month
    found: dict[str, Finding] = {}
    for at in range(len(KINDS)):
        make = KINDS[(number + at) % len(KINDS)]
        if len(found) < COUNT and (finding := _first(dataset, narrative, make, number, found)):
            found[finding.indicator.url] = finding
    return tuple(found.values())


def _first(
    dataset: Dataset, narrative: Narrative, make: Make, number: int, others: dict[str, Finding]
) -> Finding | None:
    """Return the edition's finding of a kind, of another indicator and country than the others."""
    every = {p.indicator: p for _section, phrases in narrative.sections for p in phrases}
    made = [finding for phrase in every.values() if (finding := make(dataset, narrative, phrase))]
    start = STEP * number % len(made) if made else 0
    led = {finding.headline.url for finding in others.values()}
    turned = (*made[start:], *made[:start])
    return next((f for f in turned if f.indicator.url not in others and f.headline.url not in led), None)


def _climbed(dataset: Dataset, narrative: Narrative, phrase: Phrase) -> Finding | None:
    """Return who gained most places in a ranking."""
    found = None if _flow(dataset, phrase) else climber(dataset, narrative, phrase)
    return _of_mover(dataset, phrase, found, _("{noun}: {country} climbs {places} places")) if found else None


def _changed(dataset: Dataset, narrative: Narrative, phrase: Phrase) -> Finding | None:
    """Return whose figure rose or fell most."""
    found = None if _flow(dataset, phrase) else largest_change(dataset, narrative, phrase)
    if found is None:
        return None
    title = _("{noun} rose most in {country}") if found.rose else _("{noun} fell most in {country}")
    return _of_mover(dataset, phrase, found, title)


def _flow(dataset: Dataset, phrase: Phrase) -> bool:
    """Whether figures are rates of growth or flows, of which two single years say little."""
    return dataset.indicator(phrase.indicator).unit.kind is UnitKind.PERCENT


def _of_mover(dataset: Dataset, phrase: Phrase, mover: Mover, title: str) -> Finding:
    country, indicator = dataset.countries[mover.country], dataset.indicator(phrase.indicator)
    text = title.format(country=country.with_article, noun=capital(phrase.noun), places=mover.places)
    link = Link(text=text, url=country_url(country.slug))
    return _finding(dataset, phrase, link, mover.body, spark_of(dataset, indicator.id, mover.country))


def _everywhere(dataset: Dataset, narrative: Narrative, phrase: Phrase) -> Finding | None:
    """Return in how many countries an indicator rose or fell, where most moved one way."""
    indicator = dataset.indicator(phrase.indicator)
    move = None if indicator.at_current_prices else world_move(dataset, narrative, indicator.id)
    if move is None or move.share < CLEAR:
        return None
    points = medians(dataset, indicator.id)
    spark = plan_spark(points, indicator=indicator) if len(points) > 1 else None
    return _finding(dataset, phrase, Link(text=move.clause, url=indicator_url(indicator.id)), move.course, spark)


def _apart(dataset: Dataset, narrative: Narrative, phrase: Phrase) -> Finding | None:
    """Return who alone has the highest and who the lowest figure; nobody of scores: intervals overlap."""
    unsaid = _flow(dataset, phrase) or is_score(dataset, phrase.indicator)
    ends = None if unsaid else world_ends(dataset, narrative, phrase.indicator)
    if ends is None or ends.highest is None or ends.lowest is None:
        return None
    (high, most), (low, least) = ends.highest, ends.lowest
    title = _("{noun}: {most} in {high}, {least} in {low}")
    text = title.format(noun=capital(phrase.noun), most=most.text, high=high, least=least.text, low=low)
    link = Link(text=text, url=indicator_url(phrase.indicator))
    return _finding(dataset, phrase, link, ends.body(f" {phrase.noun}"), None)


def _finding(dataset: Dataset, phrase: Phrase, headline: Link, body: Body, spark: Spark | None) -> Finding:
    ranked = dataset.ranking(phrase.indicator) is not None and not is_score(dataset, phrase.indicator)
    link = Link(text=_("The ranking") if ranked else _("The indicator"), url=indicator_url(phrase.indicator))
    return Finding(headline=headline, text=plain_text(body), indicator=link, spark=spark)


KINDS: tuple[Make, ...] = (_climbed, _everywhere, _changed, _apart)
"""The kinds of findings, in the order of their turns."""
