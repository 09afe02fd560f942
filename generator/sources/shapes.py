"""Kinds of values that YAML files share: codes, ids, days, texts, and the strict record."""

from datetime import date
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, WithJsonSchema

FIRST_YEAR, LAST_YEAR = 1800, 2200
"""Years that figures and dates can have."""


CODE = r"[A-Z0-9](?:[A-Z0-9-]{0,10}[A-Z0-9])?"
"""The code of a country, `KAZ`, or of a region, `KZ-ALA`; data/countries.csv says which there are."""

CountryCode = Annotated[str, StringConstraints(pattern=f"^{CODE}$")]


NamedCountry = Annotated[str, WithJsonSchema({"type": "string", "pattern": f"^{CODE}$"})]
"""The code of a country where any other text, `Portugal` or `prt`, is answered with the code."""


IndicatorId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=64)]


SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
"""A part of an address: `central-asia`."""

Slug = Annotated[str, StringConstraints(pattern=f"^{SLUG}$", max_length=80)]


Item = TypeVar("Item")


def unique(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return the items of a list; raises ValueError, message and hint, for a duplicate."""
    for at, item in enumerate(items):
        if item in items[:at]:
            raise ValueError(f"'{item}' stands here twice", "Keep one of the two.")
    return items


def plausible_day(day: date) -> date:
    """Return a day of our time; raises ValueError, message and hint, for one that is a slip."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(
            f"the year {day.year} is a slip of the hand", f"Write a year from {FIRST_YEAR} to {LAST_YEAR}."
        )
    return day


Day = Annotated[date, AfterValidator(plausible_day)]


NonEmpty = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class StrictModel(BaseModel):
    """A frozen record read from YAML: unknown keys are errors, strings stay strings."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
