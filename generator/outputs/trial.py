"""A trial of pages before anything is written: failing templates and links that lead nowhere.

A small site is tried whole; of a large one some pages of each kind, and all of them as soon as one has a fault.
"""

from collections.abc import Callable, Container, Iterator, Sequence
from itertools import groupby

from generator.diagnostics import Diagnostic
from generator.output import RenderFaultError
from generator.outputs.plan import renderer_of
from generator.pages.records.page import Page
from generator.pages.site import PlannedPage, Site
from generator.publish.crawl import check_pages
from generator.render.environment import Drawers, Renderer
from generator.render.faults import at_template
from generator.sources.files import Sources
from generator.urls import base_path, output_path

SMALL = 60
OF_EACH_KIND = 2
_NO_DRAWINGS = Drawers(chart=lambda _drawing, _chart: "", locator=lambda _locator: "")


def try_pages(site: Site, sources: Sources, *, thorough: bool) -> tuple[Diagnostic, ...]:
    """Return what the build would find in the finished pages, at the place in the sources.

    A large site is not tried where time is short, as in the preview: each page is rendered there when it is asked for.
    """
    small = len(site.planned) <= SMALL
    if not (small or thorough):
        return ()
    found = _try(site, sources, site.planned if small else tuple(_some(site.planned)))
    return _try(site, sources, site.planned) if found and not small else found


def _some(pages: Sequence[PlannedPage]) -> Iterator[PlannedPage]:
    """Yield the first pages of each kind, as their addresses tell it: of `/countries/…/`, of `/essays/…/`."""
    kinds = groupby(sorted(pages, key=_kind), key=_kind)
    for _, of_kind in kinds:
        yield from list(of_kind)[:OF_EACH_KIND]


def _kind(page: PlannedPage) -> tuple[int, str]:
    parts = page.url.strip("/").split("/")
    return len(parts), parts[0] if len(parts) > 1 else page.url


def _try(site: Site, sources: Sources, pages: Sequence[PlannedPage]) -> tuple[Diagnostic, ...]:
    renderer = renderer_of(site, sources)
    made: dict[str, bytes] = {}
    faults: dict[Diagnostic, None] = {}
    for planned in pages:
        page = site.page(planned)
        text, fault = site.memo.of(page, f"trial {renderer.fingerprint}", _trial(renderer, page))
        if fault is not None:
            faults[fault] = None
        made[output_path(planned.url)] = text
    if faults:
        return tuple(faults)
    base = base_path(site.base_url)
    return tuple(at_template(d, sources, base) for d in check_pages(made, base, _Files(site)))


def _trial(renderer: Renderer, page: Page) -> Callable[[], tuple[bytes, Diagnostic | None]]:
    return lambda: _render(renderer, page)


def _render(renderer: Renderer, page: Page) -> tuple[bytes, Diagnostic | None]:
    """Return the page without its drawings, or the problem of its template."""
    try:
        return renderer.render(page, _NO_DRAWINGS).encode(), None
    except RenderFaultError as fault:
        return b"", fault.diagnostic


class _Files(Container[str]):
    """The files of a site: its pages and redirects by name; files that are no pages are taken to be there."""

    def __init__(self, site: Site) -> None:
        urls = (*(page.url for page in site.planned), *(each.old for each in site.redirects))
        self._pages = frozenset(output_path(url) for url in urls)

    def __contains__(self, path: object) -> bool:
        return path in self._pages or not str(path).endswith(".html")
