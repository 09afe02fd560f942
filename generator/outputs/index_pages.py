"""The search index of a folder's pages, read by Pagefind in the order given; run by `search`.

Pagefind's command reads a folder in the order in which the file system lists it, and its index follows that order.
Arguments: the folder to write and the selectors not to read; the pages' texts by path stand in the standard input, as JSON.
"""

import asyncio
import gzip
import json
import sys
from pathlib import Path

from pagefind.index import IndexConfig
from pagefind.service import PagefindService

PAUSE = asyncio.sleep
LOOKS, BETWEEN = 500, 0.02
"""How often the written files are looked at before the index is given up, and seconds between."""


async def without_pause(_seconds: float) -> None:
    """Go on at once: before each reply, for which it waits, the library pauses a tenth of a second."""
    await PAUSE(0)


async def index_pages(pages: dict[str, str], folder: str, unread: str) -> None:
    """Write the index of `pages`, texts by path, into `folder`; `unread` are selectors, `svg, table`."""
    async with PagefindService() as service:
        index = await service.create_index(IndexConfig(exclude_selectors=unread.split(", ")))
        await asyncio.gather(*(index.add_html_file(source_path=path, content=text) for path, text in pages.items()))
        await index.write_files(folder)
        await until_whole(Path(folder))


async def until_whole(folder: Path) -> None:
    """Wait for the last bytes: the service replies before they are written, and is ended after its reply."""
    before: dict[Path, int] = {}
    for _look in range(LOOKS):
        sizes = sizes_below(folder)
        if sizes and sizes == before and all(map(is_whole, sizes)):
            return
        before = sizes
        await PAUSE(BETWEEN)
    sys.exit("The files of the index are not whole.")


def sizes_below(folder: Path) -> dict[Path, int]:
    """Return the size of each file below a folder."""
    return {path: path.stat().st_size for path in folder.rglob("*") if path.is_file()}


def is_whole(path: Path) -> bool:
    """Whether a file of the index has all its bytes, as far as its form tells."""
    data = path.read_bytes()
    try:
        if data[:2] == b"\x1f\x8b":
            gzip.decompress(data)
        elif path.suffix == ".json":
            json.loads(data)
    except (EOFError, ValueError, OSError):
        return False
    return bool(data)


if __name__ == "__main__":
    setattr(asyncio, "sleep", without_pause)  # noqa: B010 - mypy allows no other way; this process does nothing else
    asyncio.run(index_pages(json.loads(sys.stdin.buffer.read()), sys.argv[1], sys.argv[2]))
