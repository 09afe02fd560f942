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
from typing import TypeVar

from generator.cache import Cache, MemoryCache, Remembered, SqliteCache
from generator.charts.svg.batch import draw_missing, paint
from generator.charts.trend.explore import EXPLORATIONS
from generator.output import Output, RenderFaultError, Waiting
from generator.outputs.charts.files import plan_pictures
from generator.outputs.executors import Here
from generator.outputs.kept import Titled
from generator.outputs.page_files import PageFiles, specs_of
from generator.outputs.plan import SiteFiles, renderer_of
from generator.outputs.searched import searched
from generator.publish.crawl import read_links
from generator.state.manifest import Entries, digest_of

__all__ = ("draw",)

FEW_PAGES = 24
"""As many are made here before other processes have begun."""

PAGES_OF_A_SHARE = 8
"""Few enough that processes end together, many enough that asking costs nothing."""

SHARES = 16
"""Few pages are cut into as many or a few more: the first take longest, as they read what all need."""

DATA = -1
"""Stands for the place of a page where files of data wait."""

T = TypeVar("T")
Load = Callable[[], SiteFiles]
"""Reads the project where it is not inherited; it can be sent to any machine that sees the project."""

Progress = Callable[[int, int], None]
"""Called with how many are done, out of how many."""

Explore = Callable[[], None]
"""Has the library made that charts are explored with."""


FILES_OF_A_SHARE = 24
"""As many files of data take about as long as the pages of a share."""

COUNTRIES_OF_A_SHARE = 12
"""The files of data of as many countries are soon made: processes end together."""


OF_ITS_OWN_PAGE = frozenset(("row_of_table", "Dataset.series", "Dataset.exact"))
"""Questions that few pages but a country’s own ask: their answers would fill a process of many pages."""


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
    """Pages and files of data that are no country's, by their places, and countries with all their files."""

    pages: tuple[int, ...] = ()
    data: tuple[int, ...] = ()
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFile:
    """A file that waits: its path, the digest of its key, and what is known of its bytes."""

    path: str
    key: str
    waiting: Waiting

    def output(self) -> Output:
        """Return the file as one of the site."""
        render = self.waiting.file.read_bytes
        return Output(path=self.path, key="", kept_digest=self.key, render=render, waiting=self.waiting)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPage:
    """A page whose files are written, and digests of the drawings on it."""

    place: int
    name: str
    files: tuple[WrittenFile, ...]
    drawings: tuple[str, ...]
    asked: str
    questions: bytes | None
    answers: bytes
    titled: Titled | None
    standings: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenShare:
    """The written pages of a share, up to the first that fails, and the keys of drawings made."""

    pages: tuple[WrittenPage, ...]
    data: tuple[WrittenFile, ...]
    countries: tuple[tuple[str, str, tuple[WrittenFile, ...]], ...]
    """Code, digest of what the files of data are made of, and these, of each country."""
    drawn: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeElsewhere:
    """What others made: files of pages by place, files of data by path and by country, keys of drawings."""

    pages: Mapping[int, PageFiles] = field(default_factory=dict)
    data: Mapping[str, Output] = field(default_factory=dict)
    countries: Mapping[str, tuple[str, tuple[Output, ...]]] = field(default_factory=dict)
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
        _INHERITED.pop()


def shares_of(files: SiteFiles, data: tuple[int, ...]) -> tuple[Share, ...]:
    """Return what is to be made, these files of data and what else is not taken over, the longest first."""
    return (
        *(Share(data=some) for some in _cut(data, FILES_OF_A_SHARE)),
        *(Share(pages=some) for some in cut_pages(files.fresh)),
        *(Share(countries=some) for some in _cut(files.data.fresh_countries, COUNTRIES_OF_A_SHARE)),
    )


