"""What every planner of a page looks at: configuration, dataset, documents and the site's addresses."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator.charts.locator.plan import Atlas
from generator.charts.request import Event
from generator.config import SiteConfig
from generator.content.bibliography import Work
from generator.content.briefs import Brief, Issue
from generator.content.documents import Document, DocumentKind
from generator.content.layout import ProfileLayout
from generator.content.narrative import Narrative
from generator.data.dataset import Dataset
from generator.data.geo.geometry import Geometry
from generator.images.load import Images
from generator.imports.receipts import Receipt
from generator.indices.engine.compute import Result
from generator.urls import essay_url, issue_url


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFiles:
    """What texts link to and show besides documents: files of `static/`, and images."""

    static: Mapping[str, int] = field(default_factory=dict)
    """The sizes in bytes of the files of `static/`, by their path in the project."""
    images: Images = field(default_factory=Images)
    """The images of `content/images/` with their credits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """The whole of what is known when pages are planned."""

    config: SiteConfig
    dataset: Dataset
    documents: Mapping[str, Document]
    """Documents by path, as `content/essays/soft-power.md`."""
    layout: ProfileLayout
    works: Mapping[str, Work]
    """Cited works by key."""
    narrative: Narrative
    geometry: Geometry | None = None
    """What maps are drawn from; None draws none."""
    atlas: Atlas | None = None
    """The same with the names of countries, for locators."""
    indices: Mapping[str, Result] = field(default_factory=dict)
    """Composite indices with their working, by id."""
    receipts: Mapping[str, Receipt] = field(default_factory=dict)
    """What was taken from producers, by origin."""
    files: OwnFiles = field(default_factory=OwnFiles)
    """What texts link to and show besides documents."""
    issues: tuple[Issue, ...] = ()
    """Issues of briefs, newest first."""

    def essays(self) -> tuple[Document, ...]:
        """Essays, newest first, then by title."""
        found = [d for d in self.documents.values() if d.kind is DocumentKind.ESSAY]
        return tuple(sorted(found, key=lambda d: (-(d.date.toordinal() if d.date else 0), d.title)))

    def commentary(self, country: str) -> Document | None:
        """The commentary on a country, or None."""
        return next(
            (d for d in self.documents.values() if d.kind is DocumentKind.COUNTRY and d.country == country), None
        )

    def commentaries(self) -> Mapping[str, Document]:
        """The commentaries by country; of several on one the first."""
        return {d.country: d for d in reversed(tuple(self.documents.values())) if d.kind is DocumentKind.COUNTRY}

    def briefs(self, country: str = "") -> tuple[Brief, ...]:
        """Briefs, newest first; of one country where it is named."""
        found = [b for issue in self.issues for b in issue.briefs if not country or country in b.countries]
        return tuple(sorted(found, key=lambda b: (-b.date.toordinal(), b.id)))

    def events(self, indicator: str, country: str) -> tuple[Event, ...]:
        """The briefs, in order of date, that a country's trend marks: it is named first in them."""
        about = (b for b in self.briefs(country) if country and b.countries[:1] == (country,) and indicator in b.charts)
        return tuple(sorted((Event(day=b.date, headline=b.headline) for b in about), key=lambda e: (e.day, e.headline)))

    def around(self, code: str) -> "Project":
        """The project as seen from a country, which is itself, or from a part, whose peers are parts too."""
        parent, kind = self.dataset.countries[code].parent, self.config.entities.parts
        return replace(self, dataset=self.dataset.among_parts(parent, kind)) if parent and kind else self

    def url_of(self, document: Document) -> str:
        """The URL of a document's page, which for a commentary is that of its country."""
        country = self.dataset.countries.get(document.country)
        return country.url if document.kind is DocumentKind.COUNTRY and country else document_url(document)


def brief_url(brief: Brief) -> str:
    """Return where a brief stands: `/briefs/2021-01/#kyrgyz-poll`."""
    return f"{issue_url(brief.issue)}#{brief.id}"


def document_url(document: Document) -> str:
    """Return the URL of an essay, a page or an issue: `/essays/kazakhstan-soft-power/`, `/about/`."""
    if document.kind is DocumentKind.ISSUE:
        return issue_url(document.slug)
    return essay_url(document.slug) if document.kind is DocumentKind.ESSAY else f"/{document.slug}/"
