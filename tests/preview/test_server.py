"""What the server answers while the project is being read for the first time."""

import asyncio
from contextlib import suppress
from pathlib import Path
from threading import Event

from tornado.httpclient import AsyncHTTPClient

from generator.cache import MemoryCache
from generator.prepare import Prepared
from generator.preview.kept import KeptFiles
from generator.preview.server import run
from generator.preview.state import Preview
from tests.projects import prepared


def test_what_was_sent_last_is_there_at_once_and_the_rest_when_the_project_is_read(starter: Path) -> None:
    state, answered = MemoryCache(), Event()
    before = Preview(lambda: prepared(starter), kept=KeptFiles(state, None))
    before.rebuild()
    front = before.reply(f"{before.base}/").body

    def read_after_the_answer() -> Prepared:
        assert answered.wait(20)
        return prepared(starter)

    async def ask() -> None:
        addresses: asyncio.Queue[str] = asyncio.Queue()
        preview = Preview(read_after_the_answer, kept=KeptFiles(state, None))
        serving = asyncio.create_task(run(preview, starter, 0, opened=addresses.put_nowait))
        address = await addresses.get()
        sent = (await AsyncHTTPClient().fetch(address)).body
        assert sent[-2000:].split(b'<script src="/livereload.js">')[0] in front
        search = AsyncHTTPClient().fetch(f"{address}search/")
        answered.set()
        assert b"search" in (await search).body
        assert not preview.is_outdated
        serving.cancel()
        with suppress(asyncio.CancelledError):
            await serving

    asyncio.run(ask())
