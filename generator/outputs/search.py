"""The index of the full-text search, made by Pagefind from the finished pages."""

import os
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.diagnostics import Diagnostic, Location
from generator.output import Derived
from generator.outputs import index_pages
from generator.rules import Rule

FOLDER = "pagefind"

UNREAD = "svg, table, nav, details"
"""Elements that are never searched: drawings, tables of numbers, navigation.

Templates mark other parts (notes, sources, what all profiles repeat) with `data-pagefind-ignore`.
"""

UNUSED = ("*-ui.js", "*-ui.css", "pagefind-highlight.js")
"""Pagefind's files for sites without a search page of their own."""


def search_index(python: str = sys.executable) -> Derived:
    """Return the index as a folder made from the pages, with a key of what it is made from.

    `python` is the interpreter that has Pagefind.
    """
    return Derived(folder=FOLDER, key=f"{_version()} {UNREAD} {UNUSED}", make=lambda site: write_index(site, python))


def _version() -> str:
    try:
        return version("pagefind")
    except PackageNotFoundError:
        return "missing"


def write_index(site: Path, python: str = sys.executable) -> tuple[Diagnostic, ...]:
    """Write the index of the pages below `site` into its folder and return why it cannot be, if so."""
    done = subprocess.run(  # noqa: S603 - our own interpreter, no shell
        [python, "-P", str(Path(index_pages.__file__).resolve()), FOLDER, UNREAD],
        cwd=site,  # a configuration of Pagefind elsewhere decides nothing
        input="".join(f"{page}\n" for page in _pages(site)),
        env={name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode or not (site / FOLDER / "pagefind.js").is_file():
        return (_fault(done.stderr or done.stdout),)
    for pattern in UNUSED:
        for path in (site / FOLDER).glob(pattern):
            path.unlink()
    return ()


def _pages(site: Path) -> list[str]:
    """Return the paths of all pages below `site` in an order that no file system decides."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def _fault(said: str) -> Diagnostic:
    reason = next((line.strip() for line in reversed(said.splitlines()) if line.strip()), "it said nothing")
    return Diagnostic(
        rule=Rule.SEARCH_INDEX,
        location=Location(path=f"site/{FOLDER}"),
        message=f"Pagefind cannot make the search index: {reason}",
        hint="Install the locked libraries anew: `rm -rf .venv`, then `make site`.",
    )
