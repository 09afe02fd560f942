"""Broken projects: each folder of `cases/` laid over `sound_project/` gives its `expected.txt`."""

import os
from pathlib import Path

import pytest

from generator.config import load_config
from generator.data.loading.dataset import load_dataset
from generator.diagnostics import Diagnostic
from generator.sources.files import Source, Sources

HERE = Path(__file__).parent
CASES = sorted(folder.name for folder in (HERE / "cases").iterdir())


def files_below(folder: Path) -> dict[str, Source]:
    paths = ((p, p.relative_to(folder).as_posix()) for p in sorted(folder.rglob("*")) if p.is_file())
    return {name: Source(path=name, data=p.read_bytes()) for p, name in paths if name != "expected.txt"}


def problems(sources: Sources) -> tuple[Diagnostic, ...]:
    config, found = load_config(sources)
    return found if config is None else load_dataset(sources, config)[1]


def line(each: Diagnostic) -> str:
    hint = f"    {each.hint}\n" if each.hint else ""
    return f"{each.location}: {each.severity}[{each.rule}] {each.message}\n{hint}"


def test_the_sound_project_has_no_problems() -> None:
    assert problems(Sources(files=files_below(HERE / "sound_project"))) == ()


@pytest.mark.parametrize("case", CASES)
def test_broken_project_is_answered_as_expected(case: str) -> None:
    folder = HERE / "cases" / case
    sources = Sources(files=files_below(HERE / "sound_project") | files_below(folder))
    told = "".join(line(each) for each in problems(sources))
    if os.environ.get("UPDATE_GOLDEN"):
        (folder / "expected.txt").write_text(told, encoding="utf-8")
    assert told
    assert told == (folder / "expected.txt").read_text(encoding="utf-8")
