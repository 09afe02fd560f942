"""Small projects for tests: the starter with files laid over it.

What is wrong with it, and the pages it becomes.
"""

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from generator.cache import MemoryCache
from generator.diagnostics import Diagnostic
from generator.memo import Memo
from generator.prepare import Prepared, check, prepare
from generator.sources.files import Source, Sources
from generator.sources.folders import theme_folder
from generator.sources.read import read_sources
from generator.state.stamps import Stamp, stamp_of


class _Kept(Memo):
    """A memo that forgets nothing.

    Its keys are digests, so that no test can see what belongs to another's files.
    """

    def turn(self) -> None:
        """Go on without forgetting."""


KEPT = _Kept()
_THEME_FOLDER = f"{theme_folder()}/"
_THEME: dict[tuple[str, Stamp], Source] = {}
"""The files of the theme as they were read first."""


def read_project(root: Path) -> tuple[Sources, tuple[Diagnostic, ...]]:
    """Return what `read_sources` does; the theme is read once."""
    return read_sources(root, _again)


def _again(path: str, found: os.stat_result, read: Callable[[], Source]) -> Source:
    if not path.startswith(_THEME_FOLDER):
        return read()
    key = path, stamp_of(found)
    return _THEME[key] if key in _THEME else _THEME.setdefault(key, read())


def prepared(project: Path, *, base_url: str | None = None) -> Prepared:
    """Return the project with its outputs planned, or what is wrong with it."""
    return prepare(project, base_url=base_url, cache=MemoryCache(), memo=KEPT, read=read_project)


def problems_of(project: Path) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the project; no page is made."""
    return check(project, base_url=None, memo=KEPT, read=read_project).diagnostics


HEAD = "---\ntitle: Test\nsummary: A test.\n---\n"
"""Front matter of four lines: a body's first line is the fifth."""


def faults(starter: Path, tmp_path: Path, files: dict[str, str]) -> list[Diagnostic]:
    project = tmp_path / "project"
    shutil.copytree(starter, project, copy_function=shutil.copyfile)
    for name, text in files.items():
        target = project / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return list(problems_of(project))


def rendered(starter: Path, tmp_path: Path, files: dict[str, str]) -> str:
    assert faults(starter, tmp_path, files) == []
    made = prepared(tmp_path / "project")
    return next(o for o in made.outputs if o.path == "methods/index.html").render().decode()


def digests(site: Path) -> dict[str, str]:
    return {
        str(path.relative_to(site)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
