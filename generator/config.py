"""``site.yaml``: what a publisher decides about the whole site."""

from importlib.util import find_spec
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.sources.files import Sources
from generator.sources.shapes import CountryCode, Day, NonEmpty, StrictModel
from generator.sources.yaml_file import Located, parse_yaml
from generator.urls import ADDRESS


class Publisher(StrictModel):
    """The publisher of the site."""

    name: NonEmpty
    repository: Annotated[str, StringConstraints(pattern=r"^https://[^\s]+$")]
    """Address of the repository, for reports of errors."""


class GeometrySettings(StrictModel):
    """The shapes that maps are drawn from."""

    file: Annotated[str, StringConstraints(pattern=r"^data/geo/[a-z0-9_-]+\.json$")]
    """TopoJSON with an object `countries` whose ids are M49 codes."""
    detail: Annotated[str, StringConstraints(pattern=r"^data/geo/[a-z0-9_-]+\.json$")] | None = None
    """The same in finer lines, for locators; without it they take `file`."""
    points: Annotated[str, StringConstraints(pattern=r"^data/geo/[a-z0-9_-]+\.csv$")]
    """Points of countries that are too small for a shape: country, latitude, longitude."""
    note: NonEmpty
    """Note on boundaries under every map."""
    caption: str = ""
    """The note in a few words, for the locator of each profile."""


class SiteConfig(StrictModel):
    """The validated ``site.yaml``."""

    title: NonEmpty
    description: NonEmpty
    publisher: Publisher
    base_url: Annotated[str, StringConstraints(pattern=ADDRESS)]
    language: Literal["en"] = "en"
    edition: Day
    """Date of the edition; the clock is never asked."""
    reference_year: Annotated[int, Field(ge=1900, le=2200)]
    licence: NonEmpty = "CC BY 4.0"
    geometry: GeometrySettings | None = None
    """Settings of maps; without them no map is drawn."""
    parquet: bool = False
    """Whether `data/all.parquet` is made, which needs the extra `parquet`."""
    profiles: Annotated[tuple[CountryCode, ...], Field(min_length=1)]


def load_config(sources: Sources) -> tuple[SiteConfig | None, tuple[Diagnostic, ...]]:
    """Return the validated ``site.yaml``, or its problems."""
    source = sources.files.get("site.yaml")
    if source is None:
        missing = Diagnostic(
            rule=Rule.FILE_MISSING,
            location=Location(path="site.yaml"),
            message="There is no site.yaml here.",
            hint="Name the project with --root, or make one with `profiles new FOLDER`.",
        )
        return None, (missing,)
    located, problems = parse_yaml(source, SiteConfig)
    if located and located.value.parquet and find_spec("fastparquet") is None:
        problems = (*problems, _no_parquet(located))
    return located.value if located and not problems else None, problems


def _no_parquet(located: Located[SiteConfig]) -> Diagnostic:
    message = "Parquet is asked for, and no library is there that writes it."
    hint = "Run `pip install 'country-profiles[parquet]'`, or take the line out."
    return Diagnostic(rule=Rule.YAML_VALUE, location=located.location("parquet"), message=message, hint=hint)
