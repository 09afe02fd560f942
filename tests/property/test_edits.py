"""Previews that remember, under edits in any order.

They show what a build from nothing would.
"""

import os
from pathlib import Path
from random import Random

import pytest

from generator.cache import MemoryCache
from generator.memo import Memo
from generator.outputs.trial import SMALL
from generator.prepare import Prepared, prepare
from tests.random_edits import EDITS, Place
from tests.starter_project import write_smaller_starter

pytestmark = [pytest.mark.slow, pytest.mark.long]

STEPS = int(os.environ.get("EDITS") or "1") * 30
SEED = int(os.environ.get("SEED") or "1")
OF_PROGRAM = {"a word of the program", "a word of the theme", "a remark in the code"}
"""A preview runs the program that was there when it began."""


def state(made: Prepared) -> tuple[dict[str, str], list[str]]:
    return {o.path: o.key for o in made.outputs}, [f"{d.location} {d.message}" for d in made.diagnostics]


def test_a_preview_that_remembers_shows_what_a_fresh_one_does(tmp_path: Path) -> None:
    chance = Random(SEED)  # noqa: S311 - a seed names the sequence
    place = Place(root=tmp_path / "edited", program=tmp_path, aside=tmp_path / "aside")
    for copy in (place.root, place.aside):
        write_smaller_starter(copy)
    memo, cache, kept = Memo(), MemoryCache(), MemoryCache()
    prepare(place.root, base_url=None, tried=SMALL, cache=cache, memo=memo, state=kept)
    names, done, wrong = sorted(EDITS.keys() - OF_PROGRAM), "", False
    for _ in range(STEPS):
        name = "back" if wrong else chance.choice(names)
        EDITS[name](place, chance)
        remembered = state(prepare(place.root, base_url=None, tried=SMALL, cache=cache, memo=memo, state=kept))
        done, wrong = f"{done}\n{name}: {len(remembered[1])} problems", bool(remembered[1])
        assert remembered == state(prepare(place.root, base_url=None, tried=SMALL, cache=cache)), done
    print(done)  # noqa: T201 - a long run says what it did
