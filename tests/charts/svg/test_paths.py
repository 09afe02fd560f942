"""Path data written short: what an eye would see is kept, and nothing else."""

import pytest

from generator.charts.svg.paths import shorten_path, write_line


def test_a_line_is_a_move_and_steps_without_needless_marks() -> None:
    assert write_line([(0, 452), (67, 433), (135, 415), (135, 420)]) == "M0,45.2l6.7-1.9,6.8-1.8,0,.5"


@pytest.mark.parametrize(
    ("data", "short"),
    [
        ("M0,0L10,10.04L20,20", "M0,0l20,20"),
        ("M0,0L10,11.3L20,20", "M0,0l10,11,10,9"),
        ("M0,0L1,1M5,5L6,7", "M0,0l1,1M5,5l1,2"),
        ("M3.2,4", "M3,4"),
        ("M0,0L10,10.04L20,20L0,20Z", "M0,0l10,10,10,10-20,0Z"),
        ("M1.234,0A2.54,2.54,0,1,1,3,4.04", "M1.2,0A2.5,2.5,0,1,1,3,4"),
    ],
)
def test_lines_lose_what_nobody_sees_and_outlines_lose_nothing(data: str, short: str) -> None:
    assert shorten_path(data) == short
