"""A project read again: what has the stamp of before is not opened, and nothing is missed."""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from generator.sources.files import Source
from generator.sources.read import read_sources
from generator.state.readings import Readings
from tests.repository import REPOSITORY

ABOUT = "content/pages/about.md"
SETTLED = 0.2
"""Seconds after which a change of a file gives it another time."""


@pytest.fixture
def root() -> Iterator[Path]:
    """A project on the disk of the theme, wherever tests write: files of others are not remembered."""
    cache = REPOSITORY / ".cache"
    cache.mkdir(exist_ok=True)
    with TemporaryDirectory(dir=cache) as folder:
        for path in (ABOUT, "content/pages/more.md", "site.yaml", "static/a.txt"):
            Path(folder, path).parent.mkdir(parents=True, exist_ok=True)
            Path(folder, path).write_text("One.", encoding="utf-8")
        time.sleep(SETTLED)
        yield Path(folder)


@pytest.fixture
def read(root: Path) -> Callable[[], dict[str, Source]]:
    """Return what reads the project with the readings of before, and compares it with one that has none."""
    readings = Readings(root / "clock")

    def read() -> dict[str, Source]:
        found, whole = readings.read(root), read_sources(root)
        assert found == whole
        return dict(found[0].files)

    return read


def test_a_file_that_is_as_it_was_is_not_opened(root: Path, read: Callable[[], dict[str, Source]]) -> None:
    first = read()
    (root / ABOUT).write_text("Two.", encoding="utf-8")
    second = read()
    assert {path for path in first if second[path] is not first[path]} == {ABOUT}
    assert second["templates/base.html"].path == "theme:base.html"


def test_a_change_that_leaves_size_and_time_is_seen(root: Path, read: Callable[[], dict[str, Source]]) -> None:
    read()
    before = (root / ABOUT).stat()
    (root / ABOUT).write_text("Two.", encoding="utf-8")
    os.utime(root / ABOUT, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert read()[ABOUT].data == b"Two."


def test_what_was_saved_just_before_is_opened_again(root: Path, read: Callable[[], dict[str, Source]]) -> None:
    (root / ABOUT).write_text("Two.", encoding="utf-8")
    first, second = read(), read()
    assert second[ABOUT] is not first[ABOUT]
    time.sleep(SETTLED)
    third, fourth = read(), read()
    assert fourth[ABOUT] is third[ABOUT]


def test_new_renamed_and_removed_files_and_links_are_followed(
    root: Path, read: Callable[[], dict[str, Source]]
) -> None:
    read()
    (root / ABOUT).rename(root / "content/pages/new.md")
    (root / "content/pages/more.md").unlink()
    (root / "content/pages/more.md").symlink_to("new.md")
    assert sorted(path for path in read() if path.startswith("content/")) == [
        "content/pages/more.md",
        "content/pages/new.md",
    ]
    (root / "content/pages/more.md").unlink()
    (root / "content/pages/more.md").symlink_to("/etc/hostname")
    assert "content/pages/more.md" not in read()


def test_without_a_place_for_the_clock_all_is_read(root: Path) -> None:
    readings = Readings(root / "none/clock")
    first, second = readings.read(root)[0], readings.read(root)[0]
    assert second == first
    assert all(second.files[path] is not source for path, source in first.files.items())
