"""``site.yaml``: what a publisher decides about the whole site."""

from datetime import date
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.sources import Sources
from generator.strict_yaml import parse_yaml
from generator.urls import ADDRESS

FIRST_YEAR, LAST_YEAR = 1800, 2200
"""Years that figures and dates can have."""
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
IndicatorId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=64)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Item = TypeVar("Item")


def once(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return the items of a list; raises ValueError, message and hint, where one stands there twice."""
    for at, item in enumerate(items):
        if item in items[:at]:
            raise ValueError(f"'{item}' stands here twice", "Keep one of the two.")
    return items


def of_our_time(day: date) -> date:
    """Return a day of a year that figures can have; raises ValueError, message and hint, for one that is a slip of the hand."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(
            f"the year {day.year} is a slip of the hand", f"Write a year from {FIRST_YEAR} to {LAST_YEAR}."
        )
    return day


Day = Annotated[date, AfterValidator(of_our_time)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Strict(BaseModel):
    """A frozen record read from YAML: unknown keys are errors, strings stay strings."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Publisher(Strict):
    """Who publishes the site."""

    name: Text
    repository: Annotated[str, StringConstraints(pattern=r"^https://[^\s]+$")]
    """Where errors are reported: the address of the site's repository."""


class GeometrySettings(Strict):
    """The shapes that maps are drawn from."""

    file: Annotated[str, StringConstraints(pattern=r"^data/geo/[a-z0-9_-]+\.json$")]
    """TopoJSON with an object `countries` whose ids are M49 codes."""
    detail: Annotated[str, StringConstraints(pattern=r"^data/geo/[a-z0-9_-]+\.json$")] | None = None
    """The same in finer lines, for locators; without it they take `file`."""
    points: Annotated[str, StringConstraints(pattern=r"^data/geo/[a-z0-9_-]+\.csv$")]
    """Where a country stands that is too small for a shape: country, latitude, longitude."""
    note: Text
    """What the boundaries mean; stands under every map."""
    caption: str = ""
    """The same in a few words, for the locator of each profile."""


class SiteConfig(Strict):
    """The validated ``site.yaml``."""

    title: Text
    description: Text
    publisher: Publisher
    base_url: Annotated[str, StringConstraints(pattern=ADDRESS)]
    language: Literal["en"] = "en"
    edition: Day
    """Date of the edition; the clock is never asked."""
    reference_year: Annotated[int, Field(ge=1900, le=2200)]
    licence: Text = "CC BY 4.0"
    geometry: GeometrySettings | None = None
    """Without it no map is drawn."""
    profiles: Annotated[tuple[CountryCode, ...], Field(min_length=1)]


def load_config(sources: Sources) -> tuple[SiteConfig | None, tuple[Diagnostic, ...]]:
    """Return the validated ``site.yaml``, or what is wrong with it."""
    source = sources.files.get("site.yaml")
    if source is None:
        missing = Diagnostic(
            rule=Rule.FILE_MISSING,
            location=Location(path="site.yaml"),
            message="There is no site.yaml here.",
            hint="Name the project with --root, or make one with `profiles new FOLDER`.",
        )
        return None, (missing,)
    return parse_yaml(source, SiteConfig)
