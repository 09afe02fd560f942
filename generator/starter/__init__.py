"""The project of ``profiles new``: three countries and a handful of indicators."""

import shlex
import shutil
from collections.abc import Iterator
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path
from shutil import which

PARTS = ("site.yaml", "content", "data")
ATTRIBUTES = "# Text is stored and checked out with LF, whatever the system.\n* text=auto eol=lf\n"
IGNORE = ".cache/\n.build.lock\nsite/\n.site.*\n"


class StarterError(Exception):
    """The reason why no project was made, in words for the user."""


class FolderInUseError(StarterError):
    """The folder cannot take a new project."""


def write_starter(folder: Path) -> int:
    """Write the starter project into an empty or new folder and return how many files it has."""
    _check_empty(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, part in _parts():
            with as_file(part) as path:
                _copy(path, folder / name)
        (folder / ".gitignore").write_text(IGNORE, encoding="utf-8")
        (folder / ".gitattributes").write_text(ATTRIBUTES, encoding="utf-8")
    except OSError as error:
        raise StarterError(f"Cannot write to '{folder}': {error.strerror}.") from error
    return sum(path.is_file() for path in folder.rglob("*"))


def next_step(folder: Path, started: Path, python: Path) -> str:
    """Return the command that previews the project, as typed in the current folder."""
    command = f"{_typed(python)} -m generator" if started.name == "__main__.py" else _typed(started)
    return f"{command} serve --root {shlex.quote(str(folder))}"


def _typed(program: Path) -> str:
    """Return a program by name if that is enough, else by its shorter path."""
    if which(program.name) == str(program):
        return program.name
    here = Path.cwd()
    return shlex.quote(str(program.relative_to(here) if program.is_relative_to(here) else program))


def _check_empty(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise FolderInUseError(f"'{folder}' is a file; name a folder that does not exist.")
    if folder.is_dir() and any(folder.iterdir()):
        raise FolderInUseError(f"'{folder}' is not empty; name a new folder, nothing was written.")


def _parts() -> Iterator[tuple[str, Traversable]]:
    """Yield the parts of the project."""
    for name in PARTS:
        yield name, files(__name__) / name


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    else:
        shutil.copyfile(source, target)
