"""Cells of columns are what lists of them are."""

from collections.abc import Callable

import pytest

from generator.sources.cells import Joined, Repeated, joined, repeated

MANY = [str(at) for at in range(300)]


@pytest.mark.parametrize("cells", [[], [""], ["a", "b", "a"], ["", "1.5", ""], ["a", "a"], MANY, [*MANY, *MANY]])
@pytest.mark.parametrize("make", [joined, repeated])
def test_cells_are_those_of_a_list(make: Callable[[list[str]], Joined | Repeated], cells: list[str]) -> None:
    made = make(cells)
    assert (len(made), list(made), list(reversed(made))) == (len(cells), cells, cells[::-1])
    assert [made[at] for at in range(-len(cells), len(cells))] == cells * 2
    for cut in (slice(1, 2), slice(0, 0), slice(2, 1), slice(-2, None), slice(None, None, -1), slice(1, None, 2)):
        assert made[cut] == cells[cut]
    assert made == cells
    assert made != [*cells, "c"]
    assert made != "c"
