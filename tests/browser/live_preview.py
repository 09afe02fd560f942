"""A preview that runs beside the tests, in a thread of its own."""

import asyncio
import threading
from pathlib import Path

from generator.cache import MemoryCache
from generator.memo import Memo
from generator.outputs.trial import SMALL
from generator.prepare import prepare
from generator.preview.server import run
from generator.preview.state import Preview

DRAWN = MemoryCache()
"""The drawings of all previews, by digests of all that is drawn."""
ESSAY = "---\ntitle: Live\ndate: 2026-01-01\nauthors: [A]\ncountries: [KAZ]\nsummary: A test.\n---\n\n"


class Live:
    """A running preview of a starter project."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.essay = root / "content/essays/live.md"
        self.essay.write_text(ESSAY + "First text.\n", "utf-8")
        memo = Memo()
        self.preview = Preview(lambda: prepare(root, base_url=None, tried=SMALL, cache=DRAWN, memo=memo))
        self.url = ""
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._main)
        self._thread.start()
        assert self._ready.wait(30)

    def _main(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._task = self._loop.create_task(run(self.preview, self.root, 0, opened=self._opened))
        try:
            self._loop.run_until_complete(self._task)
        except asyncio.CancelledError:
            pass
        finally:
            self._loop.run_until_complete(self._loop.shutdown_default_executor())
            self._loop.close()

    def _opened(self, url: str) -> None:
        self.url = url
        self._ready.set()

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._task.cancel)
        self._thread.join(30)
        assert not self._thread.is_alive(), "an interrupt was not heard"
