"""Progress on a terminal while a build runs, and a summary at the end."""

import os
import sys
import time

from generator.build import BuildResult, Stage

MESSAGES = {
    Stage.READING: "Reading data and prose",
    Stage.PLANNING: "Planning {of:,} pages",
    Stage.DRAWING: "Drawing {of:,} charts",
    Stage.WRITING: "Writing {of:,} files",
    Stage.CHECKING: "Checking links, indexing for search",
}
REFRESH_SECONDS = 0.05
"""Seconds between two changes of the line."""


class Console:
    """A line of progress on standard error; nothing if it is no terminal."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._said: tuple[Stage | None, float] = (None, 0.0)

    def progress(self, stage: Stage, done: int = 0, of: int = 0) -> None:
        """Show the stage and how much of it is done."""
        now = time.monotonic()
        if self._live and (stage is not self._said[0] or done == of or now - self._said[1] > REFRESH_SECONDS):
            share = f" {100 * done // of:3d}%" if of else ""
            print(f"\r{MESSAGES[stage].format(of=of)} …{share}\x1b[K", end="", file=sys.stderr, flush=True)
            self._said = (stage, now)

    def finish(self) -> None:
        """Clear the line."""
        if self._said[0] is not None:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._said = (None, 0.0)


def render_summary(result: BuildResult, seconds: float) -> str:
    """Return the summary of a build: `Built 120 pages with 410 charts (410 drawn, …, in 9.1 s.`."""
    return (
        f"Built {result.pages:,} pages with {result.charts:,} charts ({result.drawn:,} drawn, "
        f"{result.charts - result.drawn:,} from the cache); {result.files:,} files, {result.reused:,} unchanged, "
        f"{result.size / 1e6:.1f} MB, in {seconds:.1f} s."
    )


def render_counts(result: BuildResult) -> str:
    """Return what a site consists of: `120 pages with 410 charts, 2,310 files, 40.1 MB`."""
    return f"{result.pages:,} pages with {result.charts:,} charts, {result.files:,} files, {result.size / 1e6:.1f} MB"
