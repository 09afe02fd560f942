"""Front matter: the settings of each kind of document before its text."""

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field

from generator.content.documents import DocumentKind
from generator.content.references import SCHEMES
from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.sources.files import Source
from generator.sources.shapes import Day, NamedCountry, NonEmpty, StrictModel, unique
from generator.sources.text import decode_text
from generator.sources.yaml_nodes import NodeReader, find_node

_REFERENCE = re.compile(rf"\]\((?:{'|'.join(SCHEMES)}):")


def plain(text: str) -> str:
    """Return a plain text; raises ValueError, message and hint, for one with a reference."""
    if _REFERENCE.search(text):
        raise ValueError(
            "this text is shown as it is, with no references", "Write plain words; bind the figure in the text."
        )
    return text


Plain = Annotated[NonEmpty, AfterValidator(plain)]


class LeadImage(StrictModel):
    """The image that a document begins with."""

    path: NonEmpty
    """Its path from the document, `../images/port.jpg`, with `?decorative` where it adds nothing."""
    alt: Plain = ""
    """What it shows, for those who do not see it; required unless it is decorative."""
    caption: Plain = ""
    """What stands below it, before author and licence."""


class DocumentMeta(StrictModel):
    """Of any document."""

    draft: bool = False
    """Whether only the preview shows the document, and no build of the site."""
    image: LeadImage | None = None
    """The image that the page begins with and is shared with."""


class CountryMeta(DocumentMeta):
    """Of a country's commentary."""

    country: NamedCountry
    """The code of the country, as `KAZ`."""
    authors: Annotated[tuple[NonEmpty, ...], Field(min_length=1), AfterValidator(unique)]
    """Who wrote it."""
    updated: Day
    """The day it was last changed."""
    summary: NonEmpty
    """A paragraph for the head of the page and for lists; its figures are references."""


class EssayMeta(DocumentMeta):
    """Of an essay."""

    title: Plain
    """The title of the page."""
    date: Day
    """The day it is of; the newest essay leads the front page unless `story` in `site.yaml` names another."""
    authors: Annotated[tuple[NonEmpty, ...], Field(min_length=1), AfterValidator(unique)]
    """Who wrote it."""
    countries: Annotated[tuple[NamedCountry, ...], Field(min_length=1), AfterValidator(unique)]
    """The codes of the countries it is about.

    Without `group`, references that name no country mean the first.
    """
    group: str = ""
    """The id of the region or organisation that it is about.

    References that name no country mean it, instead of the first country.
    """
    summary: NonEmpty
    """A paragraph for the head of the page and for lists; its figures are references."""


class PageMeta(DocumentMeta):
    """Of a plain page."""

    title: Plain
    """The title of the page."""
    summary: NonEmpty
    """A paragraph for the head of the page and for lists; its figures are references."""


Meta = CountryMeta | EssayMeta | PageMeta
MODELS: Mapping[str, tuple[DocumentKind, type[Meta]]] = {
    "countries": (DocumentKind.COUNTRY, CountryMeta),
    "essays": (DocumentKind.ESSAY, EssayMeta),
    "pages": (DocumentKind.PAGE, PageMeta),
}
"""By folder of `content/`: the kind of document and its front matter."""


def split_front_matter(text: str) -> tuple[str | None, str, int]:
    """Return front matter, body and the body's first line; None without closed front matter."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return None, text, 1
    end = next((at for at, line in enumerate(lines[1:], start=1) if line.rstrip() == "---"), None)
    if end is None:
        return None, text, 1
    return "\n".join(lines[1:end]) + "\n", "\n".join(lines[end + 1 :]), end + 2


def no_front_matter(path: str, text: str) -> Diagnostic:
    """Return the problem of a document whose front matter is missing, or has no end."""
    where = Location(path=path)
    message, hint = (
        "There is no front matter.",
        "Begin the file with a line ---, then title and the other keys, then a line ---",
    )
    if text.split("\n", 1)[0].rstrip() == "---":
        message, hint = "Nothing closes the front matter.", "Write a line --- below its last key."
    return Diagnostic(rule=Rule.FRONT_MATTER, location=where, message=message, hint=hint)


def locate_meta(source: Source, *keys: int | str) -> Location:
    """Return the place of a value in the front matter of a document that has been read."""
    text, _problems = decode_text(source)
    front, _body, _line = split_front_matter(text or "")
    reader = NodeReader(source.path, 2)
    root = reader.compose(front or "")
    return Location(path=source.path) if root is None else reader.location(find_node(root, keys, key=False))
