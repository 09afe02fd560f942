"""What a person sees while a build runs: progress on a terminal, a summary at the end."""

import os
import sys
import time

from generator.build import BuildResult


class Console:
    """Progress lines on standard error: rewritten in place on a terminal, every ten seconds elsewhere."""

    def __init__(self) -> None:
        self._live = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._said = time.monotonic()
        self._open = False

    def progress(self, what: str, done: int, of: int) -> None:
        """Say how far the work has come."""
        if self._live:
            print(f"\r{what}: {done:,} of {of:,}\x1b[K", end="", file=sys.stderr, flush=True)
            self._open = True
        elif time.monotonic() - self._said > 10:  # noqa: PLR2004 - seconds between lines in a log
            print(f"{what}: {done:,} of {of:,}", file=sys.stderr, flush=True)
            self._said = time.monotonic()

    def finish(self) -> None:
        """Clear the progress line."""
        if self._open:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._open = False

    def summary(self, result: BuildResult) -> None:
        """Print what the build made: pages, charts, files, size, time."""
        print(render_summary(result))


def render_summary(result: BuildResult) -> str:
    """Return the summary of a build: `Built 120 pages, 410 charts (410 drawn), …`."""
    return (
        f"Built {result.pages:,} pages with {result.charts:,} charts ({result.drawn:,} drawn, "
        f"{result.charts - result.drawn:,} from the cache); {result.files:,} files, {result.reused:,} unchanged, "
        f"{result.size / 1e6:.1f} MB, in {result.seconds:.1f} s."
    )
