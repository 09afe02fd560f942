"""The project of ``profiles new``: some of the world's data, and first texts."""

import shlex
from collections.abc import Mapping
from pathlib import Path
from shutil import which

from generator.starter.choose import chosen_data
from generator.starter.texts import project_texts
from generator.starter.wish import Wish, WishError
from generator.starter.world import World


class StarterError(Exception):
    """The reason why no project was made, in words for the user."""


class FolderInUseError(StarterError):
    """The folder cannot take a new project."""


def write_project(folder: Path, world: World, wish: Wish) -> int:
    """Write a project into an empty or new folder and return how many files it has.

    Raises StarterError, and WishError where no indicator has a figure.
    """
    check_empty(folder)
    files = project_files(world, wish)
    try:
        for name, text in files.items():
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode())
    except OSError as error:
        raise StarterError(f"Cannot write to '{folder}': {error.strerror}.") from error
    return len(files)


def project_files(world: World, wish: Wish) -> Mapping[str, str]:
    """Return the files of a project by path. Raises WishError where no indicator has a figure."""
    data = chosen_data(world, wish.countries, wish.indicators)
    if not any(name.startswith("data/observations/") for name in data):
        raise WishError("none of these indicators has a figure for these countries", "--indicators")
    return {**data, **project_texts(world, wish, data)}


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


def check_empty(folder: Path) -> None:
    """Raise FolderInUseError where a folder has something in it, or is none."""
    if folder.exists() and not folder.is_dir():
        raise FolderInUseError(f"'{folder}' is a file; name a folder that does not exist.")
    if folder.is_dir() and any(folder.iterdir()):
        raise FolderInUseError(f"'{folder}' is not empty; name a new folder, nothing was written.")
