"""A server on loopback that plays what producers do on bad days."""

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar


class Handler(BaseHTTPRequestHandler):
    """Answers by the path: each is a fault, or what follows one."""

    asked: ClassVar[list[str]] = []
    protocol_version = "HTTP/1.1"

    def log_message(self, *_args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        self.asked.append(self.path)
        getattr(self, f"play_{self.path.strip('/').partition('?')[0].replace('-', '_')}")()

    def do_CONNECT(self) -> None:
        self.asked.append(self.path)
        self.send(b"", 407)

    def send(self, body: bytes, status: int = 200, length: int | None = None, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def play_fine(self) -> None:
        self.send(b"country,year\n", Content_Type="text/csv; charset=utf-8")

    def play_packed(self) -> None:
        self.send(gzip.compress(b"country,year\n"), Content_Encoding="gzip")

    def play_busy(self) -> None:
        if self.asked.count(self.path) < 3:
            self.send(b"", 503, Retry_After="7")
        else:
            self.play_fine()

    def play_tomorrow(self) -> None:
        self.send(b"", 429, Retry_After="86400")

    def play_broken(self) -> None:
        self.send(b"", 500)

    def play_cut(self) -> None:
        self.send(b"half", length=1000)
        self.close_connection = True

    def play_drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        try:
            for _ in range(1000):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            self.close_connection = True

    def play_bomb(self) -> None:
        self.send(gzip.compress(b"0" * 20_000_000), Content_Encoding="gzip")

    def play_elsewhere(self) -> None:
        self.send(b"", 302, Location="http://example.org/fine")

    def play_moved(self) -> None:
        self.send(b"", 301, Location="/fine")

    def play_round(self) -> None:
        self.send(b"", 302, Location="/round")

    def play_page(self) -> None:
        self.send(b"<html><title>We are improving</title></html>", Content_Type="text/html")

    def play_missing(self) -> None:
        self.send(b"no such thing", 404)


@contextmanager
def serving() -> Iterator[str]:
    """Serve on a free port and yield the address."""
    Handler.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
