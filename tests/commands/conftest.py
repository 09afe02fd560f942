"""A project as `new` makes it, built once."""

from pathlib import Path

import pytest

from tests.commands.run import profiles


@pytest.fixture(scope="package")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new") / "project"
    made = profiles("new", str(folder))
    assert made.returncode == 0, made.stderr
    built = profiles("build", "--root", str(folder), "--strict", "--workers", "1")
    assert built.returncode == 0, built.stderr
    assert built.stdout.startswith("Built ")
    return folder
