"""A site is the same whoever makes its pages: this process, others, or a cluster of which a part dies."""

import gc
import os
import shutil
import signal
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import pytest

from generator.build import build
from generator.cache import MemoryCache, SqliteCache
from generator.memo import Memo
from generator.output import Output
from generator.outputs.kept import Made
from generator.outputs.plan import SiteFiles
from generator.outputs.shares import (
    MadeElsewhere,
    Room,
    Share,
    changed_data,
    cut_pages,
    inherited,
    make_elsewhere,
    make_share,
    shares_of,
)
from generator.outputs.traces import NoAnswers
from generator.prepare import prepare
from tests.library import DRAWINGS, give_library
from tests.projects import digests
from tests.starter_project import write_smaller_starter

pytestmark = pytest.mark.uncounted  # others count the lines it runs

if TYPE_CHECKING:
    from distributed import LocalCluster

P = ParamSpec("P")
R = TypeVar("R")


class Here(Executor):
    """An executor that does each task at once; after `most` of them it is broken."""

    def __init__(self, most: int = 1000) -> None:
        self._left = most

    def submit(self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        self._left -= 1
        future: Future[R] = Future()
        if self._left < 0:
            future.set_exception(BrokenProcessPool("a process has died"))
        else:
            future.set_result(fn(*args, **kwargs))
        return future


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("shares") / "project"
    write_smaller_starter(root, "co2_per_head", "rule_of_law", "urban_population_share")
    return root


@pytest.fixture(scope="module")
def drawings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("drawings")
    give_library(folder)
    return folder / DRAWINGS


def files_of(root: Path) -> SiteFiles:
    files = prepare(root, base_url=None, cache=MemoryCache()).files
    assert files is not None
    return files


def data_of(files: SiteFiles) -> tuple[Output, ...]:
    """Return every file of data."""
    countries = (output for code in files.site.dataset.pages for output in files.data.of_country(code)[1])
    return (*files.data.shared, *countries)


@pytest.fixture(scope="module")
def expected(project: Path, drawings: Path) -> dict[str, bytes]:
    """Every page and file of data, made here."""
    with SqliteCache(drawings) as cache:
        files = prepare(project, base_url=None, cache=cache).files
        assert files is not None
        made = (*(output for page in files.pages for output in page.outputs), *data_of(files))
        return {output.path: output.render() for output in made}


def test_a_share_leaves_nothing_that_only_a_search_for_garbage_frees(project: Path, tmp_path: Path) -> None:
    files, room = files_of(project), Room(folder=tmp_path, drawings=None)
    with inherited(files):
        make_share(partial(files_of, project), Share(pages=(0,)), room)  # what is made once for all is made
        gc.collect()
        gc.disable()
        try:
            make_share(partial(files_of, project), Share(pages=tuple(range(1, 4))), room)
            assert gc.collect() == 0
        finally:
            gc.enable()


class Told(NoAnswers):
    """The answers of a last build, of which it is noted who recalls them."""

    def __init__(self, told: list[tuple[str, str]]) -> None:
        self._told = told

    def recall(self, url: str, asked: str, around: str) -> None:
        assert around
        self._told.append((url, asked))


def test_a_share_recalls_what_data_answered_before_and_leaves_nothing_with_the_others(
    project: Path, tmp_path: Path
) -> None:
    files, told, room = files_of(project), list[tuple[str, str]](), Room(folder=tmp_path, drawings=None)
    place = next(at for at, page in enumerate(files.site.planned) if page.url == "/countries/kazakhstan/")
    before = {"of another time": Made(files={"countries/kazakhstan/index.html": "key"}, asked="asked")}
    files = replace(
        files,
        kept=before,
        last=Told(told),
        data=replace(files.data, memo=Memo()),
    )
    with inherited(files):
        made = make_share(partial(files_of, project), Share(pages=(place,), countries=("KAZ",)), room)
    assert told == [("/countries/kazakhstan/", "asked")]
    ((_code, name, _written),) = made.countries
    assert files.data.memo.get((name, True), lambda: "is not known") == "is not known"


@pytest.mark.parametrize(
    ("fresh", "sizes"), [(3, {1: 3}), (20, {1: 20}), (40, {2: 20}), (50, {3: 16, 2: 1}), (200, {8: 25})]
)
def test_few_pages_are_cut_into_small_shares(fresh: int, sizes: dict[int, int]) -> None:
    shares = list(cut_pages(tuple(range(fresh))))
    assert [at for pages in shares for at in pages] == list(range(fresh))
    assert Counter(map(len, shares)) == sizes


@pytest.mark.slow
def test_every_page_and_file_of_data_is_made_elsewhere_to_the_same_bytes(
    project: Path, drawings: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    files = files_of(project)
    told: list[tuple[int, int]] = []
    room = Room(folder=tmp_path, drawings=drawings)
    shares = shares_of(files, changed_data(files, {}))
    explored: list[int] = []
    made = make_elsewhere(
        shares,
        Here(),
        partial(files_of, project),
        room,
        lambda done, of: told.append((done, of)),
        lambda: explored.append(len(told)),
    )
    assert contents(made) == expected
    assert told[-1] == (len(files.site.planned), len(files.site.planned))
    assert explored, "some pages have charts to explore"
    assert not changed_data(files, {output.path: (output.key_digest, "") for output in data_of(files)})


def contents(made: MadeElsewhere) -> dict[str, bytes]:
    pages = (output for page in made.pages.values() for output in page.outputs)
    countries = (output for _name, files in made.countries.values() for output in files)
    return {output.path: output.render() for output in (*pages, *made.data.values(), *countries)}


def test_what_a_broken_executor_did_not_make_is_missing(
    project: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    files = files_of(project)
    room = Room(folder=tmp_path, drawings=None)
    shares = [share for share in shares_of(files, ()) if share.pages][:3]
    with inherited(files):
        made = make_elsewhere(shares, Here(most=1), never, room, lambda *_: None, lambda: None)
    assert 0 < len(made.pages) < len(files.site.planned)
    assert contents(made).items() <= expected.items()
    assert not any(files.memo.peek(planned.key) for planned in files.site.planned), "records that are written are kept"


def never() -> SiteFiles:
    raise AssertionError


def built(root: Path, workers: int, drawings: Path, cluster: str = "") -> dict[str, str]:
    with SqliteCache(drawings) as cache:
        result = build(
            root,
            base_url=None,
            cache=cache,
            workers=workers,
            strict=True,
            progress=lambda *_: None,
            cluster=cluster,
        )
    assert result.files
    return digests(root / "site")


@pytest.fixture(scope="module")
def site(project: Path, drawings: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return built(copied(project, tmp_path_factory.mktemp("one")), 1, drawings)


def copied(project: Path, folder: Path) -> Path:
    return shutil.copytree(project, folder / "project")


@pytest.mark.slow
def test_the_number_of_processes_does_not_show(
    project: Path, site: dict[str, str], drawings: Path, tmp_path: Path
) -> None:
    root = copied(project, tmp_path)
    assert built(root, 2, drawings) == site
    assert not list((root / ".cache").glob("pages-*"))


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.filterwarnings("ignore::Warning:distributed")
def test_a_cluster_of_which_a_worker_dies_makes_the_same_site(
    project: Path, site: dict[str, str], drawings: Path, tmp_path: Path
) -> None:
    from distributed import LocalCluster  # noqa: PLC0415 - only this test waits for it

    root = copied(project, tmp_path)
    cluster = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None)  # type: ignore[no-untyped-call]
    with cluster:
        killer = Thread(target=kill_one, args=(cluster, root))
        killer.start()
        assert built(root, 1, drawings, cluster.scheduler_address) == site
        killer.join()


def kill_one(cluster: "LocalCluster", root: Path) -> None:
    """Kill a worker as soon as the first files wait."""
    while not any((root / ".cache").glob("pages-*/*")):
        time.sleep(0.01)
    worker = next(iter(cluster.workers.values()))
    os.kill(worker.pid, signal.SIGKILL)
