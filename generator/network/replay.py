"""Replies that were kept.

Recorded beside a run, or used instead of the network, which stays closed then.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.imports.cells import Reply
from generator.network.fetch import NetworkError

INDEX = "index.json"
Get = Callable[[str], Reply]
"""Whatever answers an address: the network, or what was kept of it."""


@dataclass(slots=True, kw_only=True)
class Recorder:
    """Passes requests on and keeps each reply: bodies by their digest, an index by address."""

    get_reply: Get
    folder: Path
    entries: dict[str, dict[str, Any]] = field(default_factory=dict)

    def get(self, url: str) -> Reply:
        """Return the reply to a request, and keep it. Raises what the network raises, and OSError."""
        reply = self.get_reply(url)
        digest = hashlib.sha256(reply.body).hexdigest()
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / digest).write_bytes(reply.body)
        self.entries[url] = {"file": digest, "status": reply.status, "headers": dict(reply.headers)}
        text = json.dumps(self.entries, indent=2, sort_keys=True, ensure_ascii=False)
        (self.folder / INDEX).write_text(text + "\n", encoding="utf-8")
        return reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """Answers from a folder of kept replies; opens no connection."""

    folder: Path

    def get(self, url: str) -> Reply:
        """Return the kept reply; raises NetworkError where there is none."""
        entry = self._entry(url)
        headers = entry.get("headers") or {}
        try:
            body = (self.folder / Path(str(entry["file"])).name).read_bytes()
        except OSError as error:
            raise NetworkError(f"The kept reply to {url} cannot be read: {error.strerror}.") from error
        named = {str(name).lower(): str(value) for name, value in headers.items()}
        return Reply(url=url, body=body, status=int(entry.get("status", 200)), headers=named)

    def _entry(self, url: str) -> dict[str, Any]:
        try:
            index = json.loads((self.folder / INDEX).read_text("utf-8"))
            entry = index.get(url)
        except (OSError, ValueError, AttributeError) as error:
            raise NetworkError(
                f"There are no kept replies in '{self.folder}'.", "`--record DIR` keeps them."
            ) from error
        if not isinstance(entry, dict) or "file" not in entry:
            raise NetworkError(f"No reply to {url} was kept.", f"Known are {', '.join(sorted(index)[:3]) or 'none'}.")
        return entry