def cut_pages(places: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Yield places of pages in shares, smaller ones of few pages."""
    return _cut(places, max(1, min(PAGES_OF_A_SHARE, len(places) // SHARES)))


def changed_data(files: SiteFiles, old: Entries) -> tuple[int, ...]:
    """Return the places of the files of data that are no country's and that the old site has otherwise."""
    data = enumerate(files.data.shared)
    return tuple(place for place, output in data if old.get(output.path, ("", ""))[0] != output.key_digest)


def digests_of_standings() -> Mapping[str, str]:
    """Return those of all profiles, in a process that has inherited the site's files."""
    return _INHERITED[-1].digests_of_standings()


def render_data(place: int) -> bytes:
    """Return a file of data that is no country's, in a process that has inherited the site's files."""
    return _INHERITED[-1].data.shared[place].render()


def _cut(all_of_them: tuple[T, ...], size: int) -> Iterator[tuple[T, ...]]:
    return (all_of_them[at : at + size] for at in range(0, len(all_of_them), size))


def make_elsewhere(
    shares: Sequence[Share],
    executor: Executor,
    load: Load,
    room: Room,
    progress: Progress,
    explore: Explore,
    meanwhile: Callable[[], object] | None = None,
) -> MadeElsewhere:
    """Return what an executor made of the shares; what a broken one did not make is missing.

    As soon as there are charts to explore, `explore` is called; `meanwhile`, when the executor has all shares.
    """
    done: list[WrittenShare] = []
    for written in _written(executor, load, shares, room, meanwhile):
        done.append(written)
        if any(file.path.endswith(EXPLORATIONS) for page in written.pages for file in page.files):
            explore()
        progress(sum(len(each.pages) for each in done), sum(len(share.pages) for share in shares))
    return MadeElsewhere(
        pages={page.place: _files_of(page) for each in done for page in each.pages},
        data={file.path: file.output() for each in done for file in each.data},
        countries={
            code: (name, tuple(file.output() for file in files))
            for each in done
            for code, name, files in each.countries
        },
        drawn=frozenset().union(*(each.drawn for each in done)),
    )


def _written(
    executor: Executor, load: Load, shares: Sequence[Share], room: Room, meanwhile: Callable[[], object] | None
) -> Iterator[WrittenShare]:
    """Yield shares as they are made; those are missing whose process has died or found a full disk."""
    with suppress(BrokenExecutor):
        futures = (executor.submit(make_share, load, share, room) for share in shares)
        begun = futures if isinstance(executor, Here) else as_completed(list(futures))
        if meanwhile:
            meanwhile()
        for future in begun:
            with suppress(BrokenExecutor, OSError):
                yield future.result()


def make_share(load: Load, share: Share, room: Room) -> WrittenShare:
    """Plan, draw and render a share, and write its files."""
    with SqliteCache(room.drawings) if room.drawings else nullcontext(MemoryCache()) as cache:
        whole = _INHERITED[-1] if _INHERITED else load()
        memory = whole.site.dataset.memory
        known = len(memory.answers)
        files = _forgetful(whole, Remembered(cache), share)
        drawn = draw(files, 1)
        pages = tuple(_pages(files, share.pages, room))
        planned = whole.data.shared if share.data else ()
        data = tuple(_write(planned[place], DATA, room) for place in share.data)
        countries = tuple(_of_country(files, code, room) for code in share.countries)
        memory.forget(OF_ITS_OWN_PAGE, known)
        files.memo.clear()
        return WrittenShare(pages=pages, data=data, countries=countries, drawn=drawn)


def _of_country(files: SiteFiles, country: str, room: Room) -> tuple[str, str, tuple[WrittenFile, ...]]:
    """Return a country with a digest of what its files of data are made of, and these, written."""
    name, planned = files.data.of_country(country)
    return country, name, tuple(_write(output, DATA, room) for output in planned)


def _forgetful(whole: SiteFiles, cache: Cache, share: Share) -> SiteFiles:
    """Return the files of a share's pages, whose records are forgotten when they are written."""
    renderer_of(whole.site, whole.sources)  # made once for all shares
    memo = whole.site.memo.branch()
    site = replace(whole.site, memo=memo)
    return replace(
        whole,
        site=site,
        memo=memo,
        data=replace(whole.data, memo=memo),
        cache=cache,
        places=share.pages,
        progress=_no_progress,
    )


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
            written = tuple(_write(output, place, room) for output in page.outputs)
        except RenderFaultError:
            return
        yield WrittenPage(
            place=place,
            name=page.name,
            files=written,
            drawings=page.drawings,
            asked=page.asked,
            questions=page.questions,
            answers=page.answers,
            titled=page.made(files.spans).titled,
            standings=page.standings,
        )


def _write(output: Output, place: int, room: Room) -> WrittenFile:
    """Write a file to where it waits, and read of it what is looked at in the finished site."""
    data, file = output.render(), room.place_of(output.path, place)
    file.write_bytes(data)
    waiting = Waiting(
        file=file,
        digest=digest_of(data),
        links=read_links(output.path, data),
        searched=searched(data.decode("utf-8", "replace")) if output.path.endswith(".html") else None,
    )
    return WrittenFile(path=output.path, key=output.key_digest, waiting=waiting)


def _files_of(page: WrittenPage) -> PageFiles:
    return PageFiles(
        name=page.name,
        outputs=tuple(file.output() for file in page.files),
        page=None,
        drawings=page.drawings,
        asked=page.asked,
        questions=page.questions,
        answers=page.answers,
        titled=page.titled,
        standings=page.standings,
    )
