"""The index of the full-text search, made by Pagefind from the finished pages."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from generator.diagnostics import Diagnostic, Location
from generator.output import Derived
from generator.outputs.searched import UNREAD, searched
from generator.rules import Rule
from generator.state.modules import modules_digest

FOLDER = "pagefind"

PROGRAM = Path(__file__).resolve().with_name("index_pages.py")
"""What runs Pagefind, in a process of its own; here nothing of it is loaded."""

UNUSED = ("*-ui.js", "*-ui.css", "pagefind-highlight.js")
"""Pagefind's files for sites without a search page of their own."""


def search_index(python: str = sys.executable) -> Derived:
    """Return the index as a folder made from the pages, with a key of what it is made from.

    `python` is the interpreter that has Pagefind.
    """
    code = modules_digest(searched.__module__)
    make = partial(write_index, python=python)
    return Derived(folder=FOLDER, key=f"{_version()} {code} {UNUSED}", make=make, read=searched)


def _version() -> str:
    try:
        return version("pagefind")
    except PackageNotFoundError:
        return "missing"


def write_index(site: Path, texts: Mapping[str, str], python: str = sys.executable) -> tuple[Diagnostic, ...]:
    """Write the index of pages, texts by path, into its folder below `site`; return why it cannot be."""
    try:
        done = _run(site, texts, python)
    except OSError as error:
        return (_fault(f"{python}: {error.strerror}"),)
    if done.returncode or not (site / FOLDER / "pagefind.js").is_file():
        return (_fault(done.stderr or done.stdout),)
    for pattern in UNUSED:
        for path in (site / FOLDER).glob(pattern):
            path.unlink()
    return ()


def _run(site: Path, texts: Mapping[str, str], python: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own interpreter, no shell
        [python, "-P", str(PROGRAM), FOLDER, ", ".join(UNREAD)],
        cwd=site,  # a configuration of Pagefind elsewhere decides nothing
        input=json.dumps(dict(texts)),
        env={name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def _fault(said: str) -> Diagnostic:
    reason = next((line.strip() for line in reversed(said.splitlines()) if line.strip()), "it said nothing")
    return Diagnostic(
        rule=Rule.SEARCH_INDEX,
        location=Location(path=f"site/{FOLDER}"),
        message=f"Pagefind cannot make the search index: {reason}",
        hint="Install the locked libraries anew: `rm -rf .venv`, then `make site`.",
    )
