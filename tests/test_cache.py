import sqlite3
from pathlib import Path
from random import Random

import pytest

from generator.cache import MemoryCache, Remembered, SqliteCache


def test_what_is_put_is_got_also_later(tmp_path: Path) -> None:
    path = tmp_path / "a" / "cache.sqlite"
    with SqliteCache(path) as cache:
        assert cache.get("k") is None
        cache.put("k", b"one")
        cache.put("k", b"two")
        assert cache.get("k") == b"two"
    with SqliteCache(path) as cache:
        assert cache.get("k") == b"two"


def test_bytes_that_changed_on_disk_are_a_miss(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    with SqliteCache(path) as cache:
        cache.put("k", b"x" * 100)
    path.write_bytes(path.read_bytes().replace(b"x" * 100, b"y" * 100))
    with SqliteCache(path) as cache:
        assert cache.get("k") is None


def test_a_file_that_is_no_cache_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    path.write_bytes(b"nonsense " * 1000)
    with SqliteCache(path) as cache:
        cache.put("k", b"v")
        assert cache.get("k") == b"v"


def test_a_table_of_another_program_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE entries (name TEXT, value TEXT)")
    other.close()
    with SqliteCache(path) as cache:
        cache.put("k", b"v")
    with SqliteCache(path) as cache:
        assert cache.get("k") == b"v"


@pytest.mark.parametrize("seed", range(6))
def test_a_file_that_is_damaged_within_keeps_again_what_is_put(tmp_path: Path, seed: int) -> None:
    path, chance = tmp_path / "cache.sqlite", Random(seed)  # noqa: S311 - a seed names the damage
    names = [f"{n:03}" for n in range(200)]
    with SqliteCache(path) as cache:
        cache.put_all({name: chance.randbytes(300) for name in names})
    data = bytearray(path.read_bytes())
    for _ in range(200):
        data[chance.randrange(100, len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    for _run in range(2):
        with SqliteCache(path) as cache:
            missing = [name for name in names if cache.get(name) is None]
            cache.put_all(dict.fromkeys(missing, b"again"))
    with SqliteCache(path) as cache:
        assert [name for name in names if cache.get(name) is None] == []


def test_entries_that_are_no_bytes_are_a_miss(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("CREATE TABLE entries (key TEXT PRIMARY KEY, digest BLOB, data BLOB)")
    other.execute("INSERT INTO entries VALUES ('none', NULL, NULL), ('number', 1, 2)")
    other.close()
    with SqliteCache(path) as cache:
        assert (cache.get("none"), cache.get("number")) == (None, None)


def test_without_a_place_to_write_memory_serves(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with SqliteCache(tmp_path / "file" / "cache.sqlite") as cache:
        cache.put("k", b"v")
        assert cache.get("k") == b"v"


def test_a_locked_file_is_done_without_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    with SqliteCache(path) as cache:
        cache.put("k", b"v")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA journal_mode=DELETE")
    other.execute("BEGIN EXCLUSIVE")
    with SqliteCache(path, timeout=0.1) as cache:
        assert cache.get("k") is None
        cache.put("new", b"w")
        assert cache.get("new") == b"w"
    other.execute("COMMIT")
    other.close()
    with SqliteCache(path) as cache:
        assert cache.get("k") == b"v"


def test_a_cache_that_has_grown_too_large_begins_anew(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    with SqliteCache(path) as cache:
        cache.put("k", bytes(200_000))
    with SqliteCache(path, most=100_000) as cache:
        assert cache.get("k") is None
    assert path.stat().st_size < 100_000


def test_another_is_asked_once_for_what_it_has_and_given_all_that_is_put() -> None:
    behind = MemoryCache()
    cache = Remembered(behind)
    assert cache.get("k") is None
    behind.put("k", b"later")
    assert cache.get("k") == b"later"
    behind.put("k", b"other")
    assert cache.get("k") == b"later"
    cache.put("k", b"put")
    assert (cache.get("k"), behind.get("k")) == (b"put", b"put")
