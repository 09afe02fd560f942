"""Front matter: the settings of each kind of document before its text."""

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field

from generator.content.documents import DocumentKind
from generator.content.references import SCHEMES
from generator.diagnostics import Location
from generator.sources.files import Source
from generator.sources.shapes import CountryCode, Day, NonEmpty, StrictModel, unique
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
    """The image that a document begins with; `alt` is what stands for it where it is not seen."""

    path: NonEmpty
    alt: Plain = ""
    caption: Plain = ""


class DraftMeta(StrictModel):
    """Of any document that may still be a draft."""

    draft: bool = False
    """Whether only the preview shows it."""


class CountryMeta(DraftMeta):
    """Of a country's commentary."""

    country: CountryCode
    authors: Annotated[tuple[NonEmpty, ...], Field(min_length=1), AfterValidator(unique)]
    updated: Day
    summary: NonEmpty
    image: LeadImage | None = None


class EssayMeta(DraftMeta):
    """Of an essay."""

    title: Plain
    date: Day
    authors: Annotated[tuple[NonEmpty, ...], Field(min_length=1), AfterValidator(unique)]
    countries: Annotated[tuple[CountryCode, ...], Field(min_length=1), AfterValidator(unique)]
    group: str = ""
    summary: NonEmpty
    image: LeadImage | None = None


class PageMeta(DraftMeta):
    """Of a plain page."""

    title: Plain
    summary: NonEmpty
    image: LeadImage | None = None


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


def locate_meta(source: Source, *keys: int | str) -> Location:
    """Return the place of a value in the front matter of a document that has been read."""
    text, _problems = decode_text(source)
    front, _body, _line = split_front_matter(text or "")
    reader = NodeReader(source.path, 2)
    root = reader.compose(front or "")
    return Location(path=source.path) if root is None else reader.location(find_node(root, keys, key=False))
