"""News briefs: events with date, countries and source; an issue is one file of them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.content.front_matter import Plain
from generator.data.statements import Statement
from generator.sources.shapes import Day, IndicatorId, NamedCountry, NonEmpty, Slug, StrictModel

SCALES = {"": Decimal(1), "thousand": Decimal(1000), "million": Decimal(10**6), "billion": Decimal(10**9)}


Digits = Annotated[str, StringConstraints(pattern=r"^-?[0-9]+(\.[0-9]+)?$")]


class CheckShape(StrictModel):
    """The result of a check of a figure."""

    result: Literal["agrees", "differs", "mislabelled", "not-comparable", "not-checked"]
    """What an independent check found."""
    note: NonEmpty
    """How it was checked."""


class FigureShape(StrictModel):
    """A figure as its source printed it."""

    title: NonEmpty
    """What the figure counts."""
    value: Digits
    """The digits as printed."""
    scale: Literal["", "thousand", "million", "billion"] = ""
    """The word that multiplies them."""
    unit: NonEmpty
    """The words after it."""
    period: NonEmpty
    """The period as printed."""
    check: CheckShape | None = None
    """What a check found."""


class SourceShape(StrictModel):
    """The source of a brief, with its date."""

    publisher: NonEmpty
    """Who published it."""
    date: Day
    """When."""
    url: Annotated[str, StringConstraints(pattern=r"^(https?://[^\s]+)?$")] = ""
    """Where."""


class BriefShape(StrictModel):
    """A brief; source and date are required."""

    id: Slug
    """The name by which texts refer to it."""
    date: Day
    """The day of what happened."""
    countries: Annotated[tuple[NamedCountry, ...], Field(min_length=1)]
    """The codes of the countries it is about; the first has it on its charts."""
    theme: Literal["politics", "economy", "society"]
    """`politics`, `economy` or `society`."""
    headline: Plain
    """The headline."""
    charts: tuple[IndicatorId, ...] = ()
    """Indicators whose charts mark it."""
    summary: Annotated[str, StringConstraints(pattern=r"\S")]
    """What happened, in the author's language."""
    figures: dict[Slug, FigureShape] = Field(default_factory=dict)
    """Figures in it, by ids that texts can bind."""
    source: SourceShape
    """Where it is from."""
    note: str = ""
    """A remark below it."""


class IssueShape(StrictModel):
    """A whole file."""

    title: Plain
    """The title of the issue."""
    date: Day
    """The day of the issue."""
    summary: NonEmpty
    """A paragraph for lists and search engines."""
    source: NonEmpty
    """Where the items were collected."""
    briefs: Annotated[tuple[BriefShape, ...], Field(min_length=1)]
    """The items."""


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
