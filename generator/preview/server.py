"""The live preview: pages rendered on demand, browsers notified of changes, no file written."""

import asyncio
import json
import re
from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from socket import create_server
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import typer
from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from generator.cache import Cache
from generator.memo import Memo
from generator.preview.bar import FOLDER, HEAD
from generator.preview.kept import KeptFiles
from generator.preview.state import Preview, Reply
from generator.preview.watch import watching
from generator.state.beside import Beside, can_fork
from generator.state.last_run import STATE
from generator.state.readings import Readings

if TYPE_CHECKING:
    from generator.prepare import Prepared

HOST = "127.0.0.1"
HEAD_START = 0.5
"""Seconds in which what was sent last goes before the reading of the project, by the same processor."""
ALLOWED_HOSTS = frozenset((HOST, "localhost"))
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".xml": "text/xml",
    ".csv": "text/csv; charset=utf-8",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".ico": "image/x-icon",
    ".pdf": "application/pdf",
}
OWN_FILES = {name: (files("generator.preview") / name).read_bytes() for name in ("bar.css", "bar.js", "gallery.css")}


class Begun:
    """How far the preview has come: a file has been asked for, the project has been read."""

    def __init__(self) -> None:
        self.asked, self.read = asyncio.Event(), asyncio.Event()


class PageHandler(RequestHandler):
    """A handler that renders an output now."""

    def initialize(self, preview: Preview, worker: Executor, begun: Begun) -> None:
        """Keep the preview, and the thread in which pages are made and the project is read, one after another."""
        self._preview, self._worker, self._begun = preview, worker, begun

    def prepare(self) -> None:
        """Refuse hosts other than this machine, against DNS rebinding."""
        if urlsplit(f"//{self.request.host}").hostname not in ALLOWED_HOSTS:
            self.send_error(403)

    def compute_etag(self) -> None:
        """Never answer from a browser's cache."""

    async def get(self, path: str) -> None:
        """Answer with the file of a URL, or the error page; during a rebuild, when it is done."""
        self.set_header("Cache-Control", "no-store")
        reply = self._preview.sent_before(path) or await self._made(path)
        if reply.moved:
            self.redirect(f"{reply.moved}?{self.request.query}" if self.request.query else reply.moved)
            return
        self.set_status(reply.status)
        self.set_header("Content-Type", TYPES.get(Path(reply.name).suffix, "text/plain; charset=utf-8"))
        self.write(self._with_bar(path, reply.body) if reply.name.endswith(".html") else reply.body)

    async def _made(self, path: str) -> Reply:
        """Return the answer of a site that has been read."""
        self._begun.asked.set()
        await self._begun.read.wait()
        return await asyncio.get_running_loop().run_in_executor(self._worker, self._preview.reply, path)

    def on_finish(self) -> None:
        """Say that a browser has its first answer."""
        self._begun.asked.set()

    async def head(self, path: str) -> None:
        """Answer as to GET; Tornado leaves the text out."""
        await self.get(path)

    def _with_bar(self, path: str, body: bytes) -> bytes:
        """Return a page with the bar first in its body, the badge last, and with what hears of saves."""
        bar, reload = self._preview.bar().encode(), b'<script src="/livereload.js"></script></body>'
        reload = self._preview.badge(path, body).encode() + reload
        with_bar = re.sub(rb"<body[^>]*>", lambda tag: tag[0] + bar, body, count=1)
        return with_bar.replace(b"</head>", HEAD.encode() + b"</head>", 1).replace(b"</body>", reload)


class OwnFileHandler(RequestHandler):
    """A handler that gives the styles and the script of the preview itself."""

    def get(self, name: str) -> None:
        """Answer with a style or the script."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("Content-Type", TYPES[Path(name).suffix])
        self.write(OWN_FILES[name])


class ReloadSocket(LiveReloadHandler):  # type: ignore[misc]  # livereload ships no types
    """The websocket of the preview, for pages of the preview only."""

    watcher = SimpleNamespace(filepath=None)  # files are watched by watchfiles; the handler only asks for a name

    def initialize(self, preview: Preview) -> None:
        """Keep the preview."""
        self._preview = preview

    def on_message(self, message: str | bytes) -> None:
        """Answer a browser; one whose page is older than the last build reloads."""
        super().on_message(message)
        path = urlsplit(json.loads(message).get("url", "")).path
        if path in self._preview.sent and self._preview.sent[path] < self._preview.builds:
            self.send_message({"command": "reload", "path": path, "liveCSS": False})

    def check_origin(self, origin: str) -> bool:
        """Accept only the address this page came from."""
        return urlsplit(origin).netloc == self.request.host and urlsplit(origin).hostname in ALLOWED_HOSTS


def application(preview: Preview, worker: Executor, begun: Begun) -> Application:
    """Return the preview's web application, under the production base path."""
    routes: list[Any] = [
        (r"/livereload", ReloadSocket, {"preview": preview}),
        (r"/livereload.js", LiveReloadJSHandler),
        (rf"{FOLDER}/({'|'.join(map(re.escape, OWN_FILES))})", OwnFileHandler),
        (r"(/.*)", PageHandler, {"preview": preview, "worker": worker, "begun": begun}),
    ]
    return Application(routes)


