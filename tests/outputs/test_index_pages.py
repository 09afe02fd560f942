"""The index is left alone only when all of its bytes are there."""

import asyncio
import gzip
from pathlib import Path

import pytest

from generator.outputs import index_pages
from generator.outputs.index_pages import is_whole, until_whole


@pytest.mark.parametrize(
    ("name", "data", "whole"),
    [
        ("a.pf_index", gzip.compress(b"words" * 100, mtime=0), True),
        ("a.pf_index", gzip.compress(b"words" * 100, mtime=0)[:-9], False),
        ("pagefind-entry.json", b"{}", True),
        ("pagefind-entry.json", b'{"version": "1', False),
        ("pagefind.js", b"let a", True),
        ("pagefind.js", b"", False),
    ],
)
def test_a_file_is_whole_if_its_form_says_so(tmp_path: Path, name: str, data: bytes, whole: bool) -> None:
    (tmp_path / name).write_bytes(data)
    assert is_whole(tmp_path / name) is whole


def test_late_bytes_are_waited_for(tmp_path: Path) -> None:
    entry = tmp_path / "pagefind-entry.json"
    entry.touch()

    async def late() -> None:
        await asyncio.sleep(0.1)
        entry.write_text("{}")

    async def both() -> None:
        await asyncio.gather(until_whole(tmp_path), late())

    asyncio.run(both())
    assert is_whole(entry)


def test_bytes_that_never_come_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pagefind-entry.json").touch()
    monkeypatch.setattr(index_pages, "LOOKS", 3)
    with pytest.raises(SystemExit, match="not whole"):
        asyncio.run(until_whole(tmp_path))
