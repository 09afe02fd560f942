"""The quick reading of a sound file finds just what the exact reading finds.

Preferred rows are one per year.
"""

from generator.config import load_config
from generator.data.dataset import Dataset
from generator.data.loading.dataset import load_dataset
from generator.sources.files import Source, Sources
from tests.repository import REPOSITORY

PROJECT = REPOSITORY / "tests" / "data" / "loading" / "sound_project"
PEOPLE = "data/observations/people.csv"
HEAD = "country,year,value,status,origin,note\n"


def loaded(rows: str) -> tuple[Dataset, list[str]]:
    files = {p.relative_to(PROJECT).as_posix(): p.read_bytes() for p in PROJECT.rglob("*") if p.is_file()}
    files[PEOPLE] = (HEAD + rows).encode()
    sources = Sources(files={path: Source(path=path, data=data) for path, data in files.items()})
    config, _ = load_config(sources)
    assert config is not None
    dataset, problems = load_dataset(sources, config)
    assert dataset is not None
    return dataset, [problem.rule.value for problem in problems]


SOUND = "KAZ,2017,1,A,example_2024,\nKAZ,2018,,O,example_2024,lost\nKAZ,2019,2,B,example_2024,\nKAZ,2020,9,F,example_2024,\n"


def test_points_hold_what_has_a_value_and_latest_is_no_forecast() -> None:
    dataset, problems = loaded(SOUND)
    latest = dataset.latest("people", "KAZ")
    assert problems == []
    assert dataset.points("people", "KAZ") == ((2017, 1.0), (2019, 2.0), (2020, 9.0))
    assert (latest and latest.year, dataset.breaks("people", "KAZ")) == (2019, (2019,))
    assert dataset.coverage("people") == {2017: 1, 2019: 1}
    rows = dataset.preferred("people")
    assert rows is not None
    assert rows.curve("KAZ") == (((2017, 1.0), (2019, 2.0)), ((2020, 9.0),))
    assert (rows.curve("UZB"), list(rows.figures("UZB"))) == (((), ()), [])
    assert list(rows.figures("KAZ")) == [(2017, 1.0), (2019, 2.0)]
    assert [rows.figures_of(("UZB", "KAZ"), year) for year in (2017, 2018, 2020)] == [[1.0], [], []]
    assert [o.note for o in dataset.series("people", "KAZ").observations] == ["", "lost", "", ""]


def test_an_indicator_without_a_row_of_a_country_has_no_answers() -> None:
    dataset, _ = loaded(SOUND)
    assert dataset.points("people", "UZB") == ()
    assert dataset.origins("people", "UZB") == frozenset()
    assert dataset.origins_among("people", ("UZB", "KAZ")) == {"example_2024"}
    assert dataset.observation("people", "KAZ", 2016) is None


def test_a_broken_row_takes_nothing_else_with_it() -> None:
    whole, _ = loaded(SOUND)
    broken, problems = loaded(SOUND + "KAZ,2021,many,A,example_2024,\n")
    assert problems == ["value-invalid"]
    assert broken.series("people", "KAZ") == whole.series("people", "KAZ")
