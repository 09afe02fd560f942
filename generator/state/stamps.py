"""Stamps of files: what the system says of a file without reading it, and when that can be trusted."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from stat import S_ISDIR

Stamp = tuple[int, int, int, int]
"""Size, times of change of content and of entry in nanoseconds, inode."""

Stamps = Mapping[str, Stamp]
"""Stamps by path, relative to a folder."""

SECOND = 1_000_000_000
GRAIN = 100_000_000
"""Nanoseconds within which a file system with fine times may give two changes the same time."""
COARSE_GRAIN = 2 * SECOND
"""The same for a file system that keeps whole seconds, or every other."""


def stamp_of(found: os.stat_result) -> Stamp:
    """Return the stamp in a reply of the system."""
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def is_settled(stamp: Stamp, now: int) -> bool:
    """Whether any change after `now`, a time of the same file system, would give the file another stamp."""
    changed = stamp[2]
    return changed < now - (GRAIN if changed % SECOND else COARSE_GRAIN)


def time_of(file: Path) -> int:
    """Return the present time of the file system of a file of ours, in nanoseconds; raises OSError.

    The file is touched for it: a clock of this machine says nothing of a file system elsewhere.
    """
    file.touch()
    return file.stat().st_ctime_ns


def stamps_below(folder: Path, *, hidden: bool = False) -> dict[str, Stamp]:
    """Return the stamps of all files below a folder, by path; without hidden ones unless `hidden`.

    The target of a link is meant, as it is what is read; a link to a folder counts as a file.
    """
    return dict(_stamps(str(folder), "", hidden=hidden))


def _stamps(folder: str, prefix: str, *, hidden: bool) -> Iterator[tuple[str, Stamp]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if not hidden and entry.name.startswith((".", "#")):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _stamps(entry.path, f"{prefix}{entry.name}/", hidden=hidden)
        else:
            yield f"{prefix}{entry.name}", _stamp(entry)


def _stamp(entry: os.DirEntry[str]) -> Stamp:
    try:
        return stamp_of(entry.stat())
    except OSError:  # a link that leads nowhere
        return stamp_of(entry.stat(follow_symlinks=False))


def digest_of_stamps(*groups: Stamps) -> str:
    """Return one digest of groups of stamps: equal digest, equal names and stamps."""
    whole = hashlib.sha256()
    for stamps in groups:
        whole.update("".join(f"{path}\0{stamps[path]}\n" for path in sorted(stamps)).encode("utf-8", "surrogateescape"))
        whole.update(b"\0")
    return whole.hexdigest()


def is_plain_folder(path: Path) -> bool:
    """Whether a path is a folder itself, neither a link nor a file system of its own."""
    try:
        return S_ISDIR(path.lstat().st_mode) and not path.is_mount()
    except OSError:
        return False
