"""The organisations of the repository: as many members as each had in 2025, and nobody in two roles."""

import pytest

from generator.data.countries import Group
from generator.data.loading.countries import load_countries
from generator.data.loading.groups import load_groups
from generator.sources.entities import Entities
from generator.sources.read import read_sources
from tests.repository import REPOSITORY

MEMBERS = {
    "african-union": 55,
    "arab-league": 22,
    "asean": 11,
    "council-of-europe": 46,
    "eu": 27,
    "g20": 19,
    "gcc": 6,
    "nato": 32,
    "oecd": 38,
}


@pytest.fixture(scope="module")
def groups() -> dict[str, Group]:
    sources, problems = read_sources(REPOSITORY)
    countries, faults = load_countries(sources, Entities())
    assert countries is not None
    held, wrong = load_groups(sources, countries)
    assert (*problems, *faults, *wrong) == ()
    return held


@pytest.mark.parametrize(("name", "count"), MEMBERS.items())
def test_an_organisation_has_its_members(groups: dict[str, Group], name: str, count: int) -> None:
    assert len(groups[name].members) == count


def test_every_group_names_its_source_and_nobody_in_two_roles(groups: dict[str, Group]) -> None:
    for group in groups.values():
        assert group.source
        assert not {code for code, _role in group.others} & set(group.members)


def test_a_membership_is_named_in_short(groups: dict[str, Group]) -> None:
    assert (groups["nato"].short, groups["arab-league"].short) == ("NATO", "Arab League")
