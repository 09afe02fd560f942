"""The executors that make shares of a site."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.outputs.executors import ClusterError, cluster_at, processes
from tests.repository import REPOSITORY


def test_one_process_is_this_one_and_a_full_disk_is_a_result() -> None:
    with processes(1) as executor:
        assert executor.submit(os.getpid).result() == os.getpid()
        assert isinstance(executor.submit(Path("/nowhere/at all").read_bytes).exception(), OSError)


BEGINS = """
import os, time
from generator.outputs.executors import forked
with forked(1) as executor:
    print(executor.submit(os.getpid).result(), flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="forks")
def test_a_process_ends_with_the_one_that_began_it_and_was_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", BEGINS], cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as begun:
        assert begun.stdout
        assert int(begun.stdout.readline())
        begun.kill()
        assert begun.communicate(timeout=20)[0] == ""  # it returns when nobody has the other end of the pipe any more


def test_an_address_without_a_cluster_is_answered() -> None:
    with pytest.raises(ClusterError, match="there is no cluster at 'nowhere'"), cluster_at("nowhere"):
        pass


@pytest.fixture
def without_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)


@pytest.mark.usefixtures("without_library")
def test_without_its_library_the_command_to_install_it_is_named() -> None:
    with pytest.raises(ClusterError, match=r"pip install 'country-profiles\[dask\]'"), cluster_at("tcp://127.0.0.1:1"):
        pass
