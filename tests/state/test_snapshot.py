"""The stamps of a project and of the program."""

import os
from pathlib import Path

import pytest

from generator.sources.folders import PACKAGE
from generator.state.snapshot import Snapshot, take_snapshot
from generator.state.stamps import time_of

pytestmark = pytest.mark.uncounted  # others count the lines it runs


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "site.yaml").write_text("title: T\n")
    (tmp_path / "content" / "a.md").write_text("a\n")
    (tmp_path / "notes.txt").write_text("no source\n")
    return tmp_path


def snapshot(root: Path) -> Snapshot:
    return take_snapshot(root, time_of(root / ".clock"))


def test_sources_program_and_libraries_are_in_it(root: Path) -> None:
    taken = snapshot(root)
    assert set(taken.sources) == {"site.yaml", "content/a.md"}
    assert "cli.py" in taken.program
    assert any("pandas" in path for path in taken.program)
    assert not any("__pycache__" in path for path in taken.program)


def test_a_file_saved_a_moment_ago_is_unsettled(root: Path) -> None:
    taken = snapshot(root)
    assert set(taken.unsettled()) == {"site.yaml", "content/a.md"}
    assert taken._replace(now=taken.now + 3_000_000_000).unsettled() == ()


def test_a_program_is_settled_until_one_of_its_files_is_saved(root: Path) -> None:
    taken = snapshot(root)
    latest = max(stamp[2] for stamp in taken.program.values())
    assert taken._replace(now=latest + 3_000_000_000).is_program_settled()
    assert not taken._replace(now=latest).is_program_settled()


def test_a_save_gives_another_digest_of_stamps_and_only_other_bytes_another_of_bytes(root: Path) -> None:
    before = snapshot(root)
    first = before.digest_of_bytes(root)
    os.utime(root / "content" / "a.md")
    assert before.digest() != snapshot(root).digest()
    assert snapshot(root).digest_of_bytes(root) == first
    (root / "content" / "a.md").write_bytes(b"\xef\xbb\xbfa\r\n")
    assert snapshot(root).digest_of_bytes(root) == first  # read as the same text
    (root / "content" / "a.md").write_text("b\n")
    assert snapshot(root).digest_of_bytes(root) != first


def test_a_changed_program_gives_another_digest(root: Path) -> None:
    taken = snapshot(root)
    other = taken._replace(program={**taken.program, "cli.py": (1, 2, 3, 4)})
    assert taken.digest() != other.digest()
    assert (PACKAGE / "cli.py").is_file()
