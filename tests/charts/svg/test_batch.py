"""Drawings are the same in every process."""

import json
from itertools import islice
from pathlib import Path

import pytest

from generator.cache import MemoryCache
from generator.charts.svg.batch import FEW, draw
from generator.charts.svg.render import drawing_key
from generator.starter import write_starter
from tests.projects import prepared


@pytest.mark.slow
def test_drawings_are_the_same_in_every_process(tmp_path: Path) -> None:
    """Charts of every kind, in enough widths that other processes are asked."""
    write_starter(tmp_path / "project")
    site = prepared(tmp_path / "project").site
    assert site is not None
    wider = (json.loads(spec) | {"width": 300 + step} for step in range(FEW) for spec in site.drawings)
    specs = [json.dumps(spec) for spec in islice(wider, FEW + 1)]
    here, there = MemoryCache(), MemoryCache()
    assert draw(specs, here, 1, lambda *_: None) == FEW + 1
    assert draw(specs, there, 2, lambda *_: None) == FEW + 1
    assert draw(specs, there, 2, lambda *_: None) == 0
    assert [here.get(drawing_key(s)) for s in specs] == [there.get(drawing_key(s)) for s in specs]
