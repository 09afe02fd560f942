"""Two folders exchanged at once, so that no reader ever meets half a site."""

import ctypes
import os
from pathlib import Path

from generator.publish.remove import remove

AT_FDCWD = -100
RENAME_EXCHANGE = 2


def exchange(staged: Path, site: Path) -> None:
    """Put `staged` in the place of `site`, which then has the place of `staged`. Raises OSError."""
    if not site.exists():
        staged.rename(site)
    elif not _exchange_at_once(staged, site):
        _exchange_in_two(staged, site)


def _exchange_at_once(one: Path, other: Path) -> bool:
    """Exchange two names in one system call; False where the system or the file system cannot."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    return bool(rename(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE) == 0)


def _exchange_in_two(staged: Path, site: Path) -> None:
    """Exchange with two renames; `recover` mends what a kill between them leaves."""
    kept = kept_path(site)
    site.rename(kept)
    staged.rename(site)
    kept.rename(staged)


def kept_path(site: Path) -> Path:
    """Return where the old site lies between two renames."""
    return site.with_name(f".{site.name}.kept")


def recover(site: Path) -> None:
    """Bring the old site back if a build was killed between two renames."""
    kept = kept_path(site)
    if kept.exists() and not site.exists():
        kept.rename(site)
    remove(kept)
