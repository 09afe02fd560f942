"""The starter project, for tests that break it in a copy."""

from pathlib import Path

import pytest

from generator.starter import write_starter


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("content") / "project"
    write_starter(folder)
    return folder
