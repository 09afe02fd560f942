"""Figures that new data no longer have."""

from pathlib import Path

import pytest

from generator.drift.compare import drift
from generator.sources.read import read_sources

pytestmark = pytest.mark.uncounted  # others count the lines it runs


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
