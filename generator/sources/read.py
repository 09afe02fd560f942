"""The project on disk to sources; the only reading of a build."""

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from stat import S_ISREG

from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.sources.files import OWN_TEMPLATES, Source, Sources
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


def read_sources(root: Path) -> tuple[Sources, tuple[Diagnostic, ...]]:
    """Return every source file of the project at `root` and of the theme, and problems of unreadable ones."""
    files: dict[str, Source] = {}
    problems: list[Diagnostic] = []
    home, linked = root.resolve(), tuple(f"{folder}/" for folder in FOLDERS if (root / folder).is_symlink())
    for path, name in _paths(root):
        found = _read(path, name, home if name.startswith(linked) or path.is_symlink() else None)
        if isinstance(found, Source):
            files[name] = found
        elif found is not None:
            problems.append(found)
    theme = {} if is_home_of_theme(root) else read_theme()
    missing = {f"{OWN_TEMPLATES}{name}": source for name, source in theme.items()}
    return Sources(files={**missing, **files}, theme=theme), tuple(problems)


def _paths(root: Path) -> Iterator[tuple[Path, str]]:
    """Yield paths and names of possible sources in order, without hidden files and editors' copies."""
    if (root / "site.yaml").exists():
        yield root / "site.yaml", "site.yaml"
    for folder in FOLDERS:
        for place, folders, names in os.walk(root / folder):
            here = Path(place)
            within = here.relative_to(root).as_posix()
            odd = [name for name in folders if name.endswith(SUFFIXES) or (here / name).is_symlink()]
            folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in odd)
            for name in sorted((*names, *odd)):
                if not name.startswith((".", "#")) and (name in odd or _is_source(f"{within}/{name}")):
                    yield here / name, f"{within}/{name}"


def _is_source(name: str) -> bool:
    return (
        name.startswith(STATIC)
        or _is_image(name)
        or (name.endswith((*SUFFIXES, *SLIPS)) and name not in NOT_SOURCES)
        or _is_stray(name)
    )


def _is_image(name: str) -> bool:
    """Whether a file lies where images do; which kinds can be shown is said where they are read."""
    path = PurePosixPath(name)
    return name.startswith(IMAGES) and path.suffix not in COPIES and path.name not in DESKTOP_FILES


def _is_stray(name: str) -> bool:
    """Whether a file of `content/` is of a kind that is never read; editors' copies are not meant."""
    path = PurePosixPath(name)
    ours = path.suffix in (*SUFFIXES, *SLIPS, *COPIES) or path.name in DESKTOP_FILES
    return name.startswith("content/") and not ours and _ENDING.fullmatch(path.suffix) is not None


def _read(path: Path, name: str, home: Path | None) -> Source | Diagnostic | None:
    """Return the file, its problem, or None if it was removed in the meantime."""
    try:
        return _odd(path, name, home) or Source(path=name, data=bytes_as_read(name, path.read_bytes()))
    except FileNotFoundError:
        return (
            None if not path.is_symlink() else _fault(Rule.FILE_MISSING, name, "This link leads nowhere.", "Mend it.")
        )
    except RuntimeError:  # what pathlib raised for a loop before Python 3.13
        return _fault(Rule.FILE_MISSING, name, "This link leads to itself.", "Mend it.")
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        return _fault(Rule.FILE_UNREADABLE, name, message, "Check its permissions.")


def _odd(path: Path, name: str, home: Path | None) -> Diagnostic | None:
    """Return why the file is not read: name, target, type, size. Raises OSError, RuntimeError.

    A file that no link leads to is in the project, its `home`; of that nothing is asked then.
    """
    if (shown := name.encode("utf-8", "backslashreplace").decode()) != name:
        return _fault(Rule.FILE_UNREADABLE, shown, "The file's name is not UTF-8.", "Rename the file.")
    if not name.startswith((STATIC, IMAGES)) and (name.endswith(SLIPS) or _is_stray(name)):
        hint = f"Endings are {', '.join(SUFFIXES)}; images belong into {IMAGES}, what is no source elsewhere."
        return _fault(Rule.FILE_NAME, name, "The build does not read a file with this ending.", hint)
    if home and not path.resolve().is_relative_to(home):
        hint = "Put the file itself into the project."
        return _fault(Rule.PATH_OUTSIDE, name, "This link leads out of the project.", hint)
    found = path.stat()
    if not S_ISREG(found.st_mode):
        return _fault(
            Rule.FILE_UNREADABLE, name, "This is no file.", "Put the file itself here, or rename what is here."
        )
    if found.st_size > LIMIT:
        return _fault(Rule.FILE_TOO_LARGE, name, f"The file has more than {LIMIT:,} bytes.", "Split it.")
    return None


def _fault(rule: Rule, name: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(rule=rule, location=Location(path=name), message=message, hint=hint)
