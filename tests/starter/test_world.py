"""The world's data as a new project finds them."""

from generator.starter.world import entries, members_of, open_world
from tests.starter.world import WORLD


def test_countries_groups_regions_and_indicators_are_found() -> None:
    assert list(WORLD.countries) == ["ALA", "EST", "FIN", "KAZ", "LVA"]
    assert WORLD.groups == {
        "northern-europe": ("EST", "FIN", "LVA"),  # without territories that have no profile
        "central-asia": ("KAZ",),
        "baltic": ("EST", "LVA"),
        "all": ("EST", "FIN", "KAZ", "LVA"),
    }
    assert list(WORLD.indicators) == ["population", "births", "deaths", "ports", "ships", "fish"]


def test_entries_are_texts_by_their_keys() -> None:
    assert entries("# a remark\na-b:\n  c: 1\n\nd:\n  - e\n") == {"a-b": "a-b:\n  c: 1\n", "d": "d:\n  - e\n"}
    assert members_of("x:\n  title: none\n") == ()


def test_a_checkout_is_a_world_itself() -> None:
    assert "KAZ" in open_world().countries
