"""The theme: the templates, styles and scripts that come with the generator.

A project's file of the same path takes the place of the theme's.
"""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from generator.sources.files import THEME, Again, Source, read_now
from generator.sources.folders import theme_folder
from generator.sources.plain import plain_bytes


def read_theme(again: Again = read_now) -> dict[str, Source]:
    """Return the theme's files by path: `country.html` is the source `theme:country.html`."""
    found = sorted(_files(str(theme_folder()), ""), key=lambda each: each[0])
    return {name: again(file.path, file.stat(), partial(_read, file, name)) for name, file in found}


def _read(file: os.DirEntry[str], name: str) -> Source:
    return Source(path=f"{THEME}{name}", data=plain_bytes(Path(file).read_bytes()))


def _files(folder: str, prefix: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield the path of each file below a folder and what the system says of it, without hidden ones."""
    for entry in os.scandir(folder):
        if not entry.is_dir() and not entry.name.startswith("."):
            yield f"{prefix}{entry.name}", entry
        elif entry.is_dir() and not entry.is_symlink() and not entry.name.startswith((".", "__")):
            yield from _files(entry.path, f"{prefix}{entry.name}/")
