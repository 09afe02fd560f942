"""Files of the theme that a project takes for its own."""

from collections.abc import Iterator
from pathlib import Path

from generator import __version__
from generator.render.taken import RECORD, Taken, read_taken, taken_from, taken_text
from generator.sources.files import OWN_TEMPLATES, Source
from generator.sources.theme import read_theme


class TakeError(Exception):
    """The reason why a file is not taken, in words for the user."""


def list_theme(root: Path) -> Iterator[str]:
    """Yield each file of the theme, and whether the project at `root` has one in its place."""
    for name in read_theme():
        yield f"{name}  (replaced here)" if (root / OWN_TEMPLATES / name).is_file() else name


def take(root: Path, source: Source, name: str) -> None:
    """Copy a file of the theme into the project, and record its original. Raises TakeError."""
    target = root / OWN_TEMPLATES / name
    if target.exists():
        raise TakeError(f"'{OWN_TEMPLATES}{name}' is there already; --keep keeps it and records the present original.")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(source.data)
    _record(root, source, name)


def keep(root: Path, source: Source, name: str) -> None:
    """Record that the project's file has all that is wanted of the theme's present one. Raises TakeError."""
    if not (root / OWN_TEMPLATES / name).is_file():
        raise TakeError(f"there is no '{OWN_TEMPLATES}{name}' to keep; without --keep it is copied.")
    _record(root, source, name)


def _record(root: Path, source: Source, name: str) -> None:
    record = root / RECORD
    taken = {**_recorded(record), name: taken_from(source, __version__)}
    record.write_text(taken_text(taken), encoding="utf-8")


def _recorded(record: Path) -> dict[str, Taken]:
    try:
        return read_taken(record.read_bytes()) if record.exists() else {}
    except ValueError as error:
        raise TakeError(f"'{RECORD}' cannot be read; restore it from an earlier state.") from error
