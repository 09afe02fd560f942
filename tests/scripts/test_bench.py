"""Ratios that have grown by half have fallen back."""

from scripts.bench import fallen_back


def test_a_ratio_falls_back_when_it_has_grown_by_half() -> None:
    kept = {"cold": 10.0, "nothing changed": 0.1}
    assert list(fallen_back({"cold": 14.9, "nothing changed": 0.15}, kept)) == []
    assert list(fallen_back({"cold": 15.1, "nothing changed": 0.05}, kept)) == ["cold"]
