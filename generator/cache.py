"""A cache of bytes by key: one SQLite file that may be deleted at any time."""

import hashlib
import json
import sqlite3
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

MOST_BYTES = 500_000_000
"""Drawings of old data stay in the file; beyond this size it begins anew."""

PAGE_SIZE = "PRAGMA page_size"
PRIMARY = 0xFF
"""The bits of an error's code that say what it is; the others say more exactly how it came."""
DAMAGE = frozenset((sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT, sqlite3.SQLITE_ERROR))
"""What is wrong in a file; around it another program has a lock, or room or rights are missing."""
SELECT = "SELECT digest, data FROM entries WHERE key = ?"
COLUMNS = ("key", "digest", "data")


def read_json(data: bytes | str) -> Any:  # noqa: ANN401 - whoever wrote it knows what it is
    """Return what JSON says; raises ValueError where it cannot be read, by its depth too."""
    try:
        return json.loads(data)
    except RecursionError as error:
        raise ValueError(error) from error


class Cache(Protocol):
    """What a stage needs of a cache: bytes by key; a miss is no error."""

    def get(self, key: str) -> bytes | None:
        """The bytes under the key, or None."""
        ...

    def put(self, key: str, data: bytes) -> None:
        """Keep the bytes under the key."""
        ...

    def put_all(self, entries: Mapping[str, bytes]) -> None:
        """Keep several entries that belong together: a reader finds all of them or none."""
        for key, data in entries.items():
            self.put(key, data)

    def get_or(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Return the bytes under the key, made and kept now where there are none."""
        kept = self.get(key)
        if kept is None:
            kept = make()
            self.put(key, kept)
        return kept


class MemoryCache(Cache):
    """A cache that lives as long as the process."""

    def __init__(self) -> None:
        self._entries: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """Return the bytes put under the key, or None."""
        return self._entries.get(key)

    def put(self, key: str, data: bytes) -> None:
        """Keep the bytes under the key."""
        self._entries[key] = data


class Remembered(Cache):
    """A cache that asks another once for what it has.

    Of a drawing it is asked whether it is there, and then for its bytes by every file that shows it.
    """

    def __init__(self, behind: Cache) -> None:
        self._behind, self._known = behind, MemoryCache()

    def get(self, key: str) -> bytes | None:
        """Return the bytes under the key, or None."""
        known = self._known.get(key)
        if known is None and (known := self._behind.get(key)) is not None:
            self._known.put(key, known)
        return known

    def put(self, key: str, data: bytes) -> None:
        """Keep the bytes under the key, here and there."""
        self._known.put(key, data)
        self._behind.put(key, data)


class SqliteCache(Cache):
    """A cache in one file; an unusable file is replaced, an unwritable disk is worked around in memory."""

    def __init__(self, path: Path, *, timeout: float = 10, most: int = MOST_BYTES) -> None:
        self.path = path
        self._timeout = timeout
        self._most = most
        self._lock = threading.Lock()
        self._memory = MemoryCache()
        self._connection: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        try:
            self._open()
        except sqlite3.Error as error:
            if _is_damage(error):
                self._replace()
        except OSError:
            self._connection = None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _open(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self.path, timeout=self._timeout, check_same_thread=False, isolation_level=None)
        try:
            connection.execute("PRAGMA synchronous=OFF")
            connection.execute("PRAGMA journal_mode=WAL")  # a preview and a build read and write side by side
            connection.execute(
                "CREATE TABLE IF NOT EXISTS entries (key TEXT PRIMARY KEY, digest BLOB, data BLOB) STRICT"
            )
            _check_columns(connection)
            _check_size(connection, self._most)
        except sqlite3.Error:
            connection.close()
            raise
        self._connection = connection

    def _replace(self) -> None:
        """Begin a new file; work in memory if that fails too."""
        with suppress(OSError, sqlite3.Error):
            for ending in ("", "-wal", "-shm"):
                self.path.with_name(f"{self.path.name}{ending}").unlink(missing_ok=True)
            self._open()

    def _mend(self, error: sqlite3.Error) -> None:
        """Begin a new file where the old one is damaged: what is put there would be lost, too."""
        if _is_damage(error) and self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None
            self._replace()

    def get(self, key: str) -> bytes | None:
        """Return the bytes under the key if they are intact, else None."""
        with self._lock:
            row = self._row(key)
            if row is not None and isinstance(row[1], bytes) and hashlib.sha256(row[1]).digest() == row[0]:
                return row[1]
        return self._memory.get(key)

    def _row(self, key: str) -> tuple[object, object] | None:
        try:
            found = self._connection.execute(SELECT, (key,)).fetchone() if self._connection else None
        except sqlite3.Error as error:
            self._mend(error)
            return None
        return found

    def put(self, key: str, data: bytes) -> None:
        """Keep the bytes under the key; on a full disk they are made again next time."""
        with self._lock:
            try:
                if self._connection is None:
                    raise sqlite3.OperationalError
                row = (key, hashlib.sha256(data).digest(), data)
                self._connection.execute("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", row)
            except sqlite3.Error as error:
                self._mend(error)
                self._memory.put(key, data)

    def put_all(self, entries: Mapping[str, bytes]) -> None:
        """Keep several entries in one step; on a full disk all of them are made again next time."""
        rows = [(key, hashlib.sha256(data).digest(), data) for key, data in entries.items()]
        with self._lock:
            try:
                if self._connection is None:
                    raise sqlite3.OperationalError
                _put_rows(self._connection, rows)
            except sqlite3.Error as error:
                self._mend(error)
                for key, _digest, data in rows:
                    self._memory.put(key, data)


def _put_rows(connection: sqlite3.Connection, rows: Sequence[tuple[str, bytes, bytes]]) -> None:
    """Write rows in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", rows)
        connection.execute("COMMIT")
    except sqlite3.Error:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def file_of(cache: Cache) -> Path | None:
    """Return the file that other processes may open to share a cache; None where it lives in memory."""
    return cache.path if isinstance(cache, SqliteCache) else None


def _is_damage(error: sqlite3.Error) -> bool:
    """Whether a file itself is at fault: a lock or a full disk is worked around."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & PRIMARY in DAMAGE


def _check_columns(connection: sqlite3.Connection) -> None:
    """Raise DatabaseError where the table is that of another program: nothing could ever be kept in it."""
    found = tuple(name for _at, name, *_rest in connection.execute("PRAGMA table_info(entries)"))
    if found != COLUMNS:
        raise sqlite3.DatabaseError(found)


def _check_size(connection: sqlite3.Connection, most: int) -> None:
    """Empty a cache that has grown too large; the next build fills it again."""
    connection.execute("SELECT key, digest, data FROM entries LIMIT 1").fetchall()
    (pages,), (size,) = connection.execute("PRAGMA page_count").fetchone(), connection.execute(PAGE_SIZE).fetchone()
    if pages * size > most:
        connection.execute("DELETE FROM entries")
        connection.execute("VACUUM")
