"""What an origin takes from its receipt, and what it says where there is none."""

from datetime import date
from pathlib import Path

import pytest

from generator.data.loading.catalog import load_catalog
from generator.data.loading.receipts import facts_of
from generator.sources.files import Source, Sources

PATH = "data/imports/receipts/example_2024.json"
RECEIPT = """{"vintage": "2026-02-24", "requests": [
  {"url": "https://api.example.org/v2/people?format=json", "date": "2026-03-01"},
  {"url": "https://api.example.org/v2/people?page=2", "date": "2026-03-02"}]}"""
SOUND = Path(__file__).parent / "sound_project"
ORIGINS = "data/catalog/origins.yaml"


def sources(**receipts: str) -> Sources:
    files = {p.relative_to(SOUND).as_posix(): p.read_bytes() for p in SOUND.rglob("*") if p.is_file()}
    text = files[ORIGINS].decode()
    assert text.startswith("example_2024:\n")
    lines = [
        line for line in text.splitlines() if not line.strip().startswith(("vintage:", "retrieved_from:", "year:"))
    ]
    files[ORIGINS] = "\n".join([lines[0], "  receipt: true", *lines[1:], ""]).encode()
    files |= {f"data/imports/receipts/{name}.json": said.encode() for name, said in receipts.items()}
    return Sources(files={path: Source(path=path, data=data) for path, data in files.items()})


def test_vintage_year_address_and_day_come_from_the_receipt() -> None:
    catalog, problems = load_catalog(sources(example_2024=RECEIPT))
    assert problems == ()
    assert catalog
    origin = catalog.origins["example_2024"]
    assert (origin.vintage, origin.year, origin.date_accessed) == ("2026-02-24", 2026, date(2026, 3, 2))
    assert origin.retrieved_from == "api.example.org/v2/people"


def test_without_a_receipt_it_is_missing() -> None:
    _catalog, problems = load_catalog(sources())
    assert [p.message for p in problems] == [
        "The receipt does not say 'vintage'.",
        "The receipt does not say 'retrieved_from'.",
    ]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"requests": 1}', '{"requests": [{"date": "soon"}]}'])
def test_a_damaged_receipt_says_nothing(text: str) -> None:
    assert facts_of(Sources(files={PATH: Source(path=PATH, data=text.encode())}), "example_2024") == {}


def test_a_receipt_of_a_file_has_its_path_and_no_day() -> None:
    text = '{"requests": [{"url": "data/raw/films.csv"}]}'
    found = facts_of(Sources(files={PATH: Source(path=PATH, data=text.encode())}), "example_2024")
    assert found == {"retrieved_from": "data/raw/films.csv"}
