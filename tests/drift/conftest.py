"""The starter with an essay whose figures drift."""

from pathlib import Path

import pytest

from tests.drift.edits import ESSAY
from tests.starter_project import write_starter


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own for each test, which edits its data."""
    root = tmp_path / "project"
    write_starter(root)
    (root / "content/essays/drift.md").write_text(ESSAY, "utf-8")
    return root
