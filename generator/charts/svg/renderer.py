"""The renderer with its own fonts alone: those of a machine would make other pixels on each."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

import vl_convert

SETTING = "FONTCONFIG_FILE"
"""The variable that names the list of the machine's font folders."""

ONE_LETTER = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9">a</text></svg>'


@cache
def renderer() -> ModuleType:
    """Return the renderer; it looks for fonts at its first drawing, and here finds no others."""
    with TemporaryDirectory() as folder, _fonts_in(Path(folder)):
        vl_convert.svg_to_png(ONE_LETTER)
    return vl_convert


def is_used() -> bool:
    """Whether this process has drawn with it; one forked from now on would wait for its threads for ever."""
    return renderer.cache_info().currsize > 0


@contextmanager
def _fonts_in(folder: Path) -> Iterator[None]:
    """Let the machine's fonts be those of a folder, for a moment."""
    settings, before = folder / "fonts.conf", os.environ.get(SETTING)
    settings.write_text(f"<?xml version='1.0'?><fontconfig><dir>{folder}</dir></fontconfig>\n", encoding="utf-8")
    os.environ[SETTING] = str(settings)
    try:
        yield
    finally:
        os.environ.pop(SETTING)
        if before is not None:
            os.environ[SETTING] = before
