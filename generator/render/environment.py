"""Jinja: page records to HTML. Templates see the page and a few functions, nothing else."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from operator import attrgetter
from typing import Any

from jinja2 import Environment, FunctionLoader
from jinja2.runtime import Context
from markupsafe import Markup

from generator.charts.chart import Chart, Drawing
from generator.charts.locator.plan import Locator
from generator.charts.map.plan import WorldMap
from generator.charts.svg.letters import has_png
from generator.charts.trend.explore import explored
from generator.charts.vega_bundle import bundle_path
from generator.claims.bound import BoundCitation, BoundLink, BoundValue
from generator.formatting import tied
from generator.identity.look import Look
from generator.messages import speak
from generator.output import RenderFaultError
from generator.pages.prose.notes import fact_of
from generator.pages.records.briefs import BriefsPage, IssuePage
from generator.pages.records.compare import ComparePage
from generator.pages.records.indices import IndexPage, MethodPage
from generator.pages.records.page import (
    CountriesPage,
    CountryPage,
    DataPage,
    EssayPage,
    GroupPage,
    HomePage,
    IndicatorPage,
    ListPage,
    Page,
    PlainPage,
    ReadingPage,
    SearchPage,
    TopicPage,
)
from generator.pages.records.parts import Body, ImageFigure
from generator.pages.records.revisions import ChangesPage
from generator.render.assets import script_paths, style_paths
from generator.render.bare import bare
from generator.render.compiled import Compiled
from generator.render.continued import ContinuedLines
from generator.render.faults import diagnose
from generator.render.prose import ProseHtml
from generator.render.quick import CONTEXTS, QuickEnvironment, let_go, said, said_of_many
from generator.render.styles import THEMES_OWN
from generator.render.unknown import Unknown
from generator.sources.entities import COUNTRIES, EntityKind
from generator.sources.files import Sources
from generator.state.modules import code_digest
from generator.urls import base_path, href

__all__ = ("Drawers", "Renderer", "code_digest", "make_renderer", "make_site_environment")

CONTRACT = 1
"""The version of what templates of others rely on: names, blocks, records (docs/reference/theme.md)."""

TEMPLATES: dict[type, str] = {
    CountryPage: "country.html",
    IssuePage: "issue.html",
    BriefsPage: "briefs.html",
    DataPage: "data.html",
    SearchPage: "search.html",
    ReadingPage: "reading.html",
    ChangesPage: "changes.html",
    IndicatorPage: "indicator.html",
    EssayPage: "essay.html",
    PlainPage: "plain.html",
    ListPage: "list.html",
    TopicPage: "topic.html",
    CountriesPage: "countries.html",
    GroupPage: "group.html",
    IndexPage: "index.html",
    MethodPage: "method.html",
    HomePage: "home.html",
    ComparePage: "compare.html",
}


_COMPILED = Compiled(code_digest)
"""The compiled templates of the process; they depend on their sources and the program only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawers:
    """The functions that draw the SVG of a page's records."""

    chart: Callable[[Drawing, Chart], str]
    locator: Callable[[Locator], str]


_ENDS = re.compile(
    r"</t(?:[dh]>\s*(?=<t[dh][ >]|</tr>)|r>\s*(?=<tr[ >]|</t(?:body|head|foot)>)"
    r"|head>\s*(?=<tbody[ >])|body>\s*(?=<tbody[ >]|</table>))"
)


def without_ends(text: str) -> str:
    """Return a page without the ends of parts of tables, which HTML supplies: it looks the same.

    Spaces between cells and rows go with them. `<tr><td>1</td><td>2</td></tr></tbody>` becomes `<tr><td>1<td>2</tbody>`; they are a twentieth of a profile.
    """
    return _ENDS.sub("", text)


class Renderer:
    """Renders page records with the project's templates under one base path."""

    def __init__(self, environment: Environment, fingerprint: str) -> None:
        self._environment = environment
        self.fingerprint = fingerprint
        """A digest of all every page depends on besides its record."""

    def render(self, page: Page, draw: Drawers) -> str:
        """Return the page's HTML; `draw` gives its drawings. Raises RenderFaultError where a template fails."""
        try:
            return self._render(page, draw)
        except (
            Exception
        ) as error:  # a template is the project's own code: whatever it does wrong is a problem at its line
            raise RenderFaultError(diagnose(error, TEMPLATES[type(page)], self._environment)) from error

    def _render(self, page: Page, draw: Drawers) -> str:
        speak(page.frame.wording)
        template = self._environment.get_template(TEMPLATES[type(page)])
        numbers = {note.value: note.number for note in getattr(page, "notes", ())}
        seen: Counter[int] = Counter()
        prose = ProseHtml()
        contexts: list[Context] = []
        text = template.render(
            {CONTEXTS: contexts},
            page=page,
            svg=lambda drawing, chart: Markup(draw.chart(drawing, chart)),  # noqa: S704 - our own SVG, made from data
            located=lambda locator: Markup(draw.locator(locator)),  # noqa: S704 - our own SVG, names escaped
            parts=lambda body: tuple(_parts(body, numbers, seen, prose)),
            works=tuple((work, Markup(work.html)) for work in getattr(page, "works", ())),  # noqa: S704 - sanitised by content
        )
        let_go(contexts)
        return without_ends(text)

    def key(self, page: Page) -> str:
        """Return a digest of all the page's HTML depends on."""
        record = json.dumps(page, ensure_ascii=False, separators=(",", ":"), default=_plain, check_circular=False)
        return hashlib.sha256(f"{self.fingerprint}\n{record}".encode()).hexdigest()


