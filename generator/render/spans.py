"""Where in a profile the titles of its sections stand, so that they can be exchanged there.

A template may do with a title what it likes. Only if it does nothing but write each one out is it known where they
stand: that is tried with titles of which nothing else can be asked.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NoReturn

from markupsafe import escape

from generator.output import RenderFaultError
from generator.pages.records.page import CountryPage, Page
from generator.render.environment import Drawers, Renderer

__all__ = ("Spans", "exchanged", "is_plain", "render_with_spans")

Spans = tuple[tuple[str, int, int], ...]
"""Ids of sections, each with the places in a text where its title begins and ends, in order of places."""

BEGIN, MIDDLE, END = "\ufdd0", "\ufdd1", "\ufdd2"
"""Around a title in the text of a template: code points that no text has."""
_MARKED = re.compile(f"{BEGIN}(.*?){MIDDLE}(.*?){END}", re.DOTALL)


class AskedError(Exception):
    """More is asked of a title than to be written out."""


def _refuse(*_args: object) -> NoReturn:
    raise AskedError


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class WrittenTitle:
    """A title that can be written out, between marks, and nothing else."""

    id: str
    title: str

    def __html__(self) -> str:
        return f"{BEGIN}{self.id}{MIDDLE}{escape(self.title)}{END}"

    def __bool__(self) -> bool:
        return bool(self.title)

    __str__ = __repr__ = __format__ = __hash__ = __eq__ = __ne__ = __getattr__ = _refuse
    __len__ = __iter__ = __getitem__ = __contains__ = _refuse
    __class__ = property(_refuse)


def render_with_spans(renderer: Renderer, page: Page, draw: Drawers) -> tuple[str, Spans]:
    """Return a page's HTML, and where the titles of its sections stand; nowhere if that is not known."""
    if not isinstance(page, CountryPage):
        return renderer.render(page, draw), ()
    titles = {section.id: section.title for section in page.sections}
    if not all(map(is_plain, titles.values())):
        return renderer.render(page, draw), ()
    try:
        found = _unmarked(renderer.render(_marked(page), draw), titles)
    except RenderFaultError:
        found = None
    return found or (renderer.render(page, draw), ())


def is_plain(title: str) -> bool:
    """Whether a title stays the same when a filter of a template escapes it or strips spaces."""
    return escape(title) == title == " ".join(title.split())


def _marked(page: CountryPage) -> CountryPage:
    sections = (replace(each, title=WrittenTitle(each.id, each.title)) for each in page.sections)  # type: ignore[arg-type]  # a template needs no str
    return replace(page, sections=tuple(sections))


def _unmarked(text: str, titles: Mapping[str, str]) -> tuple[str, Spans] | None:
    """Return a text without its marks, and where they were; None if one is not around a title."""
    marked = tuple(_MARKED.finditer(text))
    if any(found[2] != titles.get(found[1]) for found in marked):
        return None
    plain, spans = exchanged(text, tuple((found[1], *found.span()) for found in marked), titles)
    return None if any(mark in plain for mark in (BEGIN, MIDDLE, END)) else (plain, spans)


def exchanged(text: str, spans: Spans, titles: Mapping[str, str]) -> tuple[str, Spans]:
    """Return a text with the titles of sections in these places, and where they stand then."""
    parts, places, last, length = [], [], 0, 0
    for name, begin, end in spans:
        title = titles[name]
        parts += [text[last:begin], title]
        length += begin - last
        places.append((name, length, length + len(title)))
        length, last = length + len(title), end
    return "".join((*parts, text[last:])), tuple(places)
