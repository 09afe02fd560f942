"""Entries of the state file that other processes make while this one goes on with something else."""

import json
import os
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from itertools import accumulate
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Self

Make = Callable[[], Mapping[str, bytes]]
"""Makes entries by name; what fails is made again by whoever misses it, and fails there."""

NUMBER = 2
"""The bytes of a task's number. The numbers of a thousand tasks are less than a pipe holds."""


class Tasks:
    """What several processes make together: each reads from a pipe the number of a task that it takes."""

    def __init__(self, makes: Sequence[Make]) -> None:
        self._makes = makes
        self._numbers, sending = os.pipe()
        os.write(sending, b"".join(at.to_bytes(NUMBER, "big") for at in range(len(makes))))
        os.close(sending)

    def made(self) -> dict[str, bytes]:
        """Take tasks until none is left, and return the entries."""
        entries: dict[str, bytes] = {}
        while number := os.read(self._numbers, NUMBER):
            with suppress(Exception):
                entries |= self._makes[int.from_bytes(number, "big")]()
        return entries

    def close(self) -> None:
        """Let nobody take one any more."""
        os.close(self._numbers)


class Beside:
    """Processes that make entries; without any, where none can be forked, there are no entries."""

    def __init__(self, makes: Sequence[Make] = (), processes: int = 0) -> None:
        self._tasks = Tasks(makes) if processes and can_fork() else None
        self._begun = [_begin(self._tasks.made) for _ in range(processes)] if self._tasks else []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for receiving, process in self._begun:
            receiving.close()
            process.kill()
            process.join()
        if self._tasks:
            self._tasks.close()

    def entries(self) -> dict[str, bytes]:
        """Make what nobody has begun and return all that was made; of a process that died nothing."""
        own = self._tasks.made() if self._tasks else {}
        return own | {name: data for receiving, _process in self._begun for name, data in received(receiving).items()}


def can_fork() -> bool:
    """Whether processes beside this one gain time and are safe: a thread's lock stays shut in them."""
    return sys.platform == "linux" and cores() > 1 and threading.active_count() == 1


def cores() -> int:
    """Return how many processes can run at once."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _begin(make: Make) -> tuple[Connection, BaseProcess]:
    context = get_context("fork")
    receiving, sending = context.Pipe(duplex=False)
    process = context.Process(target=_send_alone, args=(make, sending, receiving), daemon=True)
    process.start()
    sending.close()
    return receiving, process


def _send_alone(make: Make, sending: Connection, receiving: Connection) -> None:
    """Send entries with no end to receive them in this process: once the first is gone, sending fails."""
    receiving.close()
    send(make, sending)


def send(make: Make, sending: Connection) -> None:
    """Send entries: the length of each by name as JSON, then all of them."""
    with suppress(Exception, KeyboardInterrupt), sending:
        made = make()
        sending.send_bytes(json.dumps({name: len(data) for name, data in made.items()}).encode())
        sending.send_bytes(b"".join(made.values()))


def received(receiving: Connection) -> dict[str, bytes]:
    """Return the entries that are sent; none where the sender has died."""
    try:
        sizes, whole = json.loads(receiving.recv_bytes()), memoryview(receiving.recv_bytes())
    except (EOFError, OSError):
        return {}
    ends = accumulate(sizes.values())
    return {name: bytes(whole[end - size : end]) for (name, size), end in zip(sizes.items(), ends, strict=True)}
