"""Pages made by other processes: each plans, draws, renders and writes its share of them.

A share is a piece of work for any executor of `concurrent.futures`. Only names and digests come back; the files wait in
a folder that both sides see. The site does not depend on who made which share: what nobody else made is made here.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor, as_completed
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.cache import Cache, MemoryCache, SqliteCache
from generator.charts.svg.batch import draw_missing, paint
from generator.output import Output, RenderFaultError
from generator.outputs.charts.files import plan_pictures
from generator.outputs.executors import Here
from generator.outputs.kept import Titled
from generator.outputs.page_files import PageFiles, specs_of
from generator.outputs.plan import SiteFiles, renderer_of
from generator.state.manifest import Entries

__all__ = ("draw",)

FEW_PAGES = 24
"""As many are made here before other processes have begun."""

PAGES_OF_A_SHARE = 8
"""Few enough that processes end together, many enough that asking costs nothing."""

Load = Callable[[], SiteFiles]
"""Reads the project where it is not inherited; it can be sent to any machine that sees the project."""

Progress = Callable[[int, int], None]
"""Called with how many are done, out of how many."""


FILES_OF_A_SHARE = 48
"""As many files of data take about as long as the pages of a share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Where files wait, and the file of drawings if one is shared."""

    folder: Path
    drawings: Path | None

    def place_of(self, path: str, place: int) -> Path:
        """Return where a file waits; two pages may have the same."""
        return self.folder / f"{place}-{hashlib.sha256(path.encode()).hexdigest()[:24]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Pages by their places among all pages, and files of data by theirs among those."""

    pages: tuple[int, ...] = ()
    data: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPage:
    """A page whose files are written: digests of their keys by path, and of the drawings on it."""

    place: int
    name: str
    files: Mapping[str, str]
    drawings: tuple[str, ...]
    asked: str
    questions: bytes | None
    titled: Titled | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenShare:
    """The written pages of a share, up to the first that fails, and the keys of drawings made."""

    pages: tuple[WrittenPage, ...]
    data: tuple[tuple[int, str, str], ...]
    """Place, path and digest of the key of each file of data."""
    drawn: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeElsewhere:
    """What others made: files of pages by place, files of data by path, keys of drawings."""

    pages: Mapping[int, PageFiles] = field(default_factory=dict)
    data: Mapping[str, Output] = field(default_factory=dict)
    drawn: frozenset[str] = frozenset()


_INHERITED: list[SiteFiles] = []
"""The files of the site in a process that was forked from one that had planned them."""


@contextmanager
def inherited(files: SiteFiles) -> Iterator[None]:
    """Let processes forked within have the site's files without reading the project."""
    _INHERITED.append(files)
    try:
        yield
    finally:
        _INHERITED.clear()


def shares_of(files: SiteFiles, old: Entries) -> tuple[Share, ...]:
    """Return what is to be made: pages and files of data that are not taken over."""
    data = enumerate(files.data_files)
    fresh = tuple(place for place, output in data if old.get(output.path, ("", ""))[0] != output.key_digest)
    return (
        *(Share(pages=some) for some in _cut(files.fresh, PAGES_OF_A_SHARE)),
        *(Share(data=some) for some in _cut(fresh, FILES_OF_A_SHARE)),
    )


def _cut(places: tuple[int, ...], size: int) -> Iterator[tuple[int, ...]]:
    return (places[at : at + size] for at in range(0, len(places), size))


def make_elsewhere(
    shares: Sequence[Share], executor: Executor, load: Load, room: Room, progress: Progress
) -> MadeElsewhere:
    """Return what an executor made of the shares; what a broken one did not make is missing."""
    done: list[WrittenShare] = []
    for written in _written(executor, load, shares, room):
        done.append(written)
        progress(sum(len(each.pages) for each in done), sum(len(share.pages) for share in shares))
    return MadeElsewhere(
        pages={page.place: _files_of(page, room) for each in done for page in each.pages},
        data={path: _output(path, key, room.place_of(path, -1)) for each in done for _place, path, key in each.data},
        drawn=frozenset().union(*(each.drawn for each in done)),
    )


def _written(executor: Executor, load: Load, shares: Sequence[Share], room: Room) -> Iterator[WrittenShare]:
    """Yield shares as they are made; those are missing whose process has died or found a full disk."""
    with suppress(BrokenExecutor):
        futures = (executor.submit(make_share, load, share, room) for share in shares)
        for future in futures if isinstance(executor, Here) else as_completed(list(futures)):
            with suppress(BrokenExecutor, OSError):
                yield future.result()


def make_share(load: Load, share: Share, room: Room) -> WrittenShare:
    """Plan, draw and render a share, and write its files."""
    with SqliteCache(room.drawings) if room.drawings else nullcontext(MemoryCache()) as cache:
        whole = _INHERITED[0] if _INHERITED else load()
        files = _forgetful(whole, cache, share)
        drawn = draw(files, 1)
        pages = tuple(_pages(files, share.pages, room))
        planned = whole.data_files if share.data else ()
        data = tuple((place, *_write(planned[place], -1, room)) for place in share.data)
        return WrittenShare(pages=pages, data=data, drawn=drawn)


def _forgetful(whole: SiteFiles, cache: Cache, share: Share) -> SiteFiles:
    """Return the files of a share's pages, whose records are forgotten when they are written."""
    renderer_of(whole.site, whole.sources)  # made once for all shares
    memo = whole.site.memo.branch()
    site = replace(whole.site, memo=memo)
    return replace(whole, site=site, memo=memo, cache=cache, kept={}, places=share.pages, progress=_no_progress)


def _no_progress(_done: int, _of: int) -> None:
    """Report no progress."""


def draw(files: SiteFiles, workers: int, progress: Progress = _no_progress) -> frozenset[str]:
    """Draw what pages that are made here show, and its pictures; return the keys of drawings made."""
    charts = tuple(chart for page in files.new_pages for chart in files.site.charts_on(page))
    drawn = draw_missing(specs_of(charts), files.cache, workers, progress)
    pictures = plan_pictures(files.site, files.new_pages, files.sources, files.cache)
    paint(pictures, files.cache, workers, progress)
    return drawn


def _pages(files: SiteFiles, places: tuple[int, ...], room: Room) -> Iterator[WrittenPage]:
    """Yield the pages of a share, written; one that fails is left to the process that asked."""
    for place, page in zip(places, files.pages, strict=True):
        try:
            keys = dict(_write(output, place, room) for output in page.outputs)
        except RenderFaultError:
            return
        yield WrittenPage(
            place=place,
            name=page.name,
            files=keys,
            drawings=page.drawings,
            asked=page.asked,
            questions=page.questions,
            titled=page.made(files.spans).titled,
        )


def _write(output: Output, place: int, room: Room) -> tuple[str, str]:
    """Write a file to where it waits; return its path and the digest of its key."""
    room.place_of(output.path, place).write_bytes(output.render())
    return output.path, output.key_digest


def _files_of(page: WrittenPage, room: Room) -> PageFiles:
    outputs = tuple(_output(path, key, room.place_of(path, page.place)) for path, key in page.files.items())
    return PageFiles(
        name=page.name,
        outputs=outputs,
        page=None,
        drawings=page.drawings,
        asked=page.asked,
        questions=page.questions,
        titled=page.titled,
    )


def _output(path: str, key: str, waiting: Path) -> Output:
    return Output(path=path, key="", kept_digest=key, render=waiting.read_bytes, waiting=waiting)
