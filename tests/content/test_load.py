"""Documents are parsed once between processes, and again when they or the program change."""

import datetime as dt
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from generator.cache import MemoryCache
from generator.content import load
from generator.content.bibliography import Work
from generator.content.documents import Document
from generator.content.load_briefs import LoadedIssue
from generator.content.markdown.parse import parse_markdown
from generator.diagnostics import Diagnostic
from generator.memo import Memo
from generator.prepare import check
from generator.state.beside import cores
from tests.changes import put, swap
from tests.projects import HEAD

pytestmark = pytest.mark.uncounted  # others count the lines it runs

ABOUT = "content/pages/about.md"


def classes_in(kind: object) -> Iterator[type]:
    """Yield the records and enumerations that a type consists of, without what Python has."""
    for inner in get_args(kind):
        yield from classes_in(inner)
    if isinstance(kind, type) and issubclass(kind, Enum):
        yield kind
    elif isinstance(kind, type) and is_dataclass(kind):
        yield kind
        hints = get_type_hints(kind, vars(dt))
        for field in fields(kind):
            yield from classes_in(hints[field.name])


@pytest.mark.parametrize("kind", [Document, LoadedIssue, Work, Diagnostic])
def test_every_class_that_a_document_consists_of_can_be_kept(kind: type) -> None:
    assert {each.__name__ for each in classes_in(kind)} <= load.RECORDS.names


def test_documents_are_kept_as_they_were_parsed_with_what_is_wrong_in_them(
    starter: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = Path(shutil.copytree(starter, tmp_path / "project"))
    state, parsed = MemoryCache(), []

    def seen(source_map: object, kind: object) -> object:
        parsed.append(kind)
        return parse_markdown(source_map, kind)  # type: ignore[arg-type]

    monkeypatch.setattr(load, "parse_markdown", seen)
    first = check(project, base_url=None, tried=0, state=state)
    assert len(parsed) == 4
    parsed.clear()
    again = check(project, base_url=None, tried=0, state=state)
    assert parsed == []
    assert first.site is not None
    assert again.site is not None
    for name in ("documents", "works", "issues"):
        assert getattr(again.site.project, name) == getattr(first.site.project, name)
    swap(ABOUT, "Say who", "Say [who](value:nothing@x)")(project)
    found = [check(project, base_url=None, tried=0, state=state).diagnostics for _ in range(2)]
    assert found[0] == found[1] != ()
    assert len(parsed) == 1


SCRIPT = """
import json
import sys
import threading
from functools import partial
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from generator.prepare import check
from generator.cache import SqliteCache
from generator.content.load import read_beside

project, folder = map(Path, sys.argv[1:])


def tell(name, workers):
    before = getrusage(RUSAGE_CHILDREN).ru_utime
    beside = partial(read_beside, workers=workers)
    with SqliteCache(folder / name) as state:
        found = check(project, base_url=None, tried=0, state=state, beside=beside).diagnostics
    print(json.dumps([*map(str, found), getrusage(RUSAGE_CHILDREN).ru_utime > before]))


tell("one", 1)
tell("beside", None)
threading.Thread(target=threading.Event().wait, daemon=True).start()
tell("alone", None)
"""
"""Reads a project three times and says what it found, and whether another process read too.

No process begins beside threads.
"""


def test_documents_that_another_process_read_are_the_same_with_the_same_faults(starter: Path, tmp_path: Path) -> None:
    project = Path(shutil.copytree(starter, tmp_path / "project"))
    text = (project / ABOUT).read_text("utf-8") + "\nSee http://bare.example and [x](value:none@1).\n"
    for number in range(load.FEW):
        (project / f"content/pages/more-{number}.md").write_text(text, encoding="utf-8")
    command = (sys.executable, "-c", SCRIPT, str(project), str(tmp_path))
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    one, (*beside, forked), (*alone, forked_too) = map(json.loads, lines)
    assert len(alone) >= 2 * load.FEW
    assert beside == alone
    assert (forked, forked_too) == (cores() > 1, False)
    assert one == [*alone, False]  # who asks for one process has no other beside it


def test_what_was_found_in_a_document_is_looked_for_again_with_other_data(starter: Path, tmp_path: Path) -> None:
    project, memo = Path(shutil.copytree(starter, tmp_path / "project")), Memo()
    put("content/pages/more.md", f"{HEAD}\nSee [prices](indicator:prices).\n")(project)
    catalog = "data/catalog/indicators/more.yaml"

    def rules() -> list[str]:
        return [each.rule for each in check(project, base_url=None, tried=0, memo=memo).diagnostics]

    assert "indicator-unknown" in rules()
    named = "prices:\n  title: Prices\n  short_title: Prices\n  description: What things cost.\n"
    put(catalog, f"{named}  topic: economy\n  unit: {{kind: index}}\n  decimals: 0\n  direction: neutral\n")(project)
    assert "indicator-unknown" not in rules()
    (project / catalog).unlink()
    assert "indicator-unknown" in rules()
