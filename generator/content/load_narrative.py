"""``content/narrative.yaml``: what the sentences made from data speak of; a project without it has none."""

from collections.abc import Iterator
from string import Formatter
from typing import Annotated

from pydantic import AfterValidator, Field

from generator.config import CountryCode, IndicatorId, Slug, Strict, Text
from generator.content.checks import unknown_indicator
from generator.content.narrative import Narrative, Phrase
from generator.content.profile import ProfileLayout
from generator.data.dataset import Dataset
from generator.data.faults import unknown_country
from generator.diagnostics import Diagnostic
from generator.rules import Rule
from generator.sources import Source, Sources
from generator.strict_yaml import locate, parse_yaml

NARRATIVE = "content/narrative.yaml"


SAID = frozenset({"value", "year", "country", "owner", "unit"})
"""What may stand in braces in a clause; the first two must."""


def _sayable(clause: str) -> str:
    """Return the clause if its braces hold what a sentence can put there."""
    names = {name for _, name, _, _ in Formatter().parse(clause) if name is not None}
    if not {"value", "year"} <= names <= SAID:
        raise ValueError("needs {value} and {year}, and may have {country}, {owner} and {unit}")
    return clause


class _Phrase(Strict):
    indicator: IndicatorId
    noun: Text
    unit: str = ""
    clause: Annotated[str, AfterValidator(_sayable)] = ""
    ends: tuple[Text, Text] = ("highest figure", "lowest figure")
    plural: bool = False
    compared: bool = True
    records: bool = True
    years: dict[int, Text] = Field(default_factory=dict)
    doubtful: tuple[CountryCode, ...] = ()


class _Narrative(Strict):
    sections: dict[Slug, tuple[_Phrase, ...]]
    definite: tuple[CountryCode, ...] = ()
    plural: tuple[CountryCode, ...] = ()
    definite_regions: tuple[Text, ...] = ()


def load_narrative(
    sources: Sources, dataset: Dataset, layout: ProfileLayout
) -> tuple[Narrative, tuple[Diagnostic, ...]]:
    """Return the language of generated sentences, empty where it cannot be used, with everything wrong in it."""
    source = sources.files.get(NARRATIVE)
    if source is None:
        return Narrative(), ()
    shape, problems = parse_yaml(source, _Narrative)
    if shape is None:
        return Narrative(), problems
    faults = tuple(_check(source, shape, dataset, layout))
    return (Narrative() if faults else _narrative(shape)), faults


def _narrative(shape: _Narrative) -> Narrative:
    return Narrative(
        sections=tuple((name, tuple(_phrase(p) for p in phrases)) for name, phrases in shape.sections.items()),
        definite=frozenset(shape.definite),
        plural=frozenset(shape.plural),
        definite_regions=frozenset(shape.definite_regions),
    )


def _phrase(shape: _Phrase) -> Phrase:
    return Phrase(**{**dict(shape), "years": tuple(shape.years.items()), "doubtful": frozenset(shape.doubtful)})


def _check(source: Source, shape: _Narrative, dataset: Dataset, layout: ProfileLayout) -> Iterator[Diagnostic]:
    known = [section.id for section in layout.sections]
    for name, phrases in shape.sections.items():
        if known and name not in known:
            message = f"There is no section '{name}' in content/profile.yaml."
            where = locate(source, "sections", name, key=True)
            yield Diagnostic(
                rule=Rule.SECTION_UNKNOWN, location=where, message=message, hint=f"It has: {', '.join(known)}"
            )
        for at, phrase in enumerate(phrases):
            if phrase.indicator not in dataset.catalog.indicators:
                yield unknown_indicator(locate(source, "sections", name, at, "indicator"), phrase.indicator, dataset)
            yield from _unknown(source, dataset, phrase.doubtful, "sections", name, at, "doubtful")
    for key, codes in (("definite", shape.definite), ("plural", shape.plural)):
        yield from _unknown(source, dataset, codes, key)


def _unknown(source: Source, dataset: Dataset, codes: tuple[str, ...], *place: str | int) -> Iterator[Diagnostic]:
    for at, code in enumerate(codes):
        if code not in dataset.countries:
            yield unknown_country(locate(source, *place, at), code, dataset.countries)
