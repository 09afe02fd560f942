"""Names on a locator."""

from generator.charts.locator.labels import Land, place_names


def square(name: str, x: float, y: float, side: float) -> Land:
    ring = ((x, y), (x + side, y), (x + side, y + side), (x, y + side))
    return Land(name=name, rings=(ring,), main=(ring,), area=side * side)


def test_only_an_island_is_named_at_sea() -> None:
    island, large = square("Island", 0, 0, 8), square("", 8, -20, 40)
    [label] = place_names((island,), (), (island,))
    assert (label.lines, label.y > 8) == (("Island",), True)
    assert place_names((island,), (), (island, large)) == ()
