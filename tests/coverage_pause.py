"""What the coverage leaves out: long work that measuring would make twice as long, and whose lines small tests run too."""

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
