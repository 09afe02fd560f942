"""Cells of a frame and whose they are."""

from generator.charts.locator.grid import CELL, COLUMNS, ROWS, count, owned_cells, places_of, united
from generator.charts.locator.view import HEIGHT, WIDTH

SQUARE = ((0.0, 0.0), (12.0, 0.0), (12.0, 8.0), (0.0, 8.0))
HOLE = ((4.0, 0.0), (8.0, 0.0), (8.0, 8.0), (4.0, 8.0))
LEFT, TOP = COLUMNS // 2, HEIGHT // 2 // CELL


def test_cells_are_owned_whose_middles_lie_within() -> None:
    own = owned_cells([SQUARE])
    assert places_of(own) == [(LEFT + x, row) for row in range(ROWS) if own[row] for x in range(3)]
    assert count(own, (0, 0, COLUMNS, ROWS)) == len(places_of(own)) > 0
    assert count(own, (LEFT + 1, 0, LEFT + 2, ROWS)) * 3 == len(places_of(own))


def test_a_ring_within_another_is_a_hole() -> None:
    own = owned_cells([SQUARE, HOLE])
    assert {column for column, _row in places_of(own)} == {LEFT, LEFT + 2}
    assert united([own, owned_cells([HOLE])]) == owned_cells([SQUARE])
    assert united([]) == (0,) * ROWS


def test_beyond_the_frame_is_no_cell() -> None:
    far = [(x * 9 * WIDTH, y * 9 * HEIGHT) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    assert count(owned_cells([far]), (0, 0, COLUMNS, ROWS)) == COLUMNS * ROWS
    assert not any(owned_cells([[(x + 2 * WIDTH, y) for x, y in SQUARE]]))
