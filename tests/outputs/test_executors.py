"""The executors that make shares of a site."""

import os
import sys
from pathlib import Path

import pytest

from generator.outputs.executors import ClusterError, cluster_at, processes


def test_one_process_is_this_one_and_a_full_disk_is_a_result() -> None:
    with processes(1) as executor:
        assert executor.submit(os.getpid).result() == os.getpid()
        assert isinstance(executor.submit(Path("/nowhere/at all").read_bytes).exception(), OSError)


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
