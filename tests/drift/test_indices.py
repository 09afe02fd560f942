"""Contracts of indices that changed, and the ranks that they move."""

from pathlib import Path

from generator.drift.compare import drift
from generator.sources.files import Sources
from generator.sources.read import read_sources

CONTRACT = "data/indices/good-life.yaml"


def changed(project: Path, *pairs: tuple[str, str]) -> Sources:
    """Return the sources as they were, and change the contract."""
    settings = project / "site.yaml"
    settings.write_text(settings.read_text("utf-8").replace("rank: 10", "rank: 3"), "utf-8")
    before = read_sources(project)[0]
    text = (project / CONTRACT).read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    (project / CONTRACT).write_text(text, "utf-8")
    return before


def of_the_contract(project: Path, before: Sources) -> list[tuple[str, str, str, bool]]:
    found = drift(project, before)[0]
    return [(d.sentence, d.old, d.new, d.drawn) for d in found if d.location.path == CONTRACT]


def test_a_changed_contract_needs_a_new_version_and_its_moves_are_listed(project: Path) -> None:
    before = changed(project, ("life_expectancy:\n", "life_expectancy:\n    weight: 500\n"))
    moved, still = "Ranks of 2019 that move: KGZ 3 → 2 and UZB 2 → 3.", "1.0"
    assert of_the_contract(project, before) == [
        (
            "The contract has changed and is still version 1.0: write a new version, and what is new.",
            "1.0",
            "1.0",
            False,
        ),
        (moved, still, still, True),
    ]


def test_a_new_version_is_no_fault(project: Path) -> None:
    note = 'changes: [{version: "1.0", date: 2026-11-24, note: First edition.}'
    later = ', {version: "1.1", date: 2026-11-25, note: Another weight.}'
    before = changed(
        project, ("weight: 0.5", "weight: 0.51"), ('version: "1.0"', 'version: "1.1"'), (note, note + later)
    )
    assert of_the_contract(project, before) == []
