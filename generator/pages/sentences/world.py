"""Sentences of an indicator over all countries: in how many it rose, the median, the ends."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from statistics import median

from generator.claims.bound import BoundValue
from generator.content.narrative import Narrative, Phrase
from generator.data.catalog import Indicator, UnitKind
from generator.data.change import Change, is_score, world_changes
from generator.data.dataset import Dataset
from generator.data.observations import Observation
from generator.formatting import NO_BREAK, as_written, format_amount
from generator.messages import capital
from generator.messages import gettext as _
from generator.pages.frame.provenance import attributions
from generator.pages.records.parts import Body
from generator.urls import indicator_url

LEAST = 10
"""Countries with figures in both years, at least, of which a change is said."""

ATTACHED = frozenset((UnitKind.CURRENCY, UnitKind.PERCENT, UnitKind.SHARE))
"""Kinds whose sign is part of the number and is never left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An indicator with the words for it."""

    indicator: Indicator
    phrase: Phrase

    def text(self, value: Decimal, style: str = "prose") -> str:
        """Return a value for running text, without the unit that follows the last figure of a sentence."""
        unit = self.indicator.unit
        symbol = unit.after(value) if unit.kind in ATTACHED or style == "exact" else ""
        return format_amount(value, kind=unit.kind.value, symbol=symbol, decimals=self.indicator.decimals, style=style)

    @property
    def unit(self) -> str:
        """The words after a figure, with a space before them that ends no line, or empty."""
        own = "" if self.indicator.unit.kind in ATTACHED else self.indicator.unit.symbol
        words = self.phrase.unit or own
        return f"{NO_BREAK}{words}" if words else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """In how many countries figures rose and fell between two years, and the median of both."""

    said: Said
    years: tuple[int, int]
    rose: int
    fell: int
    count: int
    medians: tuple[BoundValue, BoundValue]

    @property
    def share(self) -> float:
        """The share of countries that moved the way most did."""
        return max(self.rose, self.fell) / self.count

    @property
    def clause(self) -> str:
        """`Infant mortality fell in 187 of 194 countries`; both ways where neither is a majority."""
        if self.share == 1:
            text = _("{noun} {moved} in all {count} countries")
        elif 2 * self.share > 1 or not min(self.rose, self.fell):
            text = _("{noun} {moved} in {most} of {count} countries")
        else:
            text = _("{noun} rose in {rose} of {count} countries and fell in {fell}")
        return text.format(
            noun=capital(self.said.phrase.noun),
            moved=_("rose") if self.rose > self.fell else _("fell"),
            most=max(self.rose, self.fell),
            rose=self.rose,
            fell=self.fell,
            count=self.count,
        )

    @property
    def sentence(self) -> Body:
        """The clause with its years, and the median of both."""
        between = _("{clause} between {first} and {last}")
        text = between.format(clause=self.clause, first=self.years[0], last=self.years[1])
        prices = f", {_('at the prices of each year')}" if self.said.indicator.at_current_prices else ""
        return self._with_medians(f"{text}{prices}; {_('their median')} ")

    @property
    def course(self) -> Body:
        """The median of both years as a sentence of its own."""
        text = _("Between {first} and {last} the median of these {count} countries")
        return self._with_medians(f"{text.format(first=self.years[0], last=self.years[1], count=self.count)} ")

    def _with_medians(self, start: str) -> Body:
        first, last = self.medians
        end = escape(f"{self.said.unit}.")
        if first.exact == last.exact:
            return (escape(f"{start}{_('stayed at')} "), last, end)
        return (escape(f"{start}{_('went from')} "), first, escape(f" {_('to')} "), last, end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """Who alone has the highest and the lowest figure of a year; None where several share one."""

    said: Said
    year: int
    count: int
    highest: tuple[str, BoundValue] | None
    lowest: tuple[str, BoundValue] | None

    def body(self, noun: str = "") -> Body:
        """Return both ends as a sentence; `noun` follows the first: `the highest life expectancy`."""
        start = _("Of {count} countries with a figure for {year}, ").format(count=self.count, year=self.year)
        body: Body = (start,)
        for end, word in ((self.highest, _("highest")), (self.lowest, _("lowest"))):
            if end:
                text = _("{name} had the {word}{noun}, ") if len(body) == 1 else _(", and {name} the {word}, ")
                unit = self.said.unit if len(body) == 1 else ""
                body = (*body, escape(text.format(name=end[0], word=word, noun=noun)), end[1], escape(unit))
        return (*body, ".")


def world_sentence(dataset: Dataset, narrative: Narrative, indicator: str) -> Body:
    """Return what changed over all countries, and who has the highest and the lowest figure."""
    move, ends = world_move(dataset, narrative, indicator), world_ends(dataset, narrative, indicator)
    if move:
        return (*move.sentence, " ", *ends.body()) if ends else move.sentence
    if ends is None:
        return ()
    start, *rest = ends.body()
    return (escape(f"{capital(ends.said.phrase.noun)}: ") + str(start)[:1].lower() + str(start)[1:], *rest)


def world_move(dataset: Dataset, narrative: Narrative, indicator: str) -> Move | None:
    """Return how figures moved since 2000; None of scores, or of few countries."""
    changed = world_changes(dataset, indicator)
    found = changed.found
    if changed.years is None or len(found) < LEAST or is_score(dataset, indicator):
        return None
    said = _said(dataset, narrative, indicator)
    steps = [_step(said.indicator, change) for change in found]
    return Move(
        said=said,
        years=changed.years,
        rose=sum(step > 0 for step in steps),
        fell=sum(step < 0 for step in steps),
        count=len(found),
        medians=(
            _median(dataset, said, [change.before for change in found]),
            _median(dataset, said, [change.after for change in found]),
        ),
    )


def world_ends(dataset: Dataset, narrative: Narrative, indicator: str) -> Ends | None:
    """Return who is at the ends of a ranking; None where nobody is alone, or one is doubted."""
    ranking = dataset.ranking(indicator)
    found = [row.observation for row in ranking.rows if row.observation.year == ranking.year] if ranking else []
    if ranking is None or not found:
        return None
    said = _said(dataset, narrative, indicator)
    high, low = _alone(found, max), _alone(found, min)
    named = [o for o in (high, low) if o]
    if not named or {o.country for o in named} & said.phrase.doubtful:
        return None
    highest, lowest = (_named(dataset, said, end) if end else None for end in (high, low))
    return Ends(said=said, year=ranking.year, count=len(found), highest=highest, lowest=lowest)


def _said(dataset: Dataset, narrative: Narrative, name: str) -> Said:
    """Return an indicator with its words; where the project has none, its short title stands for the noun."""
    indicator = dataset.indicator(name)
    phrases = (phrase for _section, each in narrative.sections for phrase in each)
    found = (phrase for phrase in phrases if phrase.indicator == name)
    return Said(indicator=indicator, phrase=next(found, Phrase(indicator=name, noun=indicator.short_title)))


def _step(indicator: Indicator, change: Change) -> Decimal:
    """Return the change at the catalog's decimals, so that what reads alike did not change."""
    first, last = (round(each.decimal or Decimal(0), indicator.decimals) for each in (change.before, change.after))
    return last - first


