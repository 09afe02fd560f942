"""The topic of a sentence made from data, and its words; its figures are references."""

from dataclasses import dataclass
from functools import cached_property

from generator.content.narrative import NARRATIVE, Narrative, Phrase
from generator.content.references import Reference, Scheme
from generator.data.catalog import Indicator
from generator.data.change import is_score
from generator.data.columns import is_figure
from generator.data.dataset import Dataset
from generator.data.observations import Observation
from generator.diagnostics import Location
from generator.formatting import NO_BREAK
from generator.messages import gettext as _
from generator.pages.blocks.values import NONE, value_text

Pieces = dict[str, str | Reference]
"""The values of a pattern's placeholders."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A pattern with placeholders, what they stand for, and how much news it has."""

    pattern: str
    pieces: Pieces
    news: int = 1


HERE = Location(path=NARRATIVE)


@dataclass(frozen=True, kw_only=True)
class Topic:
    """The topic of a sentence: an indicator's latest figure for a country, and how prose names both."""

    dataset: Dataset
    narrative: Narrative
    phrase: Phrase
    latest: Observation

    @cached_property
    def indicator(self) -> Indicator:
        """The indicator as the catalog has it."""
        return self.dataset.indicator(self.phrase.indicator)

    @cached_property
    def figures(self) -> list[Observation]:
        """The country's figures, by year; a forecast is none."""
        series = self.dataset.series(self.phrase.indicator, self.latest.country)
        return [o for o in series.observations if is_figure(o)]

    @property
    def special_years(self) -> dict[int, str]:
        """The unusual years, with their names in prose."""
        return dict(self.phrase.years)

    @property
    def special(self) -> bool:
        """Whether the latest figure is from an unusual year."""
        return self.latest.year in self.special_years

    @cached_property
    def is_score(self) -> bool:
        """Whether the figure is a score of a composite index of this site, or of a part of one."""
        return is_score(self.dataset, self.phrase.indicator)

    @property
    def owner(self) -> str:
        """`Kazakhstan’s`, with the article where the name takes one."""
        return self.dataset.countries[self.latest.country].possessive

    @property
    def unit(self) -> str:
        """The words after the figure, with a space before them that ends no line, or empty."""
        return f"{NO_BREAK}{self.phrase.unit}" if self.phrase.unit else ""

    @property
    def dated(self) -> str:
        """The latest figure's year in words: `2021`, `the pandemic year 2020`."""
        return self.special_years.get(self.latest.year, str(self.latest.year))

    def say(self, pattern: str) -> str:
        """Return a pattern with `{clause}` replaced by the words for the figure."""
        return pattern.replace("{clause}", self.phrase.clause or _("{owner} {noun} {was} {value}{unit} in {year}"))

    @property
    def was(self) -> str:
        """The verb of the noun's number."""
        return _("were") if self.phrase.plural else _("was")

    def refer(self, scheme: Scheme, text: str, *years: int, **options: str) -> Reference:
        """Return a reference of this indicator and country with the text that is checked."""
        return Reference(
            scheme=scheme,
            target=self.phrase.indicator,
            country=self.latest.country,
            years=years,
            options=tuple(options.items()),
            title="",
            text=text,
            html=text,
            location=HERE,
        )

    def value(self, observation: Observation) -> Reference:
        """Return a reference to a value, written as prose writes it."""
        text = value_text(self.indicator, observation, "prose")
        return self.refer(Scheme.VALUE, "0" if text == NONE else text, observation.year)

    @cached_property
    def common(self) -> Pieces:
        """The placeholders of every pattern."""
        return {
            "country": self.dataset.countries[self.latest.country].with_article,
            "owner": self.owner,
            "noun": self.phrase.noun,
            "unit": self.unit,
            "was": self.was,
            "value": self.value(self.latest),
            "year": self.dated,
        }
