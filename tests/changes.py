"""Changes of a project in place: a text put or swapped, a file renamed or linked."""

from collections.abc import Callable
from pathlib import Path

Change = Callable[[Path], object]


def put(name: str, text: str) -> Change:
    def change(project: Path) -> None:
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")

    return change


def swap(name: str, old: str, new: str) -> Change:
    def change(project: Path) -> None:
        text = (project / name).read_text("utf-8")
        assert old in text
        (project / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def rename(name: str, to: str) -> Change:
    return lambda project: (project / name).rename(project / to)


def link(name: str, to: str) -> Change:
    def change(project: Path) -> None:
        (project / name).rename(project / f"{name}.moved")
        (project / name).symlink_to(to)

    return change
