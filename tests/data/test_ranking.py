"""Ties, and rows out of order."""

from generator.config import load_config
from generator.data.catalog import Direction
from generator.data.loading.dataset import load_dataset
from generator.data.observations import Observation
from generator.data.ranking import rank_observations
from generator.sources.files import Source, Sources
from tests.repository import REPOSITORY

PROJECT = REPOSITORY / "tests" / "data" / "loading" / "sound_project"
PEOPLE = "data/observations/people.csv"
YEAR = 2019


def observations(numbers: list[int]) -> list[Observation]:
    return [
        Observation(indicator="people", country=f"A{chr(65 + at)}A", year=YEAR, text=str(n), status="A", origin="x")
        for at, n in enumerate(numbers)
    ]


def test_values_that_differ_after_twelve_digits_tie() -> None:
    rows = observations([1, 1])
    near = Observation(indicator="people", country="ZZZ", year=YEAR, text="1.0000000000001", status="A", origin="x")
    assert [row.rank for row in rank_observations([*rows, near], Direction.HIGHER)] == [1, 1, 1]


def test_a_row_out_of_order_is_kept() -> None:
    rows = "country,year,value,status,origin,note\nUZB,2019,2,A,example_2024,\nKAZ,2019,1,A,example_2024,\n"
    files = {p.relative_to(PROJECT).as_posix(): p.read_bytes() for p in PROJECT.rglob("*") if p.is_file()} | {
        PEOPLE: rows.encode()
    }
    sources = Sources(files={path: Source(path=path, data=data) for path, data in files.items()})
    config, _ = load_config(sources)
    assert config is not None
    dataset, problems = load_dataset(sources, config)
    assert dataset is not None
    assert [p.rule.value for p in problems] == ["observation-order"]
    assert [dataset.latest("people", code) is not None for code in ("KAZ", "UZB")] == [True, True]
