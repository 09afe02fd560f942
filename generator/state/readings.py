"""A project read again and again: of a file with the stamp of before nothing is read."""

import os
from collections.abc import Callable
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.sources.files import Source, Sources
from generator.sources.read import read_sources
from generator.state.stamps import Stamp, is_settled, stamp_of, time_of


class Readings:
    """Reads a project; `clock` is a file of ours, touched to learn the time of the disk.

    A file is remembered where any later change gives it another stamp: not if it was saved just before, nor if it lies
    on another disk.
    """

    def __init__(self, clock: Path) -> None:
        self._clock, self._time, self._device = clock, 0, -1
        self._before: dict[str, tuple[Stamp, Source]] = {}
        self._now: dict[str, tuple[Stamp, Source]] = {}

    def read(self, root: Path) -> tuple[Sources, tuple[Diagnostic, ...]]:
        """Return what `read_sources` does."""
        self._before, self._now = self._now, {}
        try:
            self._time, self._device = time_of(self._clock), self._clock.stat().st_dev
        except OSError:  # no place to write: nothing is remembered
            self._time, self._device = 0, -1
        return read_sources(root, self._again)

    def _again(self, path: str, found: os.stat_result, read: Callable[[], Source]) -> Source:
        stamp = stamp_of(found)
        known = self._before.get(path)
        source = known[1] if known and known[0] == stamp else read()
        if found.st_dev == self._device and is_settled(stamp, self._time):
            self._now[path] = stamp, source
        return source
