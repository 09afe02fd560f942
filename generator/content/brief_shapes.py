"""The form of ``content/briefs/<issue>.yaml``: an issue, its briefs, their figures."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.config import CountryCode, Day, IndicatorId, Slug, Strict, Text
from generator.content.front_matter import Plain

SCALES = {"": Decimal(1), "thousand": Decimal(1000), "million": Decimal(10**6), "billion": Decimal(10**9)}
Digits = Annotated[str, StringConstraints(pattern=r"^-?[0-9]+(\.[0-9]+)?$")]


class CheckShape(Strict):
    """What a check of a figure found."""

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
    """Who reported a brief, and when."""

    publisher: Text
    date: Day
    url: Annotated[str, StringConstraints(pattern=r"^(https?://[^\s]+)?$")] = ""


class BriefShape(Strict):
    """A brief: without a source or a date it is none."""

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
