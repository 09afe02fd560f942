"""The language of generated sentences: ``content/narrative.yaml``."""

from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter
from typing import Annotated

from pydantic import AfterValidator, Field

from generator.content.layout import ProfileLayout
from generator.data.dataset import Dataset
from generator.data.loading.codes import unknown_country, unknown_indicator
from generator.diagnostics import Diagnostic
from generator.rules import Rule
from generator.sources.files import Sources
from generator.sources.shapes import CountryCode, IndicatorId, NonEmpty, Slug, StrictModel
from generator.sources.yaml_file import Located, parse_yaml

NARRATIVE = "content/narrative.yaml"


SAID = frozenset({"value", "year", "country", "owner", "unit"})
"""Names allowed in braces in a clause; the first two are required."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """The words for an indicator in running text: `life expectancy at birth` … `70.2 years`."""

    indicator: str
    noun: str
    unit: str = ""
    """The words after the figure, if any."""
    clause: str = ""
    """The figure in a clause: `Exports equalled {value} of {owner} output in {year}`.

    Made from the noun if empty.
    """
    ends: tuple[str, str] = ("highest figure", "lowest figure")
    """The names of a ranking's two ends: `largest area`, `smallest area`."""
    plural: bool = False
    """Whether the noun takes `were`."""
    compared: bool = True
    """Whether the figure is compared with the median of all countries: not a total, for instance."""
    records: bool = True
    """Whether a record is worth saying: not if nearly every country's latest figure is one."""
    years: tuple[tuple[int, str], ...] = ()
    """Names of unusual years in running text: `the pandemic year 2020`."""
    doubtful: frozenset[str] = frozenset()
    """Codes of countries whose figures are shown but put into no sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative:
    """Topics for the sentence of each section, and the grammar of names."""

    sections: tuple[tuple[str, tuple[Phrase, ...]], ...] = ()
    """Section ids, each with its phrases."""
    headline: tuple[Phrase, ...] = ()
    """What each profile begins with where `site.yaml` says it, a sentence each."""
    definite: frozenset[str] = frozenset()
    """Codes of countries that take an article."""
    plural: frozenset[str] = frozenset()
    """Codes of countries whose possessive is a bare apostrophe."""
    definite_regions: frozenset[str] = frozenset()

    def phrase_of(self, indicator: str) -> Phrase | None:
        """Return the words for an indicator, of the first section that has them."""
        return next((p for _, phrases in self.sections for p in phrases if p.indicator == indicator), None)


def _sayable(clause: str) -> str:
    """Return the clause if a sentence can fill its braces."""
    names = {name for _, name, _, _ in Formatter().parse(clause) if name is not None}
    if not {"value", "year"} <= names <= SAID:
        raise ValueError("needs {value} and {year}, and may have {country}, {owner} and {unit}")
    return clause


class _Phrase(StrictModel):
    indicator: IndicatorId
    """The id of the indicator the sentence is about."""
    noun: NonEmpty
    """Its name in running text: `life expectancy at birth`."""
    unit: str = ""
    """The words after the figure: `years`."""
    clause: Annotated[str, AfterValidator(_sayable)] = ""
    """The figure in a clause: `Exports equalled {value} of {owner} output in {year}`.

    Made from the noun without it.
    """
    ends: tuple[NonEmpty, NonEmpty] = ("highest figure", "lowest figure")
    """The names of a ranking's two ends, the highest first: `[largest area, smallest area]`."""
    plural: bool = False
    """Whether the noun takes `were`."""
    compared: bool = True
    """Whether it is compared with the median of all countries; `false` for a total, for instance."""
    records: bool = True
    """Whether a record is worth saying; `false` where nearly every country's latest figure is one."""
    years: dict[int, NonEmpty] = Field(default_factory=dict)
    """Names of unusual years: `2020: the pandemic year 2020`."""
    doubtful: tuple[CountryCode, ...] = ()
    """Codes of countries whose figures are shown and enter no sentence."""


class NarrativeShape(StrictModel):
    """The file as it is written."""

    sections: dict[Slug, tuple[_Phrase, ...]]
    """Ids of sections of `profile.yaml`, each with the phrases of which one becomes its sentence."""
    definite: tuple[CountryCode, ...] = ()
    """Codes of countries whose name takes an article: the Netherlands."""
    plural: tuple[CountryCode, ...] = ()
    """Codes of countries whose possessive is a bare apostrophe: the Netherlands’."""
    definite_regions: tuple[NonEmpty, ...] = ()
    """Names of regions that take an article: the Caribbean."""


def load_narrative(
    sources: Sources, dataset: Dataset, layout: ProfileLayout
) -> tuple[Narrative, tuple[Diagnostic, ...]]:
    """Return the language of generated sentences, empty if unusable, with all problems of its file."""
    source = sources.files.get(NARRATIVE)
    if source is None:
        return Narrative(), ()
    located, problems = parse_yaml(source, NarrativeShape)
    if located is None:
        return Narrative(), problems
    faults = tuple(_check(located, dataset, layout))
    return (Narrative() if faults else _narrative(located.value)), faults


def _narrative(shape: NarrativeShape) -> Narrative:
    return Narrative(
        sections=tuple((name, tuple(_phrase(p) for p in phrases)) for name, phrases in shape.sections.items()),
        definite=frozenset(shape.definite),
        plural=frozenset(shape.plural),
        definite_regions=frozenset(shape.definite_regions),
    )


def _phrase(shape: _Phrase) -> Phrase:
    return Phrase(**{**dict(shape), "years": tuple(shape.years.items()), "doubtful": frozenset(shape.doubtful)})


def _check(located: Located[NarrativeShape], dataset: Dataset, layout: ProfileLayout) -> Iterator[Diagnostic]:
    shape = located.value
    known = [section.id for section in layout.sections]
    for name, phrases in shape.sections.items():
        if known and name not in known:
            message = f"There is no section '{name}' in content/profile.yaml."
            where = located.location("sections", name, key=True)
            yield Diagnostic(
                rule=Rule.SECTION_UNKNOWN, location=where, message=message, hint=f"It has: {', '.join(known)}"
            )
        for at, phrase in enumerate(phrases):
            if phrase.indicator not in dataset.catalog.indicators:
                yield unknown_indicator(located.location("sections", name, at, "indicator"), phrase.indicator, dataset)
            yield from _unknown(located, dataset, phrase.doubtful, "sections", name, at, "doubtful")
    for key, codes in (("definite", shape.definite), ("plural", shape.plural)):
        yield from _unknown(located, dataset, codes, key)


def _unknown(
    located: Located[NarrativeShape], dataset: Dataset, codes: tuple[str, ...], *place: str | int
) -> Iterator[Diagnostic]:
    for at, code in enumerate(codes):
        if code not in dataset.countries:
            yield unknown_country(located.location(*place, at), code, dataset.countries)
