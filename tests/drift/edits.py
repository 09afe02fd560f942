"""An essay whose figures drift, and edits of the data below it."""

from pathlib import Path

from generator.drift.compare import drift
from generator.sources.files import Sources

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
