"""Pools of processes, which end with the process that began them."""

import os
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from threading import Thread

LOOK = 1.0
"""Seconds between two looks whether the process that began this one is still there."""


@contextmanager
def pool(workers: int, start: str) -> Iterator[Executor]:
    """An executor of processes, begun as `fork` or `spawn`.

    Whoever leaves it early waits for what is begun, not for what is queued.
    """
    context = get_context(start)
    executor = ProcessPoolExecutor(workers, mp_context=context, initializer=_end_with, initargs=(os.getpid(),))
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


def _end_with(parent: int) -> None:
    """Let this process end soon after the one that began it: one that is killed cannot say so."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(LOOK)
        os._exit(1)

    Thread(target=watch, daemon=True).start()
