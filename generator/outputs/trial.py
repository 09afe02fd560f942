"""A trial of pages before anything is written: failing templates and links that lead nowhere."""

import json
from collections.abc import Callable, Container, Iterator, Sequence

from generator.cache import Cache, MemoryCache, read_json
from generator.diagnostics import Diagnostic, Location
from generator.output import RenderFaultError
from generator.outputs.data.keys import key_of
from generator.outputs.kept import Digests
from generator.outputs.plan import files_of, renderer_of
from generator.outputs.search import FOLDER
from generator.pages.records.page import Page
from generator.pages.site import PlannedPage, Site
from generator.publish.crawl import SeenPage, astray, check_pages, see_page
from generator.render.assets import ASSETS
from generator.render.environment import Drawers, Renderer
from generator.render.faults import at_template
from generator.render.styles import own_text
from generator.rules import Rule
from generator.sources.files import Sources
from generator.urls import base_path, output_path

SMALL = 60
"""The most pages that are tried again with every save in the preview."""
STATE_KEY = "tried"
"""What stands in the state file under this name: digests of what sound pages depend on."""
_NO_DRAWINGS = Drawers(chart=lambda _drawing, _chart: "", locator=lambda _locator: "")


def try_pages(
    site: Site, sources: Sources, *, most: int | None = None, state: Cache | None = None
) -> tuple[Diagnostic, ...]:
    """Return what the build would find in the finished pages, at the place in the sources.

    The pages of a site that has more than `most` are not tried, only its style sheets; those of a small one are if
    these have faults. A page that was sound and depends on the same is not tried again.
    """
    in_styles = tuple(_try_styles(site, sources))
    if most is not None and len(site.planned) > (max(most, SMALL) if in_styles else most):
        return in_styles
    names, sound = _names(site, sources), _sound(state)
    found = (*in_styles, *_try(site, sources, [page for page in site.planned if names[page.url] not in sound]))
    if not found:
        keep_sound(site, sources, state)
    return found


def keep_sound(site: Site, sources: Sources, state: Cache | None) -> None:
    """Keep that every page of a site is sound."""
    if state is not None:
        state.put(STATE_KEY, json.dumps(sorted(filter(None, _names(site, sources).values()))).encode())


def _sound(state: Cache | None) -> frozenset[str]:
    """Return the digests in the state file; none if they cannot be read."""
    try:
        return frozenset(map(str, read_json((state and state.get(STATE_KEY)) or b"[]")))
    except (ValueError, TypeError):
        return frozenset()


def _names(site: Site, sources: Sources) -> dict[str, str]:
    """Return a digest of all that each page depends on by its URL, empty for one that cannot be named."""
    digests, fingerprint = Digests(), renderer_of(site, sources).fingerprint
    keys = {page.url: digests.of((*page.key, page.titles)) for page in site.planned}
    return {url: key and key_of(url, key, fingerprint) for url, key in keys.items()}


def _try(site: Site, sources: Sources, pages: Sequence[PlannedPage]) -> tuple[Diagnostic, ...]:
    renderer = renderer_of(site, sources)
    made: dict[str, SeenPage] = {}
    faults: dict[Diagnostic, None] = {}
    for planned in pages:
        page = site.page(planned)
        seen, fault = site.memo.of(page, f"trial {renderer.fingerprint}", _trial(renderer, page))
        if fault is not None:
            faults[fault] = None
        made[output_path(planned.url)] = seen
    if faults:
        return tuple(faults)
    base = base_path(site.base_url)
    return tuple(at_template(d, sources, base) for d in check_pages(made, base, _Files(site, sources)))


def _try_styles(site: Site, sources: Sources) -> Iterator[Diagnostic]:
    """Yield a problem for each address in a style sheet that is no file, as seen from where sheets lie."""
    files, base = _Files(site, sources), base_path(site.base_url)
    for source in sources.under("templates", ".css"):
        text = own_text(source)
        for message, at in astray(f"{ASSETS}/style.css", text, base, files):
            line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
            where = Location(path=source.path, line=line, column=column)
            hint = f"Name a file of static/ by its address, as {base}/port.png for static/port.png."
            yield Diagnostic(rule=Rule.LINK_BROKEN, location=where, message=message, hint=hint)


def _trial(renderer: Renderer, page: Page) -> Callable[[], tuple[SeenPage, Diagnostic | None]]:
    return lambda: _render(renderer, page)


def _render(renderer: Renderer, page: Page) -> tuple[SeenPage, Diagnostic | None]:
    """Return what the crawl keeps of the page without its drawings, or the problem of its template."""
    try:
        return see_page(renderer.render(page, _NO_DRAWINGS).encode()), None
    except RenderFaultError as fault:
        return SeenPage(), fault.diagnostic


class _Files(Container[str]):
    """The files of a site, of which the search index is made from the finished pages."""

    def __init__(self, site: Site, sources: Sources) -> None:
        self._files = files_of(site, sources, MemoryCache(), site.memo)

    def __contains__(self, path: object) -> bool:
        return str(path).startswith(f"{FOLDER}/") or self._files.has(str(path))
