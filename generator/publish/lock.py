"""One build of a site at a time: a lock beside the site, and the number of the process that holds it."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

ATTEMPTS = 20
PAUSE = 0.05
"""Seconds between two attempts: the owner of the lock writes its number a moment later."""


class HeldError(Exception):
    """Another build has the lock, in words for the person who started the second."""


def lock_path(site: Path) -> Path:
    """Return where the lock of a site lies."""
    return site.with_name(".build.lock")


@contextmanager
def locked(site: Path) -> Iterator[None]:
    """Hold the lock of a site or raise HeldError. The system frees the lock when a build dies."""
    with lock_path(site).open("a+", encoding="ascii") as lock:
        _take(lock)
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        try:
            yield
        finally:
            lock.truncate(0)


def _take(lock: TextIO) -> None:
    """Take the lock; where another build has it and has not said its number yet, try again."""
    for _attempt in range(ATTEMPTS):
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if holder := _holder(lock):
                raise HeldError(f"Another build (process {holder}) is writing this site.") from None
            time.sleep(PAUSE)
        else:
            return
    raise HeldError("Another build is writing this site.")


def _holder(lock: TextIO) -> str:
    lock.seek(0)
    return lock.read().strip()
