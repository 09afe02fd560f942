"""Folders of ours removed whole, also where somebody has made a part of them read-only."""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from stat import S_IRWXU


def remove(folder: Path) -> None:
    """Remove a folder with all that is in it, as far as that is possible; nothing is said of the rest."""
    shutil.rmtree(folder, ignore_errors=True)
    if folder.is_dir() and not folder.is_symlink():
        _open(folder)
        shutil.rmtree(folder, ignore_errors=True)


def _open(folder: Path) -> None:
    """Let the owner write a folder and all below it; what a link leads to stays as it is."""
    with suppress(OSError):
        folder.chmod(folder.stat().st_mode | S_IRWXU)
        with os.scandir(folder) as entries:
            below = [Path(entry.path) for entry in entries if entry.is_dir(follow_symlinks=False)]
        for each in below:
            _open(each)
