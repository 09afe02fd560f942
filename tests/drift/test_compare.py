"""Drift names exactly the sentences that a change of the data touches."""

from pathlib import Path

import pytest

from generator.cache import MemoryCache
from generator.drift.compare import drift
from generator.sources.files import Source, Sources
from generator.sources.read import read_sources
from generator.terminal.drift_report import render_drift
from generator.terminal.report import DriftFormat
from tests.drift.edits import ESSAY, edit, places

pytestmark = pytest.mark.uncounted  # others count the lines it runs


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


def test_what_present_data_and_texts_come_to_is_kept_and_taken(project: Path) -> None:
    before, state = read_sources(project)[0], MemoryCache()
    edit(project, "KAZ", 2019, "18000000")
    found = drift(project, before)
    assert drift(project, before, state) == found
    assert state.get("document content/essays/drift.md")
    assert drift(project, before, state) == found


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


def test_a_figure_of_a_group_drifts_with_that_of_a_member(project: Path) -> None:
    before = read_sources(project)[0]
    text = "In all [about 60 million](value:population/central-asia@2022).\n\n![All](chart:population/central-asia)\n"
    (project / "content/essays/drift.md").write_text(f"{ESSAY.partition('First')[0]}{text}", "utf-8")
    edit(project, "UZB", 2022, "45000000")
    assert places(project, before) == [
        (9, "Population, Central Asia, 2022", False),
        (11, "chart:population", False),
    ]


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