async def run(preview: Preview, root: Path, port: int, *, opened: Callable[[str], None]) -> None:
    """Serve until cancelled; a save leads to one rebuild, saves during a rebuild to one more."""
    with create_server((HOST, port)) as socket, ThreadPoolExecutor(1) as worker:
        begun = Begun()
        if not preview.begin(root):
            _say(preview.rebuild())  # here, where no other thread has begun, several processes may read
            begun.read.set()
        server = HTTPServer(application(preview, worker, begun))
        async with watching(root) as saves:
            socket.setblocking(False)
            server.add_socket(socket)
            opened(f"http://{HOST}:{socket.getsockname()[1]}{preview.base}/")
            later = asyncio.create_task(_do_later(preview, worker, begun))
            try:
                await read_first(preview, worker, begun)
                if preview.is_outdated:
                    ReloadSocket.reload_waiters(path=None)
                async for _paths in saves:
                    await _follow(preview, worker)
            finally:
                later.cancel()
                server.stop()


async def read_first(preview: Preview, worker: Executor, begun: Begun) -> None:
    """Read what was saved before the watch began; a page that is wanted soon goes before."""
    with suppress(TimeoutError):
        async with asyncio.timeout(HEAD_START):  # `wait_for` forgets an interrupt that comes with the request
            await begun.asked.wait()
    await _rebuild(preview, worker, preview.catch_up)
    begun.read.set()


async def _follow(preview: Preview, worker: Executor) -> None:
    """Read what was saved and tell the open pages; a save that changed nothing leaves them alone."""
    wrong, builds = preview.diagnostics, preview.builds
    await _rebuild(preview, worker)
    if preview.builds > builds:
        only_styles = preview.is_styles_only and not (wrong or preview.diagnostics)
        ReloadSocket.reload_waiters(path="style.css" if only_styles else None)


async def _do_later(preview: Preview, worker: Executor, begun: Begun) -> None:
    """Do what waits for the first page, one after another: between two a page may be asked for."""
    await begun.read.wait()
    await begun.asked.wait()
    for each in preview.later():
        await asyncio.get_running_loop().run_in_executor(worker, each)


async def _rebuild(preview: Preview, worker: Executor, how: Callable[[], str] | None = None) -> None:
    _say(await asyncio.get_running_loop().run_in_executor(worker, how or preview.rebuild))


def _say(text: str) -> None:
    typer.echo(text, nl=False, err=True)


def serve(root: Path, *, port: int, base_url: str | None, cache: Cache, state: Cache, badges: bool = False) -> int:
    """Serve the preview, drafts with it, until interrupted and return the exit code."""
    memo, readings = Memo(), Readings(root / STATE)

    def make() -> "Prepared":
        from generator.content.ahead import (
            read_ahead,
        )  # start-up time: what was shown last is shown before it is loaded

        beside = read_ahead(readings.read(root)[0], state) if can_fork() else Beside()
        from generator.outputs.trial import SMALL  # start-up time: documents are read while it is loaded
        from generator.prepare import prepare  # likewise

        return prepare(
            root,
            base_url=base_url,
            cache=cache,
            memo=memo,
            state=state,
            drafts=True,
            tried=SMALL,
            read=readings.read,
            beside=lambda *_given: beside,
        )

    preview = Preview(make, badges=badges, kept=KeptFiles(state, base_url), read=readings.read)
    try:
        asyncio.run(run(preview, root, port, opened=lambda url: typer.echo(f"Preview at {url} – Ctrl-C ends it.")))
    except KeyboardInterrupt:
        return 0
    except OSError as error:
        typer.echo(f"The preview cannot use port {port}: {error.strerror}. Name another with --port.", err=True)
        return 1
    return 0
