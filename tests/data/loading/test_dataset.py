"""Broken projects: each folder of `cases/` laid over `sound_project/` gives its `expected.txt`."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.cache import MemoryCache
from generator.config import load_config
from generator.data.dataset import Dataset
from generator.data.loading.dataset import load_dataset
from generator.data.packed import rows_entry
from generator.diagnostics import Diagnostic
from generator.sources.files import Source, Sources
from generator.state.sound import Sound

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


def test_only_a_size_at_the_beginning_of_a_unit_is_one_of_its_figures() -> None:
    files = files_below(HERE / "sound_project")
    refused: dict[str, str] = {}
    path = "data/catalog/indicators/society.yaml"
    for symbol in ("million €", "per 1,000 live births", "per thousand people", "millionaires", "mln t", "BN"):
        edited = Source(path=path, data=files[path].data.replace(b"symbol: people", f"symbol: '{symbol}'".encode()))
        refused.update((symbol, each.hint) for each in problems(Sources(files=files | {path: edited})))
    assert refused == {
        "million €": "Write € and the figures in full; `scale: 6` in the contract of an import multiplies them.",
        "mln t": "Write t and the figures in full; `scale: 6` in the contract of an import multiplies them.",
        "BN": "Write the unit and the figures in full; `scale: 9` in the contract of an import multiplies them.",
    }


def test_a_count_without_a_least_value_is_not_below_0() -> None:
    files = files_below(HERE / "sound_project")
    catalog, rows = "data/catalog/indicators/society.yaml", "data/observations/people.csv"
    head = files[rows].data.partition(b"\n")[0]
    below = {rows: Source(path=rows, data=head + b"\nKAZ,2019,-7,A,example_2024,\n")}

    def found(minimum: bytes) -> list[str]:
        text = files[catalog].data.replace(b"  minimum: 0\n", minimum)
        edited = files | below | {catalog: Source(path=catalog, data=text)}
        return [f"{each.rule} {each.location} {each.message}" for each in problems(Sources(files=edited))]

    assert found(b"") == ["value-out-of-range data/observations/people.csv:2:10 -7 lies outside 0 to 1000."]
    assert found(b"  minimum: -10\n") == []


def loaded(files: Mapping[str, Source], sound: Sound) -> Dataset:
    sources = Sources(files=files)
    config, _faults = load_config(sources)
    assert config is not None
    dataset, found = load_dataset(sources, config, sound)
    assert (dataset is not None, found) == (True, ())
    assert dataset is not None
    return dataset


def test_rows_that_were_sound_are_not_read_again() -> None:
    files, state = files_below(HERE / "sound_project"), MemoryCache()
    sound = Sound(state=state, program="1")
    first = loaded(files, sound)
    state.put_all(dict(rows_entry(name, first.rows[name], columns) for name, columns in first.observations.items()))
    again = loaded(files, sound)
    assert (again.observations, again.rows) == (first.observations, first.rows)
    name, columns = next(iter(first.observations.items()))
    marked = replace(columns, notes=["kept"] * len(columns.years))
    state.put_all(dict([rows_entry(name, first.rows[name], marked)]))
    assert loaded(files, sound).observations[name] == marked
    assert loaded(files, Sound(program="1")).observations[name] == columns
    edited = files[f"data/observations/{name}.csv"]
    other = {**files, edited.path: Source(path=edited.path, data=edited.data.replace(b",A,", b",E,", 1))}
    assert not set(loaded(files, replace(sound, program="2")).rows.values()) & set(first.rows.values())
    assert loaded(other, sound).observations[name].notes == columns.notes
