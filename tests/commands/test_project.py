"""The commands for whoever begins."""

from pathlib import Path

import pytest

from generator.starter import next_step
from tests.commands.run import profiles


def test_new_refuses_a_folder_in_use(starter: Path, tmp_path: Path) -> None:
    occupied = tmp_path / "file"
    occupied.touch()
    for folder, said in ((starter, "is not empty"), (occupied, "is a file")):
        refused = profiles("new", str(folder), COLUMNS="400")
        assert refused.returncode == 2
        assert said in refused.stderr


def test_new_says_what_to_type_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project, program = Path("my project"), tmp_path / "bin" / "profiles"
    program.parent.mkdir()
    program.touch(mode=0o755)
    monkeypatch.chdir(tmp_path)
    module = tmp_path / "generator" / "__main__.py"
    assert next_step(project, module, tmp_path / "bin/python") == "bin/python -m generator serve --root 'my project'"
    assert next_step(project, program, tmp_path / "bin/python") == "bin/profiles serve --root 'my project'"
    monkeypatch.setenv("PATH", str(program.parent))
    assert next_step(project, program, tmp_path / "bin/python") == "profiles serve --root 'my project'"


def test_a_rule_is_explained_and_a_misspelt_one_is_guessed() -> None:
    told = profiles("explain", "claim-disagrees")
    assert (told.returncode, told.stdout[:18]) == (0, "## claim-disagrees")
    wrong = profiles("explain", "claim-disagres", COLUMNS="200")
    assert wrong.returncode == 2
    assert "Did you mean 'claim-disagrees'?" in wrong.stderr
    assert "Rules are generator-version" in profiles("explain", "q", COLUMNS="2000").stderr
