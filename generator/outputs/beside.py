"""What a process beside makes while this one goes on: whole tables, and what profiles show of indices."""

from collections.abc import Iterator, Mapping
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial

from generator.output import Output
from generator.outputs.executors import forked, may_fork
from generator.outputs.plan import SiteFiles
from generator.outputs.shares import FEW_PAGES, changed_data, digests_of_standings, inherited, render_data
from generator.state.manifest import Entries

MUCH = 2_000_000
"""Bytes of observations whose tables take longer to pack than a process to begin."""


def compare_beside(files: SiteFiles, workers: int) -> None:
    """Find which pages are as in the last build, where results of indices have changed.

    A process beside looks at what profiles show of these; this one asks the data meanwhile. What is not found so, as
    the process has died, is found when it is asked for.
    """
    if workers == 1 or not may_fork() or len(files.site.planned) <= FEW_PAGES or not files.may_stand():
        return
    with inherited(files), forked(1) as executor, suppress(BrokenExecutor, OSError, MemoryError):
        theirs = executor.submit(digests_of_standings)
        files.compare_answers()
        files.know_standings(theirs.result())


@contextmanager
def tables_beside(files: SiteFiles, old: Entries, workers: int) -> Iterator[Mapping[str, Output]]:
    """The files of data that are no country's and not taken over, by path: each waits for who makes it.

    None where this process makes them sooner. What the other one does not make, as it has died, is made here.
    """
    if workers == 1 or not may_fork() or _bytes_of_observations(files) < MUCH:
        yield {}
        return
    with inherited(files), forked(1) as executor:
        yield {output.path: output for output in _begun(files, changed_data(files, old), executor)}


def _bytes_of_observations(files: SiteFiles) -> int:
    return sum(len(source.data) for source in files.sources.under("data/observations"))


def _begun(files: SiteFiles, places: tuple[int, ...], executor: Executor) -> Iterator[Output]:
    with suppress(BrokenExecutor, OSError):
        for place in places:
            output, making = files.data.shared[place], executor.submit(render_data, place)
            yield replace(output, render=partial(_made, making, output))


def _made(making: Future[bytes], output: Output) -> bytes:
    with suppress(BrokenExecutor, OSError, MemoryError):
        return making.result()
    return output.render()