def _plain(record: object) -> list[object]:
    """Return a record as a list: its type's name first, then its fields in order."""
    return [type(record).__name__, *_values_of(type(record))(record)]  # type: ignore[arg-type]  # a class is hashable


@cache
def _values_of(record: type[Any]) -> Callable[[object], tuple[object, ...]]:
    """Return what takes the values of all fields of a record, at once where there are several."""
    names = [field.name for field in fields(record)]
    return attrgetter(*names) if len(names) > 1 else lambda each: tuple(getattr(each, name) for name in names)


def _parts(
    body: Body, numbers: dict[BoundValue, int], seen: Counter[int], prose: ProseHtml
) -> Iterator[tuple[str, object, int, int]]:
    """Yield each part of a body as (kind, part, number of its note, times stated so far)."""
    for part in body:
        if isinstance(part, BoundValue):
            number = numbers[fact_of(part)]
            seen[number] += 1
            yield "value", part, number, seen[number]
        elif isinstance(part, BoundCitation):
            yield "cite", part, 0, 0
        elif isinstance(part, BoundLink):
            yield "link", BoundLink(url=part.url, html=Markup(part.html)), 0, 0  # noqa: S704 - escaped by content
        elif isinstance(part, Chart):
            yield "chart", part, 0, 0
        elif isinstance(part, WorldMap):
            yield "map", part, 0, 0
        elif isinstance(part, ImageFigure):
            yield "image", part, 0, 0
        else:
            yield "html", Markup(prose.complete(part)), 0, 0  # noqa: S704 - sanitised by content


def make_renderer(
    sources: Sources, base_url: str, *, finder: str, look: Look, entities: EntityKind = COUNTRIES
) -> Renderer:
    """Return a renderer for checked templates; `finder` is the path of the countries' names."""
    environment = make_site_environment(sources, base_url, finder=finder, look=look, entities=entities)
    around = f"{base_url}\n{finder}\n{look}\n{look.mark(sources)}\n{entities.model_dump_json()}"
    fingerprint = f"{around}\n{sources.digest_of_templates()}\n{code_digest()}"
    return Renderer(environment, fingerprint)


def make_site_environment(
    sources: Sources, base_url: str, *, finder: str, look: Look = THEMES_OWN, entities: EntityKind = COUNTRIES
) -> Environment:
    """Return the Jinja environment of a site's pages, with the addresses of what they share."""
    environment = make_environment(sources)
    base = base_path(base_url)
    environment.globals["href"] = lambda url: href(base, url)
    environment.globals["styles"] = {name: href(base, f"/{path}") for name, path in style_paths(sources, look).items()}
    environment.globals["scripts"] = {name: href(base, f"/{path}") for name, path in script_paths(sources).items()}
    environment.globals["finder"] = href(base, f"/{finder}")
    environment.globals["explored"] = explored
    environment.globals["has_png"] = has_png
    environment.globals["vega"] = href(base, f"/{bundle_path()}")
    environment.globals["places"] = f"/{entities.path}/"
    environment.globals["favicon"] = href(base, look.icon_url)
    environment.globals["favicon_type"] = look.icon_type
    environment.globals["logo"] = look.mark(sources)
    return environment


def make_environment(sources: Sources) -> Environment:
    """Return the Jinja environment: everything escaped, undefined names are errors."""
    environment = QuickEnvironment(
        loader=FunctionLoader(lambda name: _load(sources, name)),
        autoescape=True,
        undefined=Unknown,
        bytecode_cache=_COMPILED,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", ContinuedLines],
    )
    environment.newstyle_gettext = True  # type: ignore[attr-defined]  # by the extension: values are named in a string
    environment.globals |= {"tied": tied, "_": said, "gettext": said, "ngettext": said_of_many}
    return environment


def _load(sources: Sources, name: str) -> tuple[str, str, None] | None:
    """Return a template's text, the theme's made bare, and its path: problems have file and line."""
    source = sources.template(name)
    if source is None:
        return None
    text = source.data.decode("utf-8")
    return bare(text) if sources.is_of_theme(source) else text, source.path, None
