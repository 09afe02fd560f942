"""The report of drift as text, JSON and Markdown."""

import json
from pathlib import Path

import pytest

from generator.drift.compare import drift
from generator.sources.read import read_sources
from generator.terminal.drift_report import render_drift
from generator.terminal.report import DriftFormat
from tests.drift.edits import ESSAY, edit
from tests.starter_project import write_starter


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    write_starter(root)
    (root / "content/essays/drift.md").write_text(ESSAY, "utf-8")
    return root


def test_the_reports_say_place_author_sentence_old_and_new(project: Path) -> None:
    before = read_sources(project)[0]
    edit(project, "KAZ", 2019, "18000000")
    found = [d for d in drift(project, before)[0] if d.location.path.endswith("drift.md")]
    text = render_drift(found, DriftFormat.TEXT)
    assert "content/essays/drift.md:10:1: still holds (A. Author)\n    In 2019 there were … people" in text
    assert "→ 18,000,000 people\n" in text
    assert "content/essays/drift.md:14:1: read again (A. Author)\n" in text
    assert text.endswith("3 places touched, 1 to be rewritten or read again.\n")
    records = json.loads(render_drift(found, DriftFormat.JSON))
    assert records[0]["new"] == "18,000,000 people"
    assert [record["drawn"] for record in records] == [False, False, True]
    table = render_drift(found, DriftFormat.MARKDOWN)
    assert "| `content/essays/drift.md:10:1` | yes |" in table
    assert "| `content/essays/drift.md:14:1` | read again |" in table
