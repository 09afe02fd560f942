"""Entries and settings that are read are noted by name, by whoever is being made then."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from generator.data import facts
from generator.data.catalog import Catalog, Direction, Indicator, Kind, Topic, Unit, UnitKind
from generator.data.facts import Entries, facts_of_catalog, read_by_entry, read_by_field


def entry(name: str) -> Indicator:
    return Indicator(
        id=name,
        title=name,
        short_title=name,
        description="",
        topic="people",
        unit=Unit(kind=UnitKind.COUNT, symbol="people"),
        decimals=0,
        direction=Direction.NEUTRAL,
        kind=Kind.OFFICIAL,
        origins=(),
        producer_code="",
        default_status="A",
    )


CATALOG = Catalog(
    topics={"people": Topic(id="people", title="People", description="All.")},
    origins={},
    indicators={name: entry(name) for name in ("area", "population")},
    withheld={},
)


@dataclass(frozen=True)
class Settings:
    title: str
    story: str = ""

    @property
    def both(self) -> str:
        return self.title + self.story


def read(ask: Callable[[], object]) -> set[str]:
    facts.begin()
    ask()
    return set(facts.end())


def test_fields_are_noted_one_by_one_and_all_for_anything_else() -> None:
    settings = read_by_field("settings", Settings("a"), ("title", "story"))
    assert read(lambda: settings.title) == {"settings/title"}
    assert read(lambda: settings.both) == {"settings/title", "settings/story"}
    assert settings == read_by_field("other", Settings("a"), ())
    assert len({settings, read_by_field("other", Settings("a"), ())}) == 1


def test_entries_are_noted_also_where_there_is_none() -> None:
    entries = Entries("x", {"a": 1, "b": 2})
    assert read(lambda: entries["a"]) == {"x/a"}
    assert read(lambda: entries.get("c")) == {"x/c"}
    assert read(lambda: "c" in entries) == {"x/c"}
    assert read(lambda: len(entries)) == read(lambda: list(entries)) == {"x/"}
    assert read(lambda: list(entries.values())) == {"x/", "x/a", "x/b"}


@pytest.mark.parametrize(
    ("ask", "names"),
    [
        (lambda c: c.indicators["area"].id, {"catalog/indicators/"}),
        (lambda c: c.indicators["area"].topic, {"catalog/indicators/"}),
        (lambda c: c.indicators["area"].decimals, {"catalog/indicators/", "catalog/indicators/area"}),
        (lambda c: c.indicators["area"].title, {"catalog/indicators/", "catalog/indicators/area/title"}),
        (lambda c: c.topics["people"].title, {"catalog/topics/people", "catalog/topics/people/title"}),
    ],
)
def test_of_an_entry_of_the_catalog_its_texts_are_noted_by_themselves(
    ask: Callable[[Catalog], object], names: set[str]
) -> None:
    assert read(lambda: ask(read_by_entry(CATALOG))) == names
    assert names <= set(dict(facts_of_catalog(CATALOG)))


def test_a_catalog_that_notes_is_equal_to_itself_and_says_the_same() -> None:
    one, other = read_by_entry(CATALOG), read_by_entry(CATALOG)
    assert one.indicators["area"] == other.indicators["area"]
    assert [each.title for each in one.indicators.values()] == [each.title for each in CATALOG.indicators.values()]


@pytest.mark.parametrize(
    ("edit", "changed"),
    [
        ({"title": "Another"}, {"catalog/indicators/area/title"}),
        ({"decimals": 3}, {"catalog/indicators/area"}),
        ({"topic": "other"}, {"catalog/indicators/", "catalog/indicators/area"}),
        ({"known": ("x",)}, {"catalog/indicators/area/known"}),
    ],
)
def test_another_entry_has_other_facts(edit: dict[str, object], changed: set[str]) -> None:
    area = replace(CATALOG.indicators["area"], **edit)  # type: ignore[arg-type]  # of any field
    after = dict(facts_of_catalog(replace(CATALOG, indicators={**CATALOG.indicators, "area": area})))
    before = dict(facts_of_catalog(CATALOG))
    assert {name for name in before if before[name] != after[name]} == changed


def test_what_one_has_read_is_not_the_others() -> None:
    entries = Entries("x", {"a": 1, "b": 2})

    def outer() -> set[str]:
        entries["a"]
        return read(lambda: entries["b"])

    assert read(outer) == {"x/a"}
