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
class Waiting:
    """A file that another process has written: where it waits, and the digest of its bytes.

    Of a page or drawing that process has also read what is looked at in the finished site.
    """

    file: Path
    digest: str
    links: tuple[tuple[str, ...], ...] = ()
    """What the crawl keeps of it, in parts; none of any other file."""
    searched: str | None = None
    """What the search index is made from; None of a file that is no page."""


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
    waiting: Waiting | None = None
    """The bytes, if another process has made them; they are moved from where they wait."""

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
