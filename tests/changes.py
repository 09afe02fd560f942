"""Changes of a project in place: a text put or swapped, a file renamed or linked."""

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.repository import REPOSITORY

Change = Callable[[Path], object]


def put(name: str, text: str) -> Change:
    def change(project: Path) -> None:
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")

    return change


def own_template(project: Path, name: str) -> Path:
    """Return a file of `templates/` that is the project's own, a copy of the theme's if it has none yet."""
    if not (project / name).exists():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(REPOSITORY / name, project / name)
    return project / name


def swap(name: str, old: str, new: str) -> Change:
    def change(project: Path) -> None:
        file = own_template(project, name) if name.startswith("templates/") else project / name
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def rename(name: str, to: str) -> Change:
    return lambda project: (project / name).rename(project / to)


def link(name: str, to: str) -> Change:
    def change(project: Path) -> None:
        (project / name).rename(project / f"{name}.moved")
        (project / name).symlink_to(to)

    return change
