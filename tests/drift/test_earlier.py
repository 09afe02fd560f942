"""Earlier states of the data: a revision, a folder, neither."""

import subprocess
from pathlib import Path

import pytest

from generator.drift.earlier import RevisionError, read_state
from tests.drift.edits import edit, places


def test_against_a_revision_and_against_nothing(project: Path, tmp_path: Path) -> None:
    git = ["git", "-C", str(project), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "one"]):
        subprocess.run([*git, *arguments], check=True, capture_output=True)
    edit(project, "KAZ", 2019, "18000000")
    assert len(places(project, read_state(project, "HEAD"))) == 3
    assert len(places(project, read_state(project, str(project)))) == 0
    for nothing in ("no-such", "--output=x", str(tmp_path / "nowhere")):
        with pytest.raises(RevisionError):
            read_state(project, nothing)
