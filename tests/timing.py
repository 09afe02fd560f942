"""The time of a call, for tests of linear growth."""

import time
from collections.abc import Callable

LEAST = 0.02
"""Seconds that are measured at once: some clocks of processors tell hundredths."""


def seconds(work: Callable[[], object]) -> float:
    """Return the least processor time of a call: what the machine does besides does not count."""
    calls = 1
    while _of_calls(work, calls) < LEAST:
        calls *= 4
    return min(_of_calls(work, calls) for _ in range(3)) / calls


def _of_calls(work: Callable[[], object], calls: int) -> float:
    start = time.process_time()
    for _ in range(calls):
        work()
    return time.process_time() - start
