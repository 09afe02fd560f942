"""Documents: commentary, essays and plain pages, parsed and ready for binding."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from generator.content.references import Reference, Scheme
from generator.diagnostics import Location

__all__ = ("Document", "DocumentKind", "DocumentSection", "DropIfMissing", "Part")


@dataclass(frozen=True, slots=True, kw_only=True)
class DropIfMissing:
    """A block that is left out if a value in it is missing."""

    parts: tuple[str | Reference, ...]


Part = str | Reference | DropIfMissing


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentSection:
    """A heading of level 2 and what follows; the part before the first heading has an empty id and title.

    `parts` are sanitised HTML and references in reading order: each reference stands for its element.
    """

    id: str
    title: str
    location: Location
    parts: tuple[Part, ...]

    @property
    def references(self) -> tuple[Reference, ...]:
        """All references of the section in reading order."""
        return tuple(_references(self.parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """One comment: the rule it allows, with a reason, from its own line to the line `until`."""

    rule: str
    location: Location
    reason: str
    until: int


class DocumentKind(StrEnum):
    """What a file of `content/` is."""

    COUNTRY = "country"
    ESSAY = "essay"
    PAGE = "page"
    ISSUE = "issue"


@dataclass(frozen=True, kw_only=True)
class Document:
    """One Markdown file: `kind` is country, essay or page; fields a kind does not have stay empty."""

    path: str
    kind: DocumentKind
    slug: str
    title: str
    summary: tuple[str | Reference, ...]
    """Escaped text and references, in one paragraph."""
    authors: tuple[str, ...]
    date: date | None
    country: str
    """alpha-3, for kind ``country``."""
    countries: tuple[str, ...]
    """alpha-3 codes an essay is about; the first is the default country of its references."""
    group: str
    """The id of the group an essay is about, which its references then mean: `central-asia`."""
    sections: tuple[DocumentSection, ...]
    anchors: frozenset[str]
    allowances: tuple[Allowance, ...]
    """Warnings that the author allows in the text."""
    digest: str
    draft: bool = False
    """Whether only the preview shows it."""
    classes: tuple[tuple[str, Location], ...] = ()
    """Each class that the text gives an element, with its place."""
    lead: Reference | None = None
    """The image that it begins with, from its front matter."""

    @cached_property
    def images(self) -> tuple[Reference, ...]:
        """The images that it shows, the one it begins with first."""
        lead = (self.lead,) if self.lead else ()
        return (*lead, *(each for each in self.references if each.scheme is Scheme.IMAGE))

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """All references of the document in reading order, those of its summary first."""
        parts = (self.summary, *(section.parts for section in self.sections))
        return tuple(reference for each in parts for reference in _references(each))

    @property
    def home(self) -> str:
        """The country or group that a reference means when it names none; empty where there is none."""
        return self.country or self.group or next(iter(self.countries), "")

    @cached_property
    def entry(self) -> tuple[Hashable, ...]:
        """What other pages may show of it; equal entries make equal lists, links and anchors."""
        about = (self.path, self.title, self.summary, self.date, self.authors, self.country, self.countries, self.group)
        lead = (self.lead.target, self.lead.text) if self.lead else ()
        return (*about, self.anchors, lead, self.draft)


def _references(parts: tuple[Part, ...]) -> Iterator[Reference]:
    for part in parts:
        if isinstance(part, DropIfMissing):
            yield from _references(part.parts)
        elif isinstance(part, Reference):
            yield part
