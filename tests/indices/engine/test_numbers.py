"""The numbers of a frame are those that pandas finds."""

import gc

import pandas as pd
import pytest

from generator.indices.engine import numbers
from generator.indices.engine.numbers import cell, cells, numbers_of, row

FRAME = pd.DataFrame({"x": [1.0, 2.5], "y": [True, False]}, index=["AAA", "BBB"])


def test_cells_and_rows_are_found_by_country_and_entry() -> None:
    assert (cell(FRAME, "BBB", "x"), cells(FRAME, ("BBB", "AAA"), "x")) == (2.5, [2.5, 1.0])
    assert row(FRAME, "AAA") == {"x": 1.0, "y": 1.0}
    with pytest.raises(KeyError):
        cell(FRAME, "CCC", "x")


def test_what_is_made_of_a_frame_is_made_once_for_each_thing() -> None:
    made: list[int] = []
    one, other = "one", "other"
    for of in (one, other, one):
        numbers_of(FRAME).once("sum", of, lambda: made.append(1))
    assert len(made) == 2


def test_a_frame_that_is_gone_is_forgotten() -> None:
    frame = FRAME.copy()
    assert numbers_of(frame) is numbers_of(frame)
    assert (at := id(frame)) in numbers._KEPT  # noqa: SLF001 - nobody else sees what is kept
    del frame
    gc.collect()
    assert at not in numbers._KEPT  # noqa: SLF001
