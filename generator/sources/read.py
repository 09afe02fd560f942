"""The project on disk to sources; the only reading of a build."""

import os
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from stat import S_ISREG

from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.sources.files import OWN_TEMPLATES, Again, Source, Sources, read_now
from generator.sources.folders import FOLDERS, is_home_of_theme
from generator.sources.plain import IMAGES, STATIC, bytes_as_read
from generator.sources.theme import read_theme

__all__ = ("read_sources",)

SUFFIXES = (".yaml", ".csv", ".md", ".bib", ".html", ".css", ".js", ".json", ".geojson", ".topojson", ".svg")
SLIPS = (*(suffix.upper() for suffix in SUFFIXES), ".yml", ".markdown", ".htm")
"""File endings that an author might expect to be read."""
COPIES = (".bak", ".orig", ".swp", ".swo", ".tmp", ".part")
DESKTOP_FILES = ("Thumbs.db", "desktop.ini")
_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{0,7}")
NOT_SOURCES = ("data/README.md", "data/geo/README.md")
LIMIT = 100_000_000

_File = Path | os.DirEntry[str]
"""A file of the project: its path, or what the system says of it."""


def read_sources(root: Path, again: Again = read_now) -> tuple[Sources, tuple[Diagnostic, ...]]:
    """Return every source file of the project at `root` and of the theme, and problems of unreadable ones."""
    files: dict[str, Source] = {}
    problems: list[Diagnostic] = []
    home, linked = root.resolve(), tuple(f"{folder}/" for folder in FOLDERS if (root / folder).is_symlink())
    for file, name in _paths(root):
        found = _read(file, name, home if name.startswith(linked) or file.is_symlink() else None, again)
        if isinstance(found, Source):
            files[name] = found
        elif found is not None:
            problems.append(found)
    theme = {} if is_home_of_theme(root) else read_theme(again)
    missing = {f"{OWN_TEMPLATES}{name}": source for name, source in theme.items()}
    unread = tuple(problems)
    return Sources(files={**missing, **files}, theme=theme, unread=unread), unread


def _paths(root: Path) -> Iterator[tuple[_File, str]]:
    """Yield files and names of possible sources in order, without hidden ones and editors' copies."""
    if (root / "site.yaml").exists():
        yield root / "site.yaml", "site.yaml"
    for folder in FOLDERS:
        yield from _below(str(root / folder), folder)


def _below(place: str, within: str) -> Iterator[tuple[_File, str]]:
    """Yield those of a folder, and then of the folders in it; one that is a link counts as a file."""
    entries = _entries(place)
    folders = [entry for entry in entries if _is_folder(entry)]
    odd = [entry for entry in folders if entry.name.endswith(SUFFIXES) or entry.is_symlink()]
    for entry in entries:
        name = f"{within}/{entry.name}"
        wanted = entry in odd or (entry not in folders and _is_source(name))
        if wanted and not entry.name.startswith((".", "#")):
            yield entry, name
    for entry in folders:
        if entry not in odd and not entry.name.startswith("."):
            yield from _below(entry.path, f"{within}/{entry.name}")


def _entries(place: str) -> list[os.DirEntry[str]]:
    """Return what is in a folder, in order of names; nothing of what is no folder."""
    try:
        return sorted(os.scandir(place), key=lambda entry: entry.name)
    except OSError:
        return []


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _is_source(name: str) -> bool:
    return (
        name.startswith(STATIC)
        or _is_image(name)
        or (name.endswith((*SUFFIXES, *SLIPS)) and name not in NOT_SOURCES)
        or _is_stray(name)
    )


def _is_image(name: str) -> bool:
    """Whether a file lies where images do; which kinds can be shown is said where they are read."""
    return name.startswith(IMAGES) and not _is_left_over(name)


def _is_stray(name: str) -> bool:
    """Whether a file of `content/` is of a kind that is never read; editors' copies are not meant."""
    ours = not name.startswith("content/") or name.endswith((*SUFFIXES, *SLIPS)) or _is_left_over(name)
    return not ours and _ENDING.fullmatch(PurePosixPath(name).suffix) is not None


def _is_left_over(name: str) -> bool:
    """Whether a file is the copy of an editor, or of a desktop."""
    return name.endswith((*COPIES, *(f"/{each}" for each in DESKTOP_FILES)))


def _read(file: _File, name: str, home: Path | None, again: Again) -> Source | Diagnostic | None:
    """Return the file, its problem, or None if it was removed in the meantime."""
    try:
        return _odd(file, name, home) or again(os.fspath(file), file.stat(), partial(_read_now, file, name))
    except FileNotFoundError:
        return (
            None if not file.is_symlink() else _fault(Rule.FILE_MISSING, name, "This link leads nowhere.", "Mend it.")
        )
    except RuntimeError:  # what pathlib raised for a loop before Python 3.13
        return _fault(Rule.FILE_MISSING, name, "This link leads to itself.", "Mend it.")
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        return _fault(Rule.FILE_UNREADABLE, name, message, "Check its permissions.")


def _read_now(file: _File, name: str) -> Source:
    return Source(path=name, data=bytes_as_read(name, Path(file).read_bytes()))


def _odd(file: _File, name: str, home: Path | None) -> Diagnostic | None:
    """Return why the file is not read: name, target, type, size. Raises OSError, RuntimeError.

    A file that no link leads to is in the project, its `home`; of that nothing is asked then.
    """
    if (shown := name.encode("utf-8", "backslashreplace").decode()) != name:
        return _fault(Rule.FILE_UNREADABLE, shown, "The file's name is not UTF-8.", "Rename the file.")
    if not name.startswith((STATIC, IMAGES)) and (name.endswith(SLIPS) or _is_stray(name)):
        hint = f"Endings are {', '.join(SUFFIXES)}; images belong into {IMAGES}, what is no source elsewhere."
        return _fault(Rule.FILE_NAME, name, "The build does not read a file with this ending.", hint)
    if home and not Path(file).resolve().is_relative_to(home):
        hint = "Put the file itself into the project."
        return _fault(Rule.PATH_OUTSIDE, name, "This link leads out of the project.", hint)
    found = file.stat()
    if not S_ISREG(found.st_mode):
        return _fault(
            Rule.FILE_UNREADABLE, name, "This is no file.", "Put the file itself here, or rename what is here."
        )
    if found.st_size > LIMIT:
        return _fault(Rule.FILE_TOO_LARGE, name, f"The file has more than {LIMIT:,} bytes.", "Split it.")
    return None


def _fault(rule: Rule, name: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(rule=rule, location=Location(path=name), message=message, hint=hint)
