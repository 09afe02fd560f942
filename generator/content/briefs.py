"""News briefs: events with date, countries and source; an issue is one file of them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.content.front_matter import Plain
from generator.data.statements import Statement
from generator.sources.shapes import CountryCode, Day, IndicatorId, Slug, Strict, Text

SCALES = {"": Decimal(1), "thousand": Decimal(1000), "million": Decimal(10**6), "billion": Decimal(10**9)}


Digits = Annotated[str, StringConstraints(pattern=r"^-?[0-9]+(\.[0-9]+)?$")]


class CheckShape(Strict):
    """The result of a check of a figure."""

    result: Literal["agrees", "differs", "mislabelled", "not-comparable", "not-checked"]
    note: Text


class FigureShape(Strict):
    """A figure as its source printed it."""

    title: Text
    value: Digits
    scale: Literal["", "thousand", "million", "billion"] = ""
    unit: Text
    period: Text
    check: CheckShape | None = None


class SourceShape(Strict):
    """The source of a brief, with its date."""

    publisher: Text
    date: Day
    url: Annotated[str, StringConstraints(pattern=r"^(https?://[^\s]+)?$")] = ""


class BriefShape(Strict):
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


class IssueShape(Strict):
    """A whole file."""

    title: Plain
    date: Day
    summary: Text
    source: Text
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
