"""Ids of the parts that every page has of its own: no heading of an author takes one of them."""

import re
from collections.abc import Callable

from markdown.extensions.toc import slugify_unicode

from generator.content.documents import DocumentKind
from generator.content.markdown.positions import TAG

PREFIX = "text-"
_OF_ALL = frozenset(("main", "notes", "references", "preview-errors"))
_OF_CITED = frozenset(("sources", "cite", "cite-bibtex", "cite-data", "cite-inline", "cite-page", "copied"))
_OF_PROFILES = frozenset(("scorecard", "peers", "briefs", "all-indicators", "not-known"))
_OWN = {
    DocumentKind.PAGE: _OF_ALL,
    DocumentKind.ESSAY: _OF_ALL | _OF_CITED,
    DocumentKind.ISSUE: _OF_ALL | _OF_CITED | {"essays"},
    DocumentKind.COUNTRY: _OF_ALL | _OF_CITED | _OF_PROFILES,
}
_COUNTED = re.compile(r"(?:note|work)-\d+|ref-\d+-\d+")


def is_own(name: str, kind: DocumentKind) -> bool:
    """Whether a page with a document of a kind has a part with this id itself."""
    return name in _OWN[kind] or _COUNTED.fullmatch(name) is not None


def slugify_for(kind: DocumentKind) -> Callable[[str, str], str]:
    """Return how headings of a document get their ids: as their letters say, `text-notes` for Notes."""

    def slugify(value: str, separator: str) -> str:
        slug = str(slugify_unicode(TAG.sub("", value), separator))
        return f"{PREFIX}{slug}" if is_own(slug, kind) else slug

    return slugify
