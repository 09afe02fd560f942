"""The time of a call, for tests of linear growth."""

import time
from collections.abc import Callable


def seconds(work: Callable[[], object]) -> float:
    """Return the least processor time of three runs: what the machine does besides does not count."""
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)
