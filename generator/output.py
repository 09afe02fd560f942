"""A file of the site before it exists: its path, a key that names its content, and how to make it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One file to be written: `path` relative to the site with forward slashes.

    Two outputs with equal `key` have equal bytes, so the old site's file may be taken over; `render` returns the bytes.
    """

    path: str
    key: str
    render: Callable[[], bytes]
