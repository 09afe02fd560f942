"""Dates compared: no text is later than the edition, no brief later than its issue."""

from collections.abc import Callable, Iterator
from datetime import date

from generator.content.briefs import IssueShape
from generator.content.documents import Document, DocumentKind
from generator.content.front_matter import locate_meta
from generator.diagnostics import Diagnostic, Location
from generator.formatting import format_date
from generator.rules import Rule
from generator.sources.files import Source
from generator.sources.yaml_file import locate


def check_date(document: Document, source: Source, edition: date) -> Iterator[Diagnostic]:
    """Yield a warning where a document is dated after the edition it appears in."""
    if document.date and document.date > edition:
        find = locate if document.kind is DocumentKind.ISSUE else locate_meta
        where = find(source, "updated" if document.kind is DocumentKind.COUNTRY else "date")
        message = f"The text is of {format_date(document.date)}, the edition of {format_date(edition)}."
        yield _late(where, message, "Write the day of the text, or a later 'edition' in site.yaml.")


def check_briefs(place: Callable[..., Location], shape: IssueShape) -> Iterator[Diagnostic]:
    """Yield a warning for each brief, or source of one, that is dated after the issue."""
    for at, brief in enumerate(shape.briefs):
        for keys, what, day in (
            (("date",), "The brief", brief.date),
            (("source", "date"), "Its source", brief.source.date),
        ):
            if day > shape.date:
                message = f"{what} is of {format_date(day)}, the issue of {format_date(shape.date)}."
                yield _late(
                    place("briefs", at, *keys), message, "Write the day it happened, or a later 'date' of the issue."
                )


def _late(location: Location, message: str, hint: str) -> Diagnostic:
    return Diagnostic(rule=Rule.DATE_LATE, location=location, message=message, hint=hint)
