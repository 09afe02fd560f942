"""Saves in a project as the preview sees them, also when an editor replaces a file."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from watchfiles import Change, awatch

from generator.sources.folders import FOLDERS, PROJECT, is_home_of_theme, theme_folder

DEBOUNCE, STEP = 1000, 5
"""Milliseconds in which saves count as one as long as each look finds more, and between two looks."""
FEW, QUIET = 5, 0.1
"""After more files than one save touches others are awaited, until as many seconds bring none."""

_Queue = asyncio.Queue[frozenset[str]]
_Watch = Callable[[Path, _Queue], Coroutine[None, None, None]]


def after_each_save(root: Path, look: Callable[[], None]) -> None:
    """Look now and after every save in a project, until interrupted."""

    async def run() -> None:
        async with watching(root) as saves:
            look()
            async for _paths in saves:
                look()

    with suppress(KeyboardInterrupt):
        asyncio.run(run())


@asynccontextmanager
async def watching(root: Path) -> AsyncIterator[AsyncIterator[frozenset[str]]]:
    """Watch from now on; what is entered yields the paths that were saved together, for ever.

    What is saved while the last ones are dealt with comes in one.
    """
    root = _whole(root)
    queue: _Queue = asyncio.Queue()
    tasks: dict[_Watch, asyncio.Task[None]] = {_watch_top: asyncio.create_task(_watch_top(root, queue))}
    tasks[_watch_folders] = asyncio.create_task(_watch_folders(root, queue))
    await asyncio.sleep(0)  # both begin
    try:
        yield _saves(root, queue, tasks)
    finally:
        for task in tasks.values():
            task.cancel()


def _whole(root: Path) -> Path:
    """Return the path of a project without links, from the root of the disk: saves come with it."""
    return root.resolve()


async def _saves(root: Path, queue: _Queue, tasks: dict[_Watch, asyncio.Task[None]]) -> AsyncIterator[frozenset[str]]:
    while True:
        paths = await _next(queue)
        if any(Path(path).parent == root and Path(path).name in FOLDERS for path in paths):
            tasks[_watch_folders].cancel()
            tasks[_watch_folders] = asyncio.create_task(_watch_folders(root, queue))
            await asyncio.sleep(0)  # the new watch begins before anybody reads
        yield paths


async def _next(queue: _Queue) -> frozenset[str]:
    """Wait for the next paths and return them with all that were saved together."""
    paths = await queue.get()
    with suppress(TimeoutError, asyncio.QueueEmpty):
        while True:
            async with asyncio.timeout(QUIET):  # `wait_for` forgets an interrupt that comes with a save
                paths |= await queue.get() if len(paths) > FEW else queue.get_nowait()
    return paths


async def _watch_top(root: Path, queue: _Queue) -> None:
    """Report changes at the root; watching a file itself would end when it is replaced."""

    def named(_change: Change, path: str) -> bool:
        return Path(path).name in PROJECT

    async for changes in awatch(root, watch_filter=named, debounce=DEBOUNCE, step=STEP, recursive=False):
        queue.put_nowait(frozenset(path for _change, path in changes))


async def _watch_folders(root: Path, queue: _Queue) -> None:
    folders = [root / name for name in FOLDERS if (root / name).is_dir()]
    if not is_home_of_theme(root):
        folders.append(theme_folder())
    async for changes in awatch(*folders, debounce=DEBOUNCE, step=STEP):
        queue.put_nowait(frozenset(path for _change, path in changes))
