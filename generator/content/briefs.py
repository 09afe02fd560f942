"""News briefs: events with date, countries and source; an issue is one file of them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.content.front_matter import Plain
from generator.data.statements import Statement
from generator.sources.shapes import CountryCode, Day, IndicatorId, NonEmpty, Slug, StrictModel

SCALES = {"": Decimal(1), "thousand": Decimal(1000), "million": Decimal(10**6), "billion": Decimal(10**9)}


Digits = Annotated[str, StringConstraints(pattern=r"^-?[0-9]+(\.[0-9]+)?$")]


class CheckShape(StrictModel):
    """The result of a check of a figure."""

    result: Literal["agrees", "differs", "mislabelled", "not-comparable", "not-checked"]
    note: NonEmpty


class FigureShape(StrictModel):
    """A figure as its source printed it."""

    title: NonEmpty
    value: Digits
    scale: Literal["", "thousand", "million", "billion"] = ""
    unit: NonEmpty
    period: NonEmpty
    check: CheckShape | None = None


class SourceShape(StrictModel):
    """The source of a brief, with its date."""

    publisher: NonEmpty
    date: Day
    url: Annotated[str, StringConstraints(pattern=r"^(https?://[^\s]+)?$")] = ""


class BriefShape(StrictModel):
    """A brief; source and date are required."""

    id: Slug
    date: Day
    countries: Annotated[tuple[CountryCode, ...], Field(min_length=1)]
    theme: Literal["politics", "economy", "society"]
    headline: Plain
    charts: tuple[IndicatorId, ...] = ()
    summary: Annotated[str, StringConstraints(pattern=r"\S")]
    figures: dict[Slug, FigureShape] = Field(default_factory=dict)
    source: SourceShape
    note: str = ""


class IssueShape(StrictModel):
    """A whole file."""

    title: Plain
    date: Day
    summary: NonEmpty
    source: NonEmpty
    briefs: Annotated[tuple[BriefShape, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefFigure:
    """A figure of a brief: as printed with scale and unit, and as a statement to bind prose to."""

    id: str
    printed: str
    """The digits with their scale, as `14.2 billion`."""
    statement: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """One news brief; its summary is the section of its issue's document with the same id."""

    id: str
    issue: str
    date: date
    countries: tuple[str, ...]
    theme: str
    headline: str
    publisher: str
    url: str
    note: str
    """The result of a check of the whole brief; may be empty."""
    figures: tuple[BriefFigure, ...]
    charts: tuple[str, ...] = ()
    """Indicators whose trends, on the profile of the first country, mark the date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """An issue: the briefs of one file, newest first; `path` names its document."""

    id: str
    path: str
    title: str
    date: date
    source: str
    briefs: tuple[Brief, ...]
