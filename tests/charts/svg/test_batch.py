"""Drawings are the same in every process."""

import json
from itertools import islice
from pathlib import Path

import pytest

from generator.cache import MemoryCache
from generator.charts.svg.batch import FEW_CHARTS, FEW_PICTURES, draw_missing, paint
from generator.charts.svg.drawn import drawing_key
from generator.charts.svg.picture import picture_key, picture_png
from tests.projects import prepared
from tests.starter_project import write_starter


@pytest.mark.slow
def test_drawings_are_the_same_in_every_process(tmp_path: Path) -> None:
    """Charts of every kind, in enough widths that other processes are asked."""
    write_starter(tmp_path / "project")
    site = prepared(tmp_path / "project").site
    assert site is not None
    wider = (json.loads(spec) | {"width": 300 + step} for step in range(FEW_CHARTS) for spec in site.drawings)
    specs = [json.dumps(spec) for spec in islice(wider, FEW_CHARTS + 1)]
    here, there = MemoryCache(), MemoryCache()
    assert len(draw_missing(specs, here, 1, lambda *_: None)) == FEW_CHARTS + 1
    assert len(draw_missing(specs, there, 2, lambda *_: None)) == FEW_CHARTS + 1
    assert not draw_missing(specs, there, 2, lambda *_: None)
    assert [here.get(drawing_key(s)) for s in specs] == [there.get(drawing_key(s)) for s in specs]


@pytest.mark.slow
def test_pictures_are_the_same_in_every_process_and_taken_from_the_cache() -> None:
    count = FEW_PICTURES + 1
    pictures = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{n + 1}" height="9"/>'.encode() for n in range(count)]
    here, there = MemoryCache(), MemoryCache()
    steps: list[tuple[int, int]] = []
    assert paint(pictures, here, 1, lambda done, of: steps.append((done, of))) == count
    assert paint(pictures, there, 2, lambda *_: None) == count
    assert paint(pictures, there, 2, lambda *_: None) == 0
    assert steps == [(n + 1, count) for n in range(count)]
    assert [here.get(picture_key(svg)) for svg in pictures] == [there.get(picture_key(svg)) for svg in pictures]
    assert picture_png(pictures[0], here).startswith(b"\x89PNG")
