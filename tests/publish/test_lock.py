"""One build of a site at a time."""

import fcntl
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.publish.outputs import page, write


def test_a_second_build_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    with (tmp_path / ".build.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.write("4711")
        lock.flush()
        assert "process 4711" in write([page("index.html", "")], tmp_path / "site")[1][0]


def test_a_build_that_has_not_said_its_number_yet_is_given_a_moment(tmp_path: Path) -> None:
    with (tmp_path / ".build.lock").open("w") as lock, ThreadPoolExecutor() as pool:
        fcntl.flock(lock, fcntl.LOCK_EX)
        second = pool.submit(write, [page("index.html", "")], tmp_path / "site")
        time.sleep(0.1)
        lock.write("4711")
        lock.flush()
        assert "process 4711" in second.result()[1][0]


def test_a_lock_without_a_number_is_told_too_and_a_freed_one_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.publish.lock.PAUSE", 0.001)
    with (tmp_path / ".build.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert write([page("index.html", "")], tmp_path / "site")[1] == ("Another build is writing this site.",)
    assert write([page("index.html", "")], tmp_path / "site")[1] == ()
    assert (tmp_path / ".build.lock").read_text() == ""
