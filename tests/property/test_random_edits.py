"""Whatever is edited, with builds killed and caches lost in between: the site of a clean build.

`make edits` goes on for longer: `make edits EDITS=500 SEED=7`.
"""

import os
import shutil
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from tests.changes import swap
from tests.forked_program import Ended, ForkedProgram, copy_of_the_program
from tests.library import give_library
from tests.projects import digests
from tests.random_edits import DAMAGES, EDITS, Place, undo
from tests.starter_project import write_smaller_starter

pytestmark = [pytest.mark.slow, pytest.mark.long]

STEPS = int(os.environ.get("EDITS") or "3")
"""Builds that are compared, each after two to four edits and perhaps a damage and killed builds."""
SEED = int(os.environ.get("SEED") or "1")
KILLS = (0, 0, 0, 1, 2, 3)
"""How often builds are killed in a step, once on average: `make edits EDITS=40` has some forty kills."""
FIRST, LAST = 40, 700
"""A build is killed before one of these changes of the file system; a few are quicker than that."""


LIMITS = {"beside.py": "MUCH = 2_000_000", "shares.py": "FEW_PAGES = 24"}
"""What tells a large site from a small one, by the module in `outputs/`."""


@pytest.fixture(params=["small", "large"])
def program(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[ForkedProgram]:
    """The program, or one that does with this small site what it does with large ones."""
    folder = copy_of_the_program(tmp_path / "program")
    for name, line in LIMITS.items() if request.param == "large" else ():
        change = swap(f"generator/outputs/{name}", f"\n{line}\n", f"\n{line.partition(' = ')[0]} = 0\n")
        change(folder)
    with ForkedProgram(folder, tmp_path) as entered:
        yield entered


def test_the_site_is_that_of_a_clean_build(program: ForkedProgram, tmp_path: Path) -> None:
    chance = Random(SEED)  # noqa: S311 - a seed names the sequence
    place = Place(root=tmp_path / "edited", program=program.folder, aside=tmp_path / "aside")
    write_smaller_starter(place.root)
    give_library(place.root)
    assert built(program, place.root, chance).code == 0
    put_aside(place)
    edits, damages, done = shuffled(EDITS, chance), shuffled(DAMAGES, chance), ""
    for step in range(STEPS):
        names = [*islice(edits, chance.randint(2, 4)), *islice(damages, chance.randrange(2))]
        for name in names:
            {**EDITS, **DAMAGES}[name](place, chance)
        done += f"\n{step}: {', '.join((*names, *interrupted(program, place, chance)))}"
        done += f": {compare(program, place, chance, done)}"
    print(done, f"\n{done.count('killed before')} builds were killed.")  # noqa: T201 - a long run says what it did


def put_aside(place: Place) -> None:
    """Keep project, site and caches as they are now."""
    shutil.rmtree(place.aside, ignore_errors=True)
    shutil.copytree(place.root, place.aside)


def shuffled(names: Collection[str], chance: Random) -> Iterator[str]:
    """Yield all names in an order of chance, again and again: a short run has nearly all of them too."""
    while True:
        yield from chance.sample(sorted(names), k=len(names))


def interrupted(program: ForkedProgram, place: Place, chance: Random) -> list[str]:
    """Perhaps begin builds that are killed, one upon another; return where."""
    return [killed(program, place, chance) for _ in range(chance.choice(KILLS))]


def killed(program: ForkedProgram, place: Place, chance: Random) -> str:
    before = chance.randint(FIRST, LAST)
    ended = built(program, place.root, chance, kill_before=before)
    return f"killed before change {before}" if ended.code < 0 else "not killed"


def built(program: ForkedProgram, root: Path, chance: Random, kill_before: int = 0) -> Ended:
    options = ["--workers", chance.choice("12")] + ["--verify"] * (chance.random() < 1 / 8)
    return program.run("build", "--root", str(root), *options, kill_before=kill_before)


def compare(program: ForkedProgram, place: Place, chance: Random, done: str) -> str:
    """Build on what is there and from nothing; compare what is said, and the sites; return how it went."""
    clean = place.root.with_name("clean")
    shutil.rmtree(clean, ignore_errors=True)
    shutil.copytree(place.root, clean, ignore=shutil.ignore_patterns("site", ".*"))
    give_library(clean)
    before = digests(place.root / "site")
    ended, expected = built(program, place.root, chance), built(program, clean, chance)
    assert ended == expected, done
    assert "Traceback" not in ended.said, f"{done}\n{ended.said}"
    assert digests(place.root / "site") == (before if ended.code else digests(clean / "site")), done
    put_aside(place) if ended.code == 0 else undo(place, chance)
    return "built" if ended.code == 0 else "refused"
