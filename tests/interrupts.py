"""Interrupts that arrive whoever runs the tests."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def heard_interrupts() -> Iterator[None]:
    """Let this process, and those that it starts, hear an interrupt: jobs in the background do not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
