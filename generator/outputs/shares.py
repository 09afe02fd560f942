"""Pages made by other processes: each plans, draws, renders and writes its share of them.

A share is a piece of work for any executor of `concurrent.futures`. Only names and digests come back; the files wait in
a folder that both sides see. The site does not depend on who made which share: what nobody else made is made here.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, as_completed
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from generator.cache import MemoryCache, SqliteCache
from generator.charts.svg.batch import draw_missing, paint
from generator.output import Output, RenderFaultError
from generator.outputs.charts.files import plan_pictures
from generator.outputs.page_files import PageFiles, specs_of
from generator.outputs.plan import SiteFiles

__all__ = ("FEW_PAGES", "MadeElsewhere", "draw", "inherit", "make_pages")

FEW_PAGES = 24
"""As many are made here before other processes have begun."""

PAGES_OF_A_SHARE = 8
"""So few that all processes end at about the same time, so many that asking costs nothing."""

Load = Callable[[], SiteFiles]
"""Reads the project where it is not inherited; it can be sent to any machine that sees the project."""

Progress = Callable[[int, int], None]
"""Called with how many are done, out of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Pages by their places among all, where their files are written, and the file of drawings, if one is shared."""

    places: tuple[int, ...]
    folder: Path
    drawings: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPage:
    """A page whose files are written: digests of their keys by path, and of the drawings on it."""

    place: int
    name: str
    files: Mapping[str, str]
    drawings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenShare:
    """The pages of a share that are written, up to the first that cannot be, and how many drawings were made."""

    pages: tuple[WrittenPage, ...]
    drawn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeElsewhere:
    """What other processes made: the files of pages by their places, and the number of drawings."""

    pages: Mapping[int, PageFiles] = field(default_factory=dict)
    drawn: int = 0


_INHERITED: list[SiteFiles] = []
"""The files of the site in a process that was forked from one that had planned them."""


def inherit(files: SiteFiles) -> None:
    """Let processes forked from now on have the site's files without reading the project."""
    _INHERITED[:] = [files]


def make_pages(
    files: SiteFiles, executor: Executor, load: Load, *, folder: Path, drawings: Path | None
) -> MadeElsewhere:
    """Return the pages that cannot be taken over, made by an executor; those of a broken one are missing."""
    places = files.fresh
    starts = range(0, len(places), PAGES_OF_A_SHARE)
    shares = [Share(places=places[at : at + PAGES_OF_A_SHARE], folder=folder, drawings=drawings) for at in starts]
    done: list[WrittenShare] = []
    for written in _written(executor, load, shares, files.plan_common):
        done.append(written)
        files.progress(sum(len(each.pages) for each in done), len(places))
    return MadeElsewhere(
        pages={page.place: _files_of(page, folder) for each in done for page in each.pages},
        drawn=sum(each.drawn for each in done),
    )


def _written(
    executor: Executor, load: Load, shares: Sequence[Share], meanwhile: Callable[[], None]
) -> Iterator[WrittenShare]:
    """Yield shares as they are made; none any more once a process has died or a disk is full."""
    try:
        waiting = [executor.submit(make_share, load, share) for share in shares]
        meanwhile()
        yield from (future.result() for future in as_completed(waiting))
    except (BrokenExecutor, OSError):
        return


def make_share(load: Load, share: Share) -> WrittenShare:
    """Plan, draw and render a share of the pages, and write their files."""
    with SqliteCache(share.drawings) if share.drawings else nullcontext(MemoryCache()) as cache:
        whole = _INHERITED[0] if _INHERITED else load()
        files = replace(whole, cache=cache, kept={}, places=share.places, progress=lambda _done, _of: None)
        drawn = draw(files, 1)
        return WrittenShare(pages=tuple(_pages(files, share)), drawn=drawn)


def draw(files: SiteFiles, workers: int, progress: Progress = lambda _done, _of: None) -> int:
    """Draw what pages that are made here show, and its pictures; return the number of drawings made."""
    charts = tuple(chart for page in files.new_pages for chart in files.site.charts_on(page))
    drawn = draw_missing(specs_of(charts), files.cache, workers, progress)
    pictures = plan_pictures(files.site, files.new_pages, files.sources, files.cache)
    paint(pictures, files.cache, workers, progress)
    return drawn


def _pages(files: SiteFiles, share: Share) -> Iterator[WrittenPage]:
    """Yield the pages of a share, written; a page that fails is left to the process that asked, which says why."""
    for place, page in zip(share.places, files.pages, strict=True):
        try:
            for output in page.outputs:
                _waiting(share.folder, place, output.path).write_bytes(output.render())
        except RenderFaultError:
            return
        keys = {output.path: output.key_digest for output in page.outputs}
        yield WrittenPage(place=place, name=page.name, files=keys, drawings=page.drawings)


def _waiting(folder: Path, place: int, path: str) -> Path:
    """Return where a page's file waits; two pages may have the same."""
    return folder / f"{place}-{hashlib.sha256(path.encode()).hexdigest()[:24]}"


def _files_of(page: WrittenPage, folder: Path) -> PageFiles:
    outputs = tuple(
        Output(path=path, key="", kept_digest=key, render=partial(Path.read_bytes, _waiting(folder, page.place, path)))
        for path, key in page.files.items()
    )
    return PageFiles(name=page.name, outputs=outputs, page=None, drawings=page.drawings)
