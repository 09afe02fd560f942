"""Looking again after every save, once after many."""

import asyncio
import signal
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from generator.preview.watch import after_each_save, watching
from tests.changes import put
from tests.interrupts import heard_interrupts


def test_a_save_makes_it_look_again_until_it_is_interrupted(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    page = tmp_path / "content/a.md"
    looks: list[str] = []

    def look() -> None:
        looks.append(page.read_text("utf-8") if page.exists() else "")
        if len(looks) == 1:
            threading.Timer(0.2, page.write_text, ("saved", "utf-8")).start()
        else:
            signal.raise_signal(signal.SIGINT)

    with heard_interrupts():
        after_each_save(tmp_path, look)
    assert looks == ["", "saved"]


async def _in_a_new_folder(root: Path) -> frozenset[str]:
    """Make a folder, then a file in it; return the paths that were seen with the file."""
    async with watching(root) as saves:
        await asyncio.sleep(0.1)  # the watch has begun
        (root / "static").mkdir()
        await asyncio.wait_for(anext(saves), 5)
        put("static/note.txt", "Text.")(root)
        return await asyncio.wait_for(anext(saves), 5)


@pytest.mark.parametrize("way", ["", "../link", "/whole"])
def test_a_file_in_a_new_folder_is_seen_whatever_the_way_to_the_project(
    way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "project"
    (project / "content").mkdir(parents=True)
    (tmp_path / "link").symlink_to(project)
    monkeypatch.chdir(project)
    seen = asyncio.run(_in_a_new_folder(project if way == "/whole" else Path(way)))
    assert {Path(path).name for path in seen} == {"note.txt"}


async def _after_a_burst(root: Path, count: int) -> list[int]:
    """Save many files and return how many were seen with each wake-up, until none come any more."""
    seen: list[int] = []
    async with watching(root) as saves:
        await asyncio.sleep(0.1)  # the watch has begun
        await asyncio.to_thread(lambda: [put(f"content/{at}.md", "Text.")(root) for at in range(count)])
        with suppress(TimeoutError):
            while True:
                seen.append(len(await asyncio.wait_for(anext(saves), 0.5)))
    return seen


def test_five_hundred_files_that_are_saved_together_are_one_save(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert asyncio.run(_after_a_burst(tmp_path, 500)) == [500]
