"""What the coverage leaves out: long work whose lines small tests run too.

Measuring would make it twice as long.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from coverage import Coverage


@contextmanager
def unmeasured(*, when: bool = True) -> Iterator[None]:
    """Leave out of the coverage what is run within."""
    measuring = Coverage.current() if when else None
    if measuring:
        measuring.stop()
    try:
        yield
    finally:
        if measuring:
            measuring.start()
