"""The search index of a folder's pages, read by Pagefind in the order given; run by `search`.

Pagefind's command reads a folder in the order in which the file system lists it, and its index follows that order.
Arguments: the folder to write and the selectors not to read; the pages' paths stand in the standard input, a line each.
"""

import asyncio
import sys
from pathlib import Path

from pagefind.index import IndexConfig, PagefindIndex

PAUSE = asyncio.sleep


async def without_pause(_seconds: float) -> None:
    """Go on at once: before each reply, for which it waits, the library pauses a tenth of a second."""
    await PAUSE(0)


async def index_pages(pages: dict[str, str], folder: str, unread: str) -> None:
    """Write the index of `pages`, texts by path, into `folder`; `unread` are selectors, `svg, table`."""
    config = IndexConfig(exclude_selectors=unread.split(", "), output_path=folder)
    async with PagefindIndex(config=config) as index:
        await asyncio.gather(*(index.add_html_file(source_path=path, content=text) for path, text in pages.items()))


if __name__ == "__main__":
    setattr(asyncio, "sleep", without_pause)  # noqa: B010 - mypy allows no other way; this process does nothing else
    texts = {path: Path(path).read_text("utf-8") for path in sys.stdin.read().splitlines()}
    asyncio.run(index_pages(texts, sys.argv[1], sys.argv[2]))
