"""``site.yaml``: what a publisher decides about the whole site."""

from importlib.util import find_spec
from typing import Annotated, Literal

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from pydantic import AfterValidator, ConfigDict, Field, StringConstraints

from generator import __version__
from generator.diagnostics import Diagnostic, Location
from generator.identity.check import check_identity
from generator.identity.look import Look
from generator.identity.settings import Address, Colours, Footer, Logo, PictureFile, Service, SiteLink
from generator.rules import Rule
from generator.sources.entities import COUNTRIES, Entities
from generator.sources.files import Source, Sources
from generator.sources.shapes import CountryCode, Day, IndicatorId, NamedCountry, NonEmpty, Slug, StrictModel, unique
from generator.sources.yaml_file import Located, parse_yaml
from generator.urls import ADDRESS


def _versions(text: str) -> str:
    """Return a range of versions; raises ValueError, message and hint, for what is none."""
    try:
        SpecifierSet(text)
    except InvalidSpecifier:
        raise ValueError(f"'{text}' is no range of versions", 'Write it as ">=0.2,<0.3".') from None
    return text


Versions = Annotated[str, AfterValidator(_versions)]


class _Requirement(StrictModel):
    """The one key that is read first, as another version may know other keys."""

    model_config = ConfigDict(extra="ignore")

    requires: Versions = ""


class Publisher(StrictModel):
    """The publisher of the site."""

    name: NonEmpty
    """The name that stands at the foot of every page and in citations."""
    repository: Annotated[str, StringConstraints(pattern=r"^https://[^\s]+$")]
    """Address of the repository, for reports of errors."""


ShapesFile = Annotated[str, StringConstraints(pattern=r"^data/geo/[a-z0-9_-]+\.(json|geojson|topojson)$")]


class GeometrySettings(StrictModel):
    """The shapes that maps are drawn from."""

    file: ShapesFile
    """TopoJSON with an object `countries` and M49 codes; with `key` any GeoJSON or TopoJSON."""
    key: str = ""
    """The property of each shape that is the code of what it shows, as `iso_3166_2`."""
    detail: ShapesFile | None = None
    """The same in finer lines, for locators; without it they take `file`."""
    points: Annotated[str, StringConstraints(pattern=r"^data/geo/[a-z0-9_-]+\.csv$")] | None = None
    """Points of countries too small for a shape: country, latitude, longitude; optional with `key`."""
    note: NonEmpty
    """Note on boundaries under every map."""
    caption: str = ""
    """The note in a few words, for the locator of each profile."""


Least = Annotated[int, Field(ge=2, le=200)]


class Thresholds(StrictModel):
    """The fewest places with a value from which something is said of them together."""

    rank: Least = 3
    """For a rank, a ranking and a map of all places."""
    group_rank: Least = 3
    """For a rank within a group or region."""
    median: Least = 3
    """For a median."""
    strip: Least = 3
    """For a strip that shows where one place stands among all."""


Count = Annotated[int, Field(ge=0, le=10)]


class ChosenPeers(StrictModel):
    """Peers that the editors name for one place."""

    country: CountryCode
    """The place that is compared."""
    peers: Annotated[tuple[CountryCode, ...], Field(min_length=1, max_length=10), AfterValidator(unique)]
    """Those it is compared with, in place of all others."""


class PeerSettings(StrictModel):
    """The places that each one is compared with."""

    neighbours: Count = 5
    """How many neighbours at most, the largest first."""
    income: Count = 3
    """How many with a similar output per head (`gdp_per_head_ppp`)."""
    population: Count = 3
    """How many with a similar `population`."""
    chosen: tuple[ChosenPeers, ...] = ()
    """Places whose peers the editors name."""