def _median(dataset: Dataset, said: Said, found: Sequence[Observation]) -> BoundValue:
    """Return the median of figures of one year as a figure in prose."""
    indicator = said.indicator
    value = as_written(Decimal(repr(median(o.value or 0.0 for o in found))), indicator.decimals)
    subject = _("{title}, median of {count} countries, {year}")
    return BoundValue(
        text=said.text(value),
        exact=said.text(value, "exact"),
        machine=f"{value:f}",
        subject=subject.format(title=indicator.title, count=len(found), year=found[0].year),
        country="",
        indicator=indicator.id,
        year=str(found[0].year),
        status="",
        source=attributions(dataset, {(o.origin, indicator.id) for o in found}),
        url=indicator_url(indicator.id),
    )


def _alone(found: Sequence[Observation], pick: Callable[[Iterable[float]], float]) -> Observation | None:
    """Return the observation at an end, None where several are there or all are alike."""
    value = pick(o.value or 0.0 for o in found)
    there = [o for o in found if o.value == value]
    return there[0] if len(there) == 1 < len(found) else None


def _named(dataset: Dataset, said: Said, observation: Observation) -> tuple[str, BoundValue]:
    """Return a country's name within a sentence, and its figure."""
    indicator, value = said.indicator, observation.decimal or Decimal(0)
    country = dataset.countries[observation.country]
    figure = BoundValue(
        text=said.text(value),
        exact=said.text(value, "exact"),
        machine=observation.text,
        subject=f"{indicator.title}, {country.name}, {observation.year}",
        country=observation.country,
        indicator=indicator.id,
        year=str(observation.year),
        status=observation.status,
        source=attributions(dataset, [(observation.origin, indicator.id)]),
        url=indicator_url(indicator.id),
    )
    return country.with_article, figure
