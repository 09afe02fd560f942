"""Results of indices between processes: the same records again; anything else is computed anew."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.cache import MemoryCache
from generator.config import load_config
from generator.data.loading.dataset import load_dataset
from generator.indices.engine.compute import Result
from generator.indices.keep import Known, MadeOf, digests_of_editions, kept_or, read_result, result_bytes
from generator.indices.load import load_indices
from generator.memo import Memo
from generator.outputs.data.index_files import tables
from generator.pages.downloads.csv_rows import csv_text
from generator.sources.files import Source, Sources
from tests.indices.world import contract, loaded, project

UP = "direction: higher_is_better"
TEXT = f"""minimum: {{country: 0.5}}
imputation: {{method: mean, at_least: 2}}
treatment: {{method: auto}}
nodes: {{top: {{}}, part: {{parent: top}}}}
indicators:
  square: {{parent: top, {UP}}}
  three: {{parent: part, {UP}}}
  counted: {{parent: part, {UP}, absent: zero}}
sensitivity: {{seed: 1, draws: 20, weights: 0.5}}
"""
SOURCES = project(test=contract(TEXT))


@pytest.fixture(scope="module")
def result() -> Result:
    return loaded(SOURCES)[1]["test"]


THESE, THOSE = (MadeOf(rows={"square": digest}, around="same") for digest in ("1", "2"))


def never(_known: Known | None = None) -> Result:
    raise AssertionError


def texts(result: Result) -> dict[str, str]:
    made = tables(result.contract, result.editions[2019])
    return {name: csv_text(columns, rows()) for name, (columns, rows) in made.items()}


def test_a_result_is_read_as_it_was_written(result: Result) -> None:
    state = MemoryCache()
    assert kept_or(state, result.contract, THESE, lambda _: result)[0] is result
    kept, digest = kept_or(state, result.contract, THESE, never)
    assert texts(kept) == texts(result)
    assert (kept.findings, kept.used, kept.contract) == (result.findings, result.used, result.contract)
    assert result_bytes(kept) == result_bytes(result)
    assert kept_or(None, result.contract, THESE, lambda _: result)[1] == digest


@pytest.mark.parametrize(
    ("of", "knows"), [(THOSE, True), (replace(THESE, around="other"), False), (replace(THOSE, around="other"), False)]
)
def test_of_other_data_it_is_computed_anew(result: Result, of: MadeOf, knows: bool) -> None:
    state, told = MemoryCache(), list[Known | None]()

    def compute(known: Known | None) -> Result:
        told.append(known)
        return result

    kept_or(state, result.contract, THESE, compute)
    kept_or(state, result.contract, of, compute)
    kept_or(state, result.contract, of, never)
    first, second = told
    assert first is None
    assert (second is not None) is knows
    assert not second or (second.rows, result_bytes(second.result)) == (THESE.rows, result_bytes(result))


def test_without_a_state_file_it_is_computed(result: Result) -> None:
    assert kept_or(None, result.contract, THESE, lambda _: result)[0] is result


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def foreign(data: bytes) -> bytes:
    return data.replace(b'"record": "Treated"', b'"record": "Path"')


def objects(data: bytes) -> bytes:
    return data.replace(b"<f8", b"|O8")


@pytest.mark.parametrize("spoil", [cut, foreign, objects], ids=lambda spoil: spoil.__name__)
def test_editions_that_cannot_be_read_are_computed_when_one_is_asked_for(
    result: Result, spoil: Callable[[bytes], bytes]
) -> None:
    computed: list[Result] = []

    def again() -> Result:
        computed.append(result)
        return result

    found = read_result(spoil(result_bytes(result)), result.contract, again)
    assert found
    assert (list(found.editions), found.findings, computed) == ([2019], result.findings, [])
    assert found.editions[2019] is result.editions[2019]
    assert computed == [result]


def test_an_edition_is_read_by_itself(result: Result) -> None:
    two = replace(result, editions=dict.fromkeys((2018, 2019), result.editions[2019]))
    data = result_bytes(two)
    head, _line, parts = data.partition(b"\n")
    half = len(parts) // 2
    found = read_result(head + b"\n" + b"x" * half + parts[half:], result.contract, lambda: two)
    assert found
    assert digests_of_editions(found)[2019] == digests_of_editions(two)[2019] != digests_of_editions(found)[2018]
    assert found.editions[2019] is not two.editions[2019]
    assert found.editions[2018] is two.editions[2018]
    assert (2017 in found.editions, len(found.editions)) == (False, 2)


@pytest.mark.parametrize("record", [b"Edition", b"Editiox"])
def test_of_other_data_a_result_is_of_help_if_all_its_editions_can_be_read(result: Result, record: bytes) -> None:
    two = replace(result, editions=dict.fromkeys((2018, 2019), result.editions[2019]))
    state, told, name = MemoryCache(), list[Known | None](), f"index {result.contract.id}"

    def compute(known: Known | None) -> Result:
        told.append(known)
        return two

    kept_or(state, result.contract, THESE, compute)
    head, _record, tail = (state.get(name) or b"").rpartition(b"Edition")
    state.put(name, head + record + tail)
    kept_or(state, result.contract, THOSE, compute)
    assert [known is None for known in told] == [True, record != b"Edition"]


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"1", b'{"years": 1}', b'{"years": [2019], "findings": {}}'])
def test_what_is_no_result_is_not_read(result: Result, data: bytes) -> None:
    assert read_result(data, result.contract, never) is None


def edited(name: str, row: str) -> Sources:
    path = f"data/observations/{name}.csv"
    return replace(
        SOURCES, files={**SOURCES.files, path: Source(path=path, data=SOURCES.files[path].data + row.encode())}
    )


def entry_of(sources: Sources, state: MemoryCache) -> bytes | None:
    config, _problems = load_config(sources)
    dataset, _problems = load_dataset(sources, config) if config else (None, ())
    assert config
    assert dataset
    load_indices(sources, config, dataset, Memo(), state)
    return state.get("index test")


def test_figures_after_the_last_edition_count_for_nothing() -> None:
    state = MemoryCache()
    first = entry_of(SOURCES, state)
    assert entry_of(edited("three", "LLL,2020,9,A,open,\n"), state) == first
    assert entry_of(edited("three", "LLL,2018,9,A,open,\n"), state) != first


def test_a_second_process_computes_nothing() -> None:
    config, _problems = load_config(SOURCES)
    assert config
    dataset, _problems = load_dataset(SOURCES, config)
    assert dataset
    state = MemoryCache()
    first, second = (load_indices(SOURCES, config, dataset, Memo(), state) for _ in range(2))
    assert first[0].rank_intervals == second[0].rank_intervals
    assert first[2] == second[2]
    assert texts(first[1]["test"]) == texts(second[1]["test"])
