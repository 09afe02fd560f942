"""Files as the preview sent them last, shown at once while no byte of the project has changed.

To read it and find every problem takes seconds, to compare its bytes with those of before a tenth of one.
"""

import hashlib
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.cache import Cache, read_json
from generator.diagnostics import Diagnostic
from generator.sources.files import Sources
from generator.sources.read import read_sources
from generator.state.modules import code_digest

KINDS = (".html", ".css", ".js")
"""What a browser asks for with a page; anything else waits until the project has been read."""
NAME = "preview"
Read = Callable[[Path], tuple[Sources, tuple[Diagnostic, ...]]]
"""Returns the files of the project at a path, and problems of unreadable ones."""
DIGEST = 64
"""The length of the digest that an entry begins with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What was shown last: a digest of the project, its base path, and the bar of its problems."""

    project: str
    base: str
    bar: str


def project_digest(sources: Sources) -> str:
    """Return a digest of every file of a project and of the theme, and of what was not read and why."""
    lines = "".join(f"{path}\0{source.digest}\n" for path, source in sorted(sources.files.items()))
    unread = "".join(f"{each.location} {each.rule}\n" for each in sources.unread)
    return hashlib.sha256(f"{sources.digest_of_templates()}\n{lines}\n{unread}".encode()).hexdigest()


def digests_read(sources: Sources) -> Mapping[str, str]:
    """Return a digest of each file of a project and of the theme, by path, and why a file was not read."""
    read = {path: source.digest for path, source in (*sources.theme.items(), *sources.files.items())}
    return read | {f"{each.location} {each.rule}": "" for each in sources.unread}


class KeptFiles:
    """Files in the state file, under a digest of project, program and address."""

    def __init__(self, state: Cache, base_url: str | None) -> None:
        self.state, self._base_url = state, base_url
        self._project = ""
        """That of the files which are kept now; none are without one."""
        self._written: set[str] = set()

    def look(self, root: Path, read: Read = read_sources) -> Shown | None:
        """Return what was shown last of the project that `read` gives, if it has the same bytes still."""
        try:
            shown = Shown(**read_json(self.state.get(NAME) or b"{}"))
        except (TypeError, ValueError):
            return None
        return shown if shown.project == self.digest(read(root)[0]) else None

    def digest(self, sources: Sources) -> str:
        """Return a digest of all that files are made of."""
        around = f"{sys.version}\n{code_digest()}\n{self._base_url}"
        return hashlib.sha256(f"{around}\n{project_digest(sources)}".encode()).hexdigest()

    def turn(self, shown: Shown) -> None:
        """Keep from now on the files of this project."""
        self._project, self._written = shown.project, set()
        entry = {"project": shown.project, "base": shown.base, "bar": shown.bar}
        self.state.put(NAME, json.dumps(entry).encode())

    def keep(self, path: str, name: str, body: bytes) -> None:
        """Keep the file that was sent for a path."""
        if self._project and name.endswith(KINDS) and path not in self._written:
            self._written.add(path)
            self.state.put(f"{NAME} {path}", f"{self._project}{name}\n".encode() + body)

    def find(self, project: str, path: str) -> tuple[str, bytes] | None:
        """Return the name and bytes of the file that was sent for a path."""
        head, line, body = (self.state.get(f"{NAME} {path}") or b"").partition(b"\n")
        return (head[DIGEST:].decode(), body) if line and head[:DIGEST] == project.encode() else None
