"""A text in a sound project: what is wrong with it, and the page it becomes."""

import shutil
from pathlib import Path

from generator.diagnostics import Diagnostic
from tests.prepared import prepared, problems_of

HEAD = "---\ntitle: Test\nsummary: A test.\n---\n"
"""Front matter of four lines: a body's first line is the fifth."""


def faults(starter: Path, tmp_path: Path, files: dict[str, str]) -> list[Diagnostic]:
    project = tmp_path / "project"
    shutil.copytree(starter, project)
    for name, text in files.items():
        target = project / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return list(problems_of(project))


def rendered(starter: Path, tmp_path: Path, files: dict[str, str]) -> str:
    assert faults(starter, tmp_path, files) == []
    made = prepared(tmp_path / "project")
    return next(o for o in made.outputs if o.path == "methods/index.html").render().decode()
