"""Documents are parsed once between processes, and again when they or the program change."""

import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

from generator.build import check
from generator.cache import MemoryCache
from generator.content import load
from generator.content.bibliography import Work
from generator.content.documents import Document
from generator.content.load_briefs import LoadedIssue
from generator.content.markdown.parse import parse_markdown
from generator.diagnostics import Diagnostic
from tests.changes import swap

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
    first = check(project, base_url=None, thorough=False, state=state)
    assert len(parsed) == 4
    parsed.clear()
    again = check(project, base_url=None, thorough=False, state=state)
    assert parsed == []
    assert first.site is not None
    assert again.site is not None
    for name in ("documents", "works", "issues"):
        assert getattr(again.site.project, name) == getattr(first.site.project, name)
    swap(ABOUT, "Say who", "Say [who](value:nothing@x)")(project)
    found = [check(project, base_url=None, thorough=False, state=state).diagnostics for _ in range(2)]
    assert found[0] == found[1] != ()
    assert len(parsed) == 1
