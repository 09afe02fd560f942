"""A file of the site before it exists: its path, a key that names its content, and how to make it."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic


class RenderFaultError(Exception):
    """The located reason why an output cannot be made."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One file to be written: `path` relative to the site with forward slashes.

    Two outputs with equal `key` have equal bytes, so the old site's file may be taken over; `render` returns the bytes;
    it raises RenderFaultError where a template of the project fails.
    """

    path: str
    key: str
    render: Callable[[], bytes]
    kept_digest: str = ""
    """The digest of the key, where an earlier run has left no more of it."""
    waiting: Path | None = None
    """Where the bytes wait if another process made them; they are moved from there."""

    @property
    def key_digest(self) -> str:
        """The digest of the key, which stands in the manifest."""
        return self.kept_digest or hashlib.sha256(self.key.encode()).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A folder made from the finished pages: its name in the site, and a key of how it is made.

    `read` returns what it takes from the text of a page; equal texts make an equal folder. `make` writes it into the
    staged site from these texts by path, and returns why it cannot be made, if so.
    """

    folder: str
    key: str
    make: Callable[[Path, Mapping[str, str]], tuple[Diagnostic, ...]]
    read: Callable[[str], str] = str
