"""The sentence of an indicator over all countries: in how many it rose, the median, the ends."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from statistics import median

from generator.claims.bound import BoundValue
from generator.content.narrative import Narrative, Phrase
from generator.data.catalog import Indicator, UnitKind
from generator.data.change import Change, change_years, changes, is_score
from generator.data.dataset import Dataset
from generator.data.observations import Observation
from generator.formatting import as_written, format_amount
from generator.messages import gettext as _
from generator.pages.frame.provenance import attributions
from generator.pages.records.parts import Body
from generator.pages.sentences.names import capital
from generator.urls import indicator_url

LEAST = 10
"""Countries with figures in both years, at least, of which a change is said."""

ATTACHED = frozenset((UnitKind.CURRENCY, UnitKind.PERCENT, UnitKind.SHARE))
"""Kinds whose sign is part of the number and is never left out."""


def world_sentence(dataset: Dataset, narrative: Narrative, indicator: str) -> Body:
    """Return what changed over all countries, and who has the highest and the lowest figure."""
    said = _Said(indicator=dataset.indicator(indicator), phrase=_phrase(narrative, dataset.indicator(indicator)))
    change, ends = _changed(dataset, said), _ends(dataset, said)
    if not ends:
        return change
    if change:
        return (*change, f" {capital(str(ends[0]))}", *ends[1:])
    return (escape(f"{capital(said.phrase.noun)}: "), *ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """An indicator with the words for it."""

    indicator: Indicator
    phrase: Phrase

    def text(self, value: Decimal) -> str:
        """Return a value for running text, with its sign; the unit follows the last figure of a sentence."""
        unit = self.indicator.unit
        symbol = unit.symbol if unit.kind in ATTACHED else ""
        return format_amount(
            value, kind=unit.kind.value, symbol=symbol, decimals=self.indicator.decimals, style="prose"
        )

    def exact(self, value: Decimal) -> str:
        """Return a value as its note has it."""
        unit = self.indicator.unit
        return format_amount(
            value, kind=unit.kind.value, symbol=unit.after(value), decimals=self.indicator.decimals, style="exact"
        )

    @property
    def unit(self) -> str:
        """The words after a figure, with a space before them, or empty."""
        own = "" if self.indicator.unit.kind in ATTACHED else self.indicator.unit.symbol
        words = self.phrase.unit or own
        return escape(f" {words}") if words else ""


def _phrase(narrative: Narrative, indicator: Indicator) -> Phrase:
    """Return the words for an indicator; where the project has none, its short title stands for the noun."""
    phrases = (phrase for _section, each in narrative.sections for phrase in each)
    found = (phrase for phrase in phrases if phrase.indicator == indicator.id)
    return next(found, Phrase(indicator=indicator.id, noun=indicator.short_title))


def _changed(dataset: Dataset, said: _Said) -> Body:
    """Return in how many countries figures rose or fell between two years, and the median of both."""
    indicator = said.indicator
    years = None if is_score(dataset, indicator.id) else change_years(dataset, indicator.id, dataset.profiles)
    found = changes(dataset, indicator.id, dataset.profiles, years) if years else ()
    if years is None or len(found) < LEAST:
        return ()
    first = _median(dataset, said, [change.before for change in found])
    last = _median(dataset, said, [change.after for change in found])
    text = _moved(indicator, found).format(noun=capital(said.phrase.noun), first=years[0], last=years[1])
    if first.exact == last.exact:
        return (escape(f"{text}; {_('their median stayed at')} "), last, f"{said.unit}.")
    return (escape(f"{text}; {_('their median went from')} "), first, f" {_('to')} ", last, f"{said.unit}.")


def _moved(indicator: Indicator, found: Sequence[Change]) -> str:
    """Return the words for how many rose, or fell where most did; for both where neither is a majority."""
    steps = [_step(indicator, change) for change in found]
    rose, fell, count = sum(step > 0 for step in steps), sum(step < 0 for step in steps), len(steps)
    if count in {rose, fell}:
        text = _("{noun} {moved} in all {count} countries with a figure for {first} and {last}")
    elif 2 * max(rose, fell) > count or (max(rose, fell) and not min(rose, fell)):
        text = _("{noun} {moved} in {most} of {count} countries between {first} and {last}")
    else:
        text = _("{noun} rose in {rose} of {count} countries and fell in {fell} between {first} and {last}")
    moved = _("rose") if rose > fell else _("fell")
    pieces = {"moved": moved, "most": max(rose, fell), "rose": rose, "fell": fell, "count": count}
    text = text.format(noun="{noun}", first="{first}", last="{last}", **pieces)
    return f"{text}, {_('at the prices of each year')}" if indicator.at_current_prices else text


def _step(indicator: Indicator, change: Change) -> Decimal:
    """Return the change at the catalog's decimals, so that what reads alike did not change."""
    first, last = (round(each.decimal or Decimal(0), indicator.decimals) for each in (change.before, change.after))
    return last - first


def _median(dataset: Dataset, said: _Said, found: Sequence[Observation]) -> BoundValue:
    """Return the median of figures of one year as a figure in prose."""
    indicator = said.indicator
    value = as_written(Decimal(repr(median(o.value or 0.0 for o in found))), indicator.decimals)
    subject = _("{title}, median of {count} countries, {year}")
    return BoundValue(
        text=said.text(value),
        exact=said.exact(value),
        machine=f"{value:f}",
        subject=subject.format(title=indicator.title, count=len(found), year=found[0].year),
        country="",
        indicator=indicator.id,
        year=str(found[0].year),
        status="",
        source=attributions(dataset, {(o.origin, indicator.id) for o in found}),
        url=indicator_url(indicator.id),
    )


def _ends(dataset: Dataset, said: _Said) -> Body:
    """Return who alone has the highest and the lowest figure; nothing of doubtful figures."""
    ranking = dataset.ranking(said.indicator.id)
    found = [row.observation for row in ranking.rows if row.observation.year == ranking.year] if ranking else []
    ends = [_alone(found, pick) for pick in (max, min)] if found else []
    known = [(o, word) for o, word in zip(ends, (_("highest"), _("lowest")), strict=False) if o]
    if ranking is None or not known or {o.country for o, _word in known} & said.phrase.doubtful:
        return ()
    start = _("of {count} countries with a figure for {year}, ").format(count=len(found), year=ranking.year)
    body: Body = (start,)
    for at, (observation, word) in enumerate(known):
        name = dataset.countries[observation.country].with_article
        text = _("{name} had the {word}, ") if not at else _(", and {name} the {word}, ")
        unit = said.unit if not at else ""
        body = (*body, escape(text.format(name=name, word=word)), _figure(dataset, said, observation), unit)
    return (*body, ".")


def _alone(found: Sequence[Observation], pick: Callable[[Iterable[float]], float]) -> Observation | None:
    """Return the observation at an end, None where several are there or all are alike."""
    value = pick(o.value or 0.0 for o in found)
    there = [o for o in found if o.value == value]
    return there[0] if len(there) == 1 < len(found) else None


def _figure(dataset: Dataset, said: _Said, observation: Observation) -> BoundValue:
    indicator, value = said.indicator, observation.decimal or Decimal(0)
    return BoundValue(
        text=said.text(value),
        exact=said.exact(value),
        machine=observation.text,
        subject=f"{indicator.title}, {dataset.countries[observation.country].name}, {observation.year}",
        country=observation.country,
        indicator=indicator.id,
        year=str(observation.year),
        status=observation.status,
        source=attributions(dataset, [(observation.origin, indicator.id)]),
        url=indicator_url(indicator.id),
    )
