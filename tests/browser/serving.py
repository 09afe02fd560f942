"""A built site on a loopback address, below its base path, as GitHub Pages serves it."""

import functools
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

BASE = "/country-profiles"


class Quiet(SimpleHTTPRequestHandler):
    """Serves the site below its base path, as GitHub Pages does."""

    def __init__(self, *arguments: object, site: Path, base: str) -> None:
        self.base = base
        super().__init__(*arguments, directory=str(site))  # type: ignore[arg-type]  # the server passes socket and address

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(self.base))

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Patient(ThreadingHTTPServer):
    """A server to which a page that leaves before its files have come is no fault."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a reader who has left; the rest is told."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # the server passes socket and address


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """Serve a site and yield its address."""
    server = Patient(("127.0.0.1", 0), functools.partial(Quiet, site=site, base=BASE))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}{BASE}"
    server.shutdown()
    server.server_close()
    thread.join()
