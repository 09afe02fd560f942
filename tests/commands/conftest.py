"""A project of three countries, built once."""

from pathlib import Path

import pytest

from tests.commands.run import profiles
from tests.starter_project import write_starter


@pytest.fixture(scope="package")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new") / "project"
    write_starter(folder)
    built = profiles("build", "--root", str(folder), "--strict", "--workers", "1")
    assert built.returncode == 0, built.stderr
    assert built.stdout.startswith("Built ")
    return folder
