"""Files of the old site, taken over by hard link where key and content are the same."""

import hashlib
import json
import os
import shutil
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG

Entries = dict[str, tuple[str, str]]
"""Key and digest of each file, by path."""

Stamp = tuple[str, int, int, int, int]
"""Of a file whose digest is known: the digest, size, times of change of content and of entry, inode."""

GRAIN = 100_000_000
"""Nanoseconds within which a file system may give two changes the same time."""

SECOND = 1_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class OldSite:
    """The site as the last build left it: where it is, key, digest and stamp of each file."""

    folder: Path
    entries: Mapping[str, tuple[str, str]]
    stamps: Mapping[str, Stamp] = field(default_factory=dict)

    def is_sound(self, path: str, key: str) -> bool:
        """Whether a file was made from this key and is what it was."""
        held, digest = self.entries.get(path, ("", ""))
        if held != key:
            return False
        file, known = self.folder / path, self.stamps.get(path)
        try:
            if known and known == stamp_of(file, digest):
                return True
            return not file.is_symlink() and digest_of(file.read_bytes()) == digest
        except OSError:
            return False

    def take(self, path: str, target: Path) -> str:
        """Put a file that is sound at `target`, and return its digest."""
        link_or_copy(self.folder / path, target)
        return self.entries[path][1]


def digest_of(data: bytes) -> str:
    """Return the digest that stands in the manifest."""
    return hashlib.sha256(data).hexdigest()


def link_or_copy(source: Path, target: Path) -> None:
    """Give a file a second name, or copy it where the file system has no second names; raises OSError."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def stamp_of(file: Path, digest: str) -> Stamp | None:
    """Return the stamp of a file, None if its times are whole seconds, which hide changes."""
    found = file.lstat()
    if not S_ISREG(found.st_mode) or found.st_mtime_ns % SECOND == 0 or found.st_ctime_ns % SECOND == 0:
        return None
    return digest, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def read_stamps(path: Path | None) -> dict[str, Stamp]:
    """Return the stamps kept at `path`; none where there are none that can be read."""
    if path is None:
        return {}
    try:
        held = json.loads(path.read_text("utf-8"))
        return {str(name): (str(d), int(s), int(m), int(c), int(i)) for name, (d, s, m, c, i) in held.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return {}


def write_stamps(path: Path | None, site: Path, made: Entries) -> None:
    """Keep the stamps of the finished site's files; without them their content is compared next time.

    Links have changed the files' entries a moment ago: only a change after this moment must be distinguished from them.
    """
    if path is None:
        return
    time.sleep(2 * GRAIN / SECOND)
    taken = time.time_ns()
    stamps = {name: stamp for name, stamp in _stamps(site, made) if stamp and stamp[3] < taken - GRAIN}
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"{path.name}.new")
        beside.write_text(json.dumps(stamps), "utf-8")
        beside.replace(path)


def _stamps(site: Path, made: Entries) -> Iterable[tuple[str, Stamp | None]]:
    for name, (_key, digest) in made.items():
        with suppress(OSError):
            yield name, stamp_of(site / name, digest)
