"""What a site has pages of: words, address, codes."""

import pytest
from pydantic import ValidationError

from generator.messages import OF_COUNTRIES
from generator.sources.entities import COUNTRIES, EntityKind


def test_a_site_has_countries_where_it_does_not_say_so() -> None:
    assert COUNTRIES.wording == OF_COUNTRIES
    assert COUNTRIES.of_states
    assert COUNTRIES.is_code("KAZ")
    assert not COUNTRIES.is_code("KZ-ALA")


def test_regions_are_grouped_by_areas_of_a_whole() -> None:
    words = EntityKind(one="region", many="regions", path="regions", codes="ISO 3166-2").wording
    assert (words.article, words.area, words.areas, words.whole) == ("a", "area", "areas", "all regions")


def test_words_can_be_given() -> None:
    kind = EntityKind(
        one="hour", many="hours", article="an", whole="the day", area="half", areas="halves", path="hours"
    )
    words = kind.wording
    assert (words.article, words.area, words.areas, words.whole) == ("an", "half", "halves", "the day")


@pytest.mark.parametrize(
    ("codes", "code", "fits"),
    [
        ("ISO 3166-2", "KZ-ALA", True),
        ("ISO 3166-2", "KZ-ALMATY", False),
        ("ISO 3166-2", "KAZ", False),
        ("NUTS", "DE21", True),
        ("NUTS", "DE-21", False),
        ("FIPS", "01001", True),
        ("our list", "NORTH-WEST-1", True),
        ("our list", "NORTH-WEST-12", False),
        ("our list", "-NORTH", False),
        ("our list", "north", False),
    ],
)
def test_a_list_of_codes_decides_their_form(codes: str, code: str, *, fits: bool) -> None:
    assert EntityKind(one="region", many="regions", codes=codes).is_code(code) is fits


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"path": "indicators"}, "'/indicators/' is the address of other pages"),
        ({"one": "region"}, "'one' and 'many' belong together"),
        ({"area": "north"}, "'area' and 'areas' belong together"),
    ],
)
def test_what_does_not_go_together_is_refused(given: dict[str, str], message: str) -> None:
    with pytest.raises(ValidationError) as error:
        EntityKind(**given)  # type: ignore[arg-type]  # wrong on purpose
    assert message in str(error.value)
