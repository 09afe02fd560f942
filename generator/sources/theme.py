"""The theme: the templates, styles and scripts that come with the generator.

A project's file of the same path takes the place of the theme's.
"""

import os
from pathlib import Path

from generator.sources.files import THEME, Source
from generator.sources.folders import theme_folder
from generator.sources.plain import plain_bytes


def read_theme() -> dict[str, Source]:
    """Return the theme's files by path: `country.html` is the source `theme:country.html`."""
    folder = theme_folder()
    return {
        name: Source(path=f"{THEME}{name}", data=plain_bytes((folder / name).read_bytes()))
        for name in sorted(_names(folder))
    }


def _names(folder: Path) -> list[str]:
    """Return the paths of all files below a folder, without hidden ones."""
    found: list[str] = []
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "__"))]
        found += [(Path(place) / name).relative_to(folder).as_posix() for name in names if not name.startswith(".")]
    return found
