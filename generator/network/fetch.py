"""The one module that opens connections.

One request at a time, within limits, to the hosts that were named and no others.
"""

import os
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError, IncompleteRead, NewConnectionError, ProtocolError
from urllib3.exceptions import TimeoutError as SlowError

from generator.imports.cells import Reply

REDIRECTS = frozenset((301, 302, 303, 307, 308))
AGAIN = frozenset((408, 425, 429, 500, 502, 503, 504))
KEPT = ("Content-Type", "Date")
"""Headers of a reply that are kept with it."""
PAUSES: Mapping[str, float] = {"sdmx.oecd.org": 61.0, "dataservices.imf.org": 0.6, "api.imf.org": 0.6}
"""Seconds between two requests to a host that says how many it allows.

OECD's are 60 downloads an hour.
"""


class NetworkError(Exception):
    """Why there is no reply, and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


class _AgainError(Exception):
    """A failure that may pass; `after` is how long the producer asks us to wait."""

    def __init__(self, message: str, after: float | None = None) -> None:
        super().__init__(message)
        self.after = after


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of everything a request may take."""

    size: int = 64 * 1024 * 1024
    """Bytes after decompression."""
    seconds: float = 120.0
    """For one request, its redirects included."""
    waits: tuple[float, ...] = (1.0, 2.0, 4.0)
    """Seconds before each further try."""
    longest_wait: float = 60.0
    redirects: int = 3
    pause: float = 1.0
    """Seconds between two requests to a host of which nothing else is known."""


@dataclass(slots=True, kw_only=True)
class Network:
    """Asks producers; remembers when it asked each host last."""

    hosts: Collection[str]
    agent: str
    limits: Limits = Limits()
    scheme: str = "https"
    sleep: Callable[[float], None] = time.sleep
    asked: dict[str, float] = field(default_factory=dict)
    _pool: urllib3.PoolManager = field(init=False)

    def __post_init__(self) -> None:
        proxy = os.environ.get("HTTPS_PROXY") or os.environ.get("https_proxy")
        self._pool = urllib3.ProxyManager(proxy) if proxy and self.scheme == "https" else urllib3.PoolManager()

    def get(self, url: str) -> Reply:
        """Return the reply to a request; raises NetworkError."""
        faults: list[str] = []
        for wait in (*self.limits.waits, None):
            try:
                return self._once(url)
            except _AgainError as error:
                faults.append(str(error))
                if wait is not None:
                    self.sleep(self._wait(error, wait))
        tries = len(faults)
        raise NetworkError(
            f"{urlsplit(url).hostname}: {faults[-1]} ({tries} tries).", "Try later; our rows stay as they are."
        )

    def _wait(self, error: _AgainError, wait: float) -> float:
        """Return how long to wait; raises NetworkError where the producer asks for more than we would stay."""
        if error.after is not None and error.after > self.limits.longest_wait:
            raise NetworkError(f"The producer asks us to wait: {error}.", f"Come back in {_duration(error.after)}.")
        return error.after if error.after is not None else wait

    def _once(self, url: str) -> Reply:
        end = time.monotonic() + self.limits.seconds
        at = url
        for _redirect in range(self.limits.redirects + 1):
            self._check(at, url)
            self._pause(urlsplit(at).hostname or "")
            response = self._request(at)
            try:
                target = response.headers.get("Location")
                if response.status not in REDIRECTS or not target:
                    return self._reply(url, response, end)
                at = urljoin(at, target)
            finally:
                response.close()
        raise NetworkError(f"{url} leads on and on.", f"At most {self.limits.redirects} redirects are followed.")

    def _check(self, at: str, url: str) -> None:
        """Raise NetworkError where an address is not ours to ask."""
        parts = urlsplit(at)
        if parts.scheme != self.scheme or parts.username or (parts.hostname or "") not in self.hosts:
            led = "" if at == url else f"{url} leads to "
            hint = f"Only {self.scheme} to {', '.join(sorted(self.hosts)) or 'no host'} is asked."
            raise NetworkError(f"{led}{at.partition('?')[0]}, which the contract does not name.", hint)

    def _pause(self, host: str) -> None:
        last = self.asked.get(host)
        if last is not None:
            left = last + PAUSES.get(host, self.limits.pause) - time.monotonic()
            if left > 0:
                self.sleep(left)
        self.asked[host] = time.monotonic()

    def _request(self, at: str) -> urllib3.BaseHTTPResponse:
        headers = {"User-Agent": self.agent, "Accept-Encoding": "gzip"}
        timeout = urllib3.Timeout(connect=min(15.0, self.limits.seconds), read=min(60.0, self.limits.seconds))
        try:
            return self._pool.request(
                "GET", at, headers=headers, timeout=timeout, retries=False, redirect=False, preload_content=False
            )
        except (HTTPError, OSError) as error:
            raise _AgainError(_reason(error)) from error

    def _reply(self, url: str, response: urllib3.BaseHTTPResponse, end: float) -> Reply:
        headers = response.headers
        if response.status in AGAIN:
            raise _AgainError(f"it answers HTTP {response.status}", _retry_after(headers))
        try:
            body = self._body(response, end)
        except (IncompleteRead, ProtocolError, SlowError, HTTPError) as error:
            raise _AgainError(_reason(error)) from error
        return Reply(
            url=url,
            body=body,
            status=response.status,
            headers={name.lower(): headers[name] for name in KEPT if name in headers},
        )

    def _body(self, response: urllib3.BaseHTTPResponse, end: float) -> bytes:
        """Return the body piece by piece.

        So that neither a slow server nor a small archive of much can keep us.
        """
        parts: list[bytes] = []
        size = 0
        while part := response.read1(64 * 1024, decode_content=True):
            parts.append(part)
            size += len(part)
            if size > self.limits.size:
                raise NetworkError(
                    f"The reply is larger than {self.limits.size:,} bytes.", "Ask for fewer years or series."
                )
            if time.monotonic() > end:
                raise NetworkError(f"The reply took longer than {self.limits.seconds:g} s.", "Try later.")
        if (left := response.length_remaining) not in (None, 0):
            raise _AgainError(f"the reply was cut {left:,} bytes before its end")
        return b"".join(parts)


def _retry_after(headers: Mapping[str, str]) -> float | None:
    """Return for how many seconds the producer asks us to wait; a date counts from the reply's own."""
    text = headers.get("Retry-After", "").strip()
    if text.isdigit():
        return float(text)
    try:
        return max(0.0, (_moment(text) - _moment(headers.get("Date", ""))).total_seconds())
    except (ValueError, TypeError):
        return None


def _moment(header: str) -> datetime:
    return parsedate_to_datetime(header).astimezone(UTC)


def _reason(error: Exception) -> str:
    if isinstance(error, IncompleteRead) or "IncompleteRead" in str(error):
        return "the reply was cut before its end"
    if isinstance(error, SlowError) and not isinstance(error, NewConnectionError):
        return "it does not answer in time"
    return f"the connection failed ({type(error).__name__})"


def _duration(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes} minutes" if minutes < 120 else f"{round(minutes / 60)} hours"  # noqa: PLR2004 - two hours
