"""Executors for shares of a site: processes of this machine, or the workers of a Dask cluster."""

import gc
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

from generator.charts.svg.renderer import is_used
from generator.state.pool import pool

__all__ = ("ClusterError",)


class ClusterError(Exception):
    """The reason why a cluster cannot be used, and what to do."""


P = ParamSpec("P")
R = TypeVar("R")


class Here(Executor):
    """An executor that does each task at once in this process, when it is asked for."""

    def submit(self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        """Return a task that is done."""
        future: Future[R] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except OSError as error:
            future.set_exception(error)
        return future


@contextmanager
def processes(workers: int) -> Iterator[Executor]:
    """An executor of processes, which inherit what this one has read where that is safe; of one, this one."""
    if workers == 1:
        yield Here()
        return
    if may_fork():
        with forked(workers) as executor:
            yield executor
    else:
        with pool(workers, "spawn") as executor:
            yield executor


def may_fork() -> bool:
    """Whether processes may inherit what this one has read: it has not drawn with Vega, which has threads."""
    return sys.platform == "linux" and not is_used()


@contextmanager
def forked(workers: int) -> Iterator[Executor]:
    """An executor of processes that inherit what this one has read."""
    gc.freeze()  # what was read is never collected, and looking at it would copy it for each process
    with pool(workers, "fork") as executor:
        yield executor


@contextmanager
def cluster_at(address: str) -> Iterator[Executor]:
    """An executor of the Dask cluster at an address, as `tcp://10.0.0.5:8786`; raises ClusterError.

    Its workers have this program installed and see the project's folder under the same path. A task of a worker that
    dies is given to another.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - an extra that only large sites install
    except ImportError as error:
        message = "the library for clusters is not installed; type: pip install 'country-profiles[dask]'"
        raise ClusterError(message) from error
    try:
        client = Client(address, set_as_default=False, timeout=10)  # type: ignore[no-untyped-call]  # Dask has no types
    except (OSError, ValueError) as error:
        message = (
            f"there is no cluster at '{address}'; start its scheduler, or mend the address, as tcp://10.0.0.5:8786"
        )
        raise ClusterError(message) from error
    with client:
        # not pure: a second build asks for the same shares, and their files must be written again
        executor: Executor = client.get_executor(pure=False)  # type: ignore[no-untyped-call]  # Dask has no types
        yield executor
