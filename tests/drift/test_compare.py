"""Drift names exactly the sentences that a change of the data touches."""

import json
import subprocess
from pathlib import Path

import pytest

from generator.diagnostics import Location
from generator.drift.compare import drift
from generator.drift.earlier import RevisionError, read_state
from generator.drift.prose import sentence_at
from generator.sources.files import Source, Sources
from generator.sources.read import read_sources
from generator.starter import write_starter
from generator.terminal.drift_report import render_drift
from generator.terminal.report import DriftFormat

ESSAY = """---
title: Drifting
date: 2026-01-01
authors: [A. Author]
countries: [KAZ]
summary: A test.
---

First sentence. In 2019 there were
[…](value:population@2019) people, and [in 2000](value:population@2000?quoted "of old") it was less.

It [grew](trend:population@2000..2019) and was [second](rank:population@2019?in=central-asia) then. [Life](indicator:population).

![People](chart:population?years=2000..2019)

Lives lasted [73.2 years](value:life_expectancy@2019).
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    write_starter(root)
    (root / "content/essays/drift.md").write_text(ESSAY, "utf-8")
    return root


def edit(root: Path, country: str, year: int, value: str) -> None:
    path = root / "data/observations/population.csv"
    lines = path.read_text("utf-8").splitlines()
    head = f"{country},{year},"
    assert any(line.startswith(head) for line in lines)
    changed = [f"{head}{value},{line.split(',', 3)[3]}" if line.startswith(head) else line for line in lines]
    path.write_text("\n".join(changed) + "\n", "utf-8")


def places(root: Path, before: Sources) -> list[tuple[int, str, bool]]:
    found, _sources, problems = drift(root, before)
    assert problems == ()
    return [(d.location.line, d.subject, d.holds) for d in found if d.location.path.endswith("drift.md")]


def test_nothing_changed(project: Path) -> None:
    found, _sources, problems = drift(project, read_sources(project)[0])
    assert (found, problems) == ((), ())
    assert "No sentence" in render_drift(found, DriftFormat.TEXT)


def test_exactly_what_changed_is_named(project: Path) -> None:
    before = read_sources(project)[0]
    edit(project, "KAZ", 2019, "18000000")
    assert places(project, before) == [
        (10, "Population, Kazakhstan, 2019", True),
        (12, "Population, Kazakhstan", True),
        (14, "chart:population", False),
    ]


def test_a_summary_is_listed_with_its_sentence(project: Path) -> None:
    before = read_sources(project)[0]
    summary = (
        "summary: >-\n  R&D. It held [19.2 million](value:population@2019),\n  or one in [five](country:KAZ). No more."
    )
    path = project / "content/essays/drift.md"
    path.write_text(ESSAY.replace("summary: A test.", summary), "utf-8")
    edit(project, "KAZ", 2019, "18000000")
    found = [d for d in drift(project, before)[0] if d.location.path.endswith("drift.md")]
    assert (found[0].location.line, found[0].location.column) == (7, 16)
    assert found[0].sentence == "It held 19.2 million, or one in five."
    assert (found[0].authors, found[0].holds) == (("A. Author",), False)
    assert found[1].sentence == "In 2019 there were … people, and in 2000 it was less."


def test_a_rank_that_is_lost_no_longer_holds(project: Path) -> None:
    before = read_sources(project)[0]
    edit(project, "KAZ", 2019, "5")
    assert [(line, holds) for line, _subject, holds in places(project, before)] == [
        (10, True),
        (12, False),
        (12, False),
        (14, False),
    ]


def test_another_country_and_year_touch_nothing(project: Path) -> None:
    before = read_sources(project)[0]
    edit(project, "UZB", 1995, "5")
    assert places(project, before) == []


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


def test_against_a_revision_and_against_nothing(project: Path, tmp_path: Path) -> None:
    git = ["git", "-C", str(project), "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "one"]):
        subprocess.run([*git, *arguments], check=True, capture_output=True)
    edit(project, "KAZ", 2019, "18000000")
    assert len(places(project, read_state(project, "HEAD"))) == 3
    assert len(places(project, read_state(project, str(project)))) == 0
    for nothing in ("no-such", "--output=x", str(tmp_path / "nowhere")):
        with pytest.raises(RevisionError):
            read_state(project, nothing)


def without(root: Path, *starts: str) -> None:
    path = root / "data/observations/population.csv"
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\n".join(line for line in lines if not line.startswith(starts)) + "\n", "utf-8")


def test_figures_that_are_gone_are_listed(project: Path) -> None:
    before = read_sources(project)[0]
    without(project, "KAZ,1990,", "UZB,1990,", "UZB,1991,")
    found = [d for d in drift(project, before)[0] if d.location.path.startswith("data/")]
    assert [(str(d.location), d.sentence) for d in found] == [
        ("data/observations/population.csv:1:1", "No longer known: KAZ 1990 and UZB 1990–1991 (2 years).")
    ]
    old, new = (int(text.split()[0]) for text in (found[0].old, found[0].new))
    assert old - new == 3
    assert drift(project, read_sources(project)[0])[0] == ()


def test_a_warning_in_the_new_data_does_not_silence_drift(project: Path) -> None:
    before = read_sources(project)[0]
    edit(project, "UZB", 2019, "5")
    assert places(project, before)[0][2] is False


def test_broken_data_are_told(project: Path) -> None:
    before = read_sources(project)[0]
    edit(project, "KAZ", 2019, "many")
    assert [d.rule.value for d in drift(project, before)[2]] == ["value-invalid"]
    (project / "site.yaml").write_text("title: x\n", "utf-8")
    assert {d.location.path for d in drift(project, before)[2]} == {"site.yaml"}


@pytest.mark.parametrize(
    ("text", "line", "column", "sentence"),
    [
        ("One. Two [3](value:x) here. Four.", 1, 10, "Two 3 here."),
        ("a\n\nOne\ntwo [3](value:x 'y').\n\nb", 4, 5, "One two [3](value:x 'y')."),
        ("![It rose](chart:x)", 1, 1, "It rose"),
    ],
)
def test_the_sentence_around_a_place(text: str, line: int, column: int, sentence: str) -> None:
    assert sentence_at(text, Location(path="x", line=line, column=column)) == sentence


def test_an_earlier_state_that_cannot_be_read_is_not_taken_for_no_change(project: Path) -> None:
    catalog = project / "data/catalog/indicators/all.yaml"
    path = Path("data/catalog/indicators/all.yaml")
    sources, _problems = read_sources(project)
    broken = {p: s for p, s in sources.files.items() if p.startswith("data/")}
    broken[str(path)] = Source(path=str(path), data=catalog.read_bytes() + b"\nbroken: 1\n")
    edit(project, "UZB", 2019, "5")  # a warning about the present state hides no error
    found, _sources, problems = drift(project, Sources(files=broken))
    assert found == ()
    assert any(problem.location.path == str(path) for problem in problems)
