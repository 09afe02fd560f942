"""A folder of ours goes, whatever has been made read-only in it."""

import os
import sys
from collections.abc import Iterator
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from generator.publish.remove import remove

pytestmark = pytest.mark.uncounted  # others count the lines it runs

READ_ONLY = 0o555
NOBODY = 65534


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder of somebody who is not allowed everything."""
    with TemporaryDirectory() as place:
        below = Path(place, "folder/a/b")
        below.mkdir(parents=True)
        for name in ("one", "two"):
            (below / name).write_text(name)
        (below / "link").symlink_to(Path(place, "kept"))
        Path(place, "kept").mkdir()
        if os.geteuid() == 0:
            for path in (Path(place), *Path(place).rglob("*")):
                os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
        yield Path(place, "folder")


def remove_as_nobody(folder: Path) -> None:
    if os.geteuid() == 0:
        os.setresuid(NOBODY, NOBODY, NOBODY)
    remove(folder)


@pytest.mark.skipif(sys.platform != "linux", reason="a process that gives up its rights is forked on Linux")
@pytest.mark.parametrize("places", [["a/b"], ["a"], ["a/b", "a", ""]])
def test_what_is_read_only_is_removed(folder: Path, places: list[str]) -> None:
    kept = folder.with_name("kept")
    folder.parent.chmod(0o755)
    for path in (kept, *(folder / place for place in places)):
        path.chmod(READ_ONLY)
    process = get_context("fork").Process(target=remove_as_nobody, args=(folder,))
    process.start()
    process.join()
    assert not folder.exists()
    assert kept.stat().st_mode & 0o777 == READ_ONLY
    assert folder.parent.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("name", ["nothing", "file"])
def test_where_there_is_no_such_folder_the_one_it_would_be_in_stays_as_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    tmp_path.chmod(0o751)
    remove(tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert tmp_path.stat().st_mode & 0o777 == 0o751
