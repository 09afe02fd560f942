"""What the server answers while the project is first read, and what open pages hear of saves."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from threading import Event
from urllib.parse import urlsplit

import pytest
from tornado.httpclient import AsyncHTTPClient
from tornado.websocket import websocket_connect

from generator.cache import MemoryCache
from generator.prepare import Prepared
from generator.preview.kept import KeptFiles
from generator.preview.server import Begun, read_first, run
from generator.preview.state import Preview
from tests.changes import put, swap
from tests.projects import prepared
from tests.starter_project import write_starter


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


def never() -> Prepared:
    raise AssertionError


@pytest.mark.parametrize("steps", range(5))
def test_an_interrupt_that_comes_with_the_first_request_is_heard(steps: int) -> None:
    async def interrupted() -> None:
        begun = Begun()
        with ThreadPoolExecutor(1) as worker:
            reading = asyncio.create_task(read_first(Preview(never), worker, begun))
            await asyncio.sleep(0)
            begun.asked.set()
            for _ in range(steps):
                await asyncio.sleep(0)
            reading.cancel()
            with pytest.raises(asyncio.CancelledError):
                await reading

    asyncio.run(interrupted())


async def until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not is_so():  # noqa: ASYNC110 - what is waited for has no event
            await asyncio.sleep(0.02)


@asynccontextmanager
async def open_page(address: str) -> AsyncIterator[list[str]]:
    """Ask for the front page; the list is of what it hears."""
    told: list[str] = []
    await AsyncHTTPClient().fetch(address)
    host = urlsplit(address).netloc
    socket = await websocket_connect(f"ws://{host}/livereload", on_message_callback=lambda m: told.append(str(m)))
    for message in ({"command": "hello"}, {"command": "info", "url": address}):
        await socket.write_message(json.dumps(message))
    await until(lambda: len(told) == 1)
    yield told
    socket.close()
    await until(lambda: told[-1] == "None")


ABOUT = "content/pages/about.md"


@pytest.mark.parametrize(("new", "heard"), [("Say at last who", 1), ("Say who", 0)])
def test_a_page_hears_once_of_a_save_if_it_changed_something(tmp_path: Path, new: str, heard: int) -> None:
    write_starter(tmp_path / "project")
    reads: list[Prepared] = []

    def read() -> Prepared:
        reads.append(prepared(tmp_path / "project"))
        return reads[-1]

    async def listen() -> int:
        addresses: asyncio.Queue[str] = asyncio.Queue()
        serving = asyncio.create_task(run(Preview(read), tmp_path / "project", 0, opened=addresses.put_nowait))
        async with open_page(await addresses.get()) as told:
            swap(ABOUT, "Say who", new)(tmp_path / "project")
            await until(lambda: len(reads) > 1)
            (tmp_path / "project" / ABOUT).touch()
            await until(lambda: len(reads) > 2)
            put("templates/styles/own.css", "h1 { color: red; }")(tmp_path / "project")  # what is heard last
            await until(lambda: "style.css" in told[-1])
            count = sum('"reload"' in each for each in told) - 1
        serving.cancel()
        with suppress(asyncio.CancelledError):
            await serving
        return count

    assert asyncio.run(listen()) == heard
