"""Libraries are imported at once and loaded when something of them is used."""

import importlib
import sys
from pathlib import Path

import pytest

from generator.commands.late import load_late

LIBRARY = "from slow_library.part import PART\nVALUE = 5\nLOADED = __name__\n"


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "slow_library").mkdir()
    (tmp_path / "slow_library/__init__.py").write_text(LIBRARY, "utf-8")
    (tmp_path / "slow_library/part.py").write_text("PART = 7\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "modules", dict(sys.modules))
    load_late("slow_library")
    return "slow_library"


def test_an_import_loads_nothing_and_the_first_use_all(library: str) -> None:
    found = importlib.import_module(library)
    assert "VALUE" not in vars(found)
    assert "slow_library.part" not in sys.modules
    assert (found.VALUE, found.PART) == (5, 7)
    assert importlib.import_module(library) is found


def test_a_part_of_it_finds_it_loaded(library: str) -> None:
    assert importlib.import_module(f"{library}.part").PART == 7
    assert library == sys.modules[library].LOADED


def test_a_name_it_has_not_is_missing_as_ever(library: str) -> None:
    with pytest.raises(AttributeError, match=r"module 'slow_library' has no attribute 'nothing'"):
        sys.modules[library].nothing  # noqa: B018 - to ask is to use


def test_what_is_loaded_stays_and_what_is_not_installed_is_left(library: str) -> None:
    before = importlib.import_module(library)
    load_late(library)
    load_late("a_library_that_nobody_has")
    assert sys.modules[library] is before
    assert "a_library_that_nobody_has" not in sys.modules
