"""Folders of ours removed whole, also where somebody has made a part of them read-only."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from stat import S_IRWXU


def remove(folder: Path) -> None:
    """Remove a folder with all that is in it, as far as that is possible; nothing is said of the rest."""
    shutil.rmtree(folder, onerror=_again)


def _again(function: Callable[[str], object], path: str, _error: object) -> None:
    """Try once more what has failed, now that the owner may write the folder and what it is in."""
    with suppress(OSError):
        for each in (os.path.dirname(path), path):  # noqa: PTH120 - what the library gives is a text
            if os.path.isdir(each) and not os.path.islink(each):  # noqa: PTH112, PTH114 - as above
                os.chmod(each, S_IRWXU)  # noqa: PTH101 - as above
        shutil.rmtree(path) if function in {os.scandir, os.open, os.listdir} else function(path)