class SiteConfig(StrictModel):
    """The validated ``site.yaml``."""

    title: NonEmpty
    """The name of the site, at the head of every page."""
    description: NonEmpty
    """One sentence on the site, below the title of the front page and for search engines."""
    publisher: Publisher
    """Who publishes the site."""
    base_url: Annotated[str, StringConstraints(pattern=ADDRESS)]
    """Where the site will live, with a slash at the end; `--base-url` overrides it."""
    language: Literal["en"] = "en"
    """The language of the site; English is the only one so far."""
    edition: Day
    """Date of the edition; the clock is never asked."""
    reference_year: Annotated[int, Field(ge=1900, le=2200)]
    """The year from which the age of figures counts."""
    licence: NonEmpty = "CC BY 4.0"
    """The licence of the site's own texts."""
    entities: Entities = COUNTRIES
    """What the site has pages of; countries where it does not say so."""
    geometry: GeometrySettings | None = None
    """Settings of maps; without them no map is drawn."""
    navigation: tuple[SiteLink, ...] = ()
    """The links in the head of every page; without any the usual ones."""
    footer: Footer = Footer()
    """What else stands at the foot of every page."""
    imprint: Address | None = None
    """Who answers for the site: a page, as `/imprint/`, or an address elsewhere, linked at the foot."""
    sharing: Annotated[tuple[Service, ...], AfterValidator(unique)] = ()
    """The services that a page can be shared by, as links beside how to cite it."""
    logo: Logo | None = None
    """The publisher's logo in the head of every page; without it the site's title stands there alone."""
    favicon: PictureFile | None = None
    """The icon in a browser's tab, as `static/icon.svg`; without it bars in the accent colour."""
    colours: Colours = Colours()
    """Colours of one's own, whose contrast is checked; those of the theme where nothing is said."""
    story: Slug | None = None
    """The essay that leads the front page, by its file without `.md`; without the key the newest."""
    headline: Annotated[tuple[IndicatorId, ...], Field(max_length=3), AfterValidator(unique)] = ()
    """What each profile begins with, a sentence each; without any people, income and length of life."""
    peers: PeerSettings = PeerSettings()
    """The places that each one is compared with, on its profile and in charts."""
    thresholds: Thresholds = Thresholds()
    """The fewest places from which there are ranks, medians, strips and maps."""
    requires: Versions = ""
    """The versions of the generator that the project is written for, as `>=0.2,<0.3`."""
    parquet: bool = False
    """Whether `data/all.parquet` is made, which needs the extra `parquet`."""
    profiles: Annotated[tuple[NamedCountry, ...], Field(min_length=1)]
    """The countries, or other entities, and their parts with a page, by their codes."""

    @property
    def look(self) -> Look:
        """The look of every page."""
        return Look(colours=self.colours, logo=self.logo, favicon=self.favicon)


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
    if unfit := _unfit(source):
        return None, (unfit,)
    located, problems = parse_yaml(source, SiteConfig)
    if located and located.value.parquet and find_spec("fastparquet") is None:
        problems = (*problems, _no_parquet(located))
    if located:
        problems = (*problems, *check_identity(located.value.look, sources, located.location))
    return located.value if located and not problems else None, problems


def _unfit(source: Source) -> Diagnostic | None:
    """Return the problem that the project is written for other versions, if so; any other is found later."""
    asked, _problems = parse_yaml(source, _Requirement)
    if asked is None or SpecifierSet(asked.value.requires).contains(__version__, prereleases=True):
        return None
    message = f"This project is written for {asked.value.requires} of the generator; this is {__version__}."
    hint = "Install such a version, or read the changelog and change the line."
    return Diagnostic(rule=Rule.GENERATOR_VERSION, location=asked.location("requires"), message=message, hint=hint)


def _no_parquet(located: Located[SiteConfig]) -> Diagnostic:
    message = "Parquet is asked for, and no library is there that writes it."
    hint = "Run `pip install 'country-profiles[parquet]'`, or take the line out."
    return Diagnostic(rule=Rule.YAML_VALUE, location=located.location("parquet"), message=message, hint=hint)
