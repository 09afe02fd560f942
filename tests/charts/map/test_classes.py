"""Classes of a map are round and even."""

from generator.charts.map.classes import class_breaks, class_of


def test_breaks_are_round_and_classes_even() -> None:
    breaks = class_breaks([float(n) for n in range(1, 101)])
    assert list(breaks) == [20, 40, 60, 80]
    assert [class_of(v, breaks) for v in (19, 20, 100)] == [0, 1, 4]
    assert list(class_breaks([1, 1, 2])) == [2]
    assert class_breaks([7]) == ()
