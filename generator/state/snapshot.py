"""A project and the program, as stamps or as bytes: equal snapshots, equal results."""

import hashlib
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from generator.sources.folders import FOLDERS, PACKAGE, theme_folder
from generator.sources.plain import bytes_as_read
from generator.state.stamps import Stamp, Stamps, digest_of_stamps, is_settled, stamp_of, stamps_below

Known = Mapping[str, tuple[Stamp, str]]
"""Stamps of files, each with a digest of the bytes that the file had with it."""


class Snapshot(NamedTuple):
    """The stamps of everything a command reads, taken before; `now` is the file system's time then.

    A tuple and no dataclass: loading `dataclasses` would take a sixth of the time in which nothing is found changed.
    """

    now: int
    sources: Stamps
    program: Stamps

    def unsettled(self) -> tuple[str, ...]:
        """Return the sources that may have changed after their stamp without another one."""
        return tuple(path for path, stamp in self.sources.items() if not is_settled(stamp, self.now))

    def is_program_settled(self) -> bool:
        """Whether no change of the program can hide behind these stamps."""
        return all(is_settled(stamp, self.now) for stamp in self.program.values())

    def digest(self) -> str:
        """Return one digest of the stamps and of the interpreter."""
        return hashlib.sha256(f"{_interpreter()}{digest_of_stamps(self.sources, self.program)}".encode()).hexdigest()

    def digest_of_bytes(self, root: Path, known: Known = MappingProxyType({})) -> str:
        """Return one digest of what the files hold now, as the build reads it; raises OSError.

        A file with a known stamp is not read.
        """
        return digest_of_files(self.files(root, known))

    def files(self, root: Path, known: Known = MappingProxyType({})) -> dict[str, tuple[Stamp, str]]:
        """Return stamp and digest of each file, of a program's by its whole path; raises OSError."""
        found = {path: (stamp, root / path) for path, stamp in self.sources.items()}
        found |= {str(PACKAGE / path): (stamp, PACKAGE / path) for path, stamp in self.program.items()}
        return {path: (stamp, _digest(path, stamp, file, known)) for path, (stamp, file) in found.items()}


def _digest(path: str, stamp: Stamp, file: Path, known: Known) -> str:
    before = known.get(path)
    if before and before[0] == stamp:
        return before[1]
    return hashlib.sha256(bytes_as_read(path, file.read_bytes())).hexdigest()


def digest_of_files(files: Known) -> str:
    """Return one digest of what files hold, and of the interpreter."""
    lines = "".join(f"{path}\0{files[path][1]}\n" for path in sorted(files))
    return hashlib.sha256(f"{_interpreter()}{lines}".encode("utf-8", "surrogateescape")).hexdigest()


def take_snapshot(root: Path, now: int) -> Snapshot:
    """Return the snapshot of the project at `root` and of the program; raises OSError."""
    return Snapshot(now=now, sources=dict(_sources(root)), program=dict(_program()))


def _interpreter() -> str:
    return f"{sys.version}\n{sys.platform}\n{PACKAGE}\n"


def _sources(root: Path) -> Iterator[tuple[str, Stamp]]:
    yield "site.yaml", stamp_of((root / "site.yaml").stat())
    for folder in FOLDERS:
        for path, stamp in stamps_below(root / folder).items():
            yield f"{folder}/{path}", stamp


def _program() -> Iterator[tuple[str, Stamp]]:
    """Yield the stamps of the program's files, of its theme, and of what names the installed libraries."""
    for path, stamp in stamps_below(PACKAGE).items():
        if "__pycache__/" not in path:
            yield path, stamp
    theme = theme_folder()
    for path, stamp in () if theme.is_relative_to(PACKAGE) else stamps_below(theme).items():
        yield str(theme / path), stamp
    for folder in dict.fromkeys(sys.path):
        for record in Path(folder).glob("*.dist-info/METADATA") if folder else ():
            yield str(record), stamp_of(record.stat())
