"""What one sentence made from data is about, and how prose names it; its figures are references."""

from dataclasses import dataclass

from generator.content.load_narrative import NARRATIVE
from generator.content.narrative import Narrative, Phrase
from generator.content.references import Reference
from generator.data.dataset import Dataset
from generator.data.observations import Observation
from generator.diagnostics import Location
from generator.messages import gettext as _
from generator.pages.naming import possessive
from generator.pages.values import NONE, value_text
from generator.urls import slug_of

Pieces = dict[str, str | Reference]
"""What a pattern's placeholders stand for."""

HERE = Location(path=NARRATIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What one sentence is about: an indicator's latest figure for a country, and how prose names both."""

    dataset: Dataset
    narrative: Narrative
    phrase: Phrase
    latest: Observation

    @property
    def owner(self) -> str:
        """`Kazakhstan’s`, with the article where the name takes one."""
        return possessive(self.dataset.countries[self.latest.country], self.narrative)

    @property
    def unit(self) -> str:
        """What follows the figure, with a space before it, or nothing."""
        return f" {self.phrase.unit}" if self.phrase.unit else ""

    @property
    def dated(self) -> str:
        """The latest figure's year, with what the phrase says of it: `2021`, `the pandemic year 2020`."""
        return dict(self.phrase.years).get(self.latest.year, str(self.latest.year))

    @property
    def was(self) -> str:
        """The verb of the noun's number."""
        return _("were") if self.phrase.plural else _("was")

    def refer(self, scheme: str, text: str, *years: int, group: str = "") -> Reference:
        """Return a reference of this indicator and country with the text that is checked."""
        return Reference(
            scheme=scheme,
            target=self.phrase.indicator,
            country=self.latest.country,
            years=years,
            options=(("in", slug_of(group)),) if group else (),
            title="",
            text=text,
            html=text,
            location=HERE,
        )

    def value(self, observation: Observation) -> Reference:
        """Return a reference to a value, written as prose writes it."""
        text = value_text(self.dataset.indicator(self.phrase.indicator), observation, "prose")
        return self.refer("value", "0" if text == NONE else text, observation.year)

    def common(self) -> Pieces:
        """Return what every pattern may use."""
        return {
            "owner": self.owner,
            "noun": self.phrase.noun,
            "unit": self.unit,
            "was": self.was,
            "value": self.value(self.latest),
            "year": self.dated,
        }
