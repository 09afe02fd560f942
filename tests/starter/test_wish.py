"""What a new project is asked to have."""

import re

import pytest

from generator.starter.wish import WishError, read_wish
from tests.starter.world import WORLD


def test_codes_are_read_in_any_case_with_commas_or_spaces() -> None:
    wish = read_wish(WORLD, countries="lva, EST", indicators="ships population")
    assert (wish.countries, wish.indicators, wish.title) == (
        ("EST", "LVA"),
        ("population", "ships"),
        "Latvia and Estonia",
    )
    assert read_wish(WORLD, countries="EST").title == "Estonia"
    assert read_wish(WORLD, countries="EST LVA FIN KAZ").title == "Our country profiles"


def test_a_group_or_region_gives_countries_and_title() -> None:
    assert read_wish(WORLD, group="baltic").countries == ("EST", "LVA")
    assert read_wish(WORLD, group="baltic").title == "Baltic states"
    assert read_wish(WORLD, group="northern-europe").title == "Northern Europe"
    assert read_wish(WORLD, group="baltic", title=" Ours ").title == "Ours"


def test_indicators_are_the_usual_the_named_or_all() -> None:
    assert read_wish(WORLD, countries="EST").indicators == ("population", "births", "deaths")
    assert read_wish(WORLD, countries="EST", indicators="all").indicators == tuple(WORLD.indicators)


@pytest.mark.parametrize(
    ("asked", "option", "said"),
    [
        ({"countries": "EE"}, "--countries", "Did you mean 'EST'?"),
        ({"countries": "latvia"}, "--countries", "Did you mean 'LVA'?"),
        ({"countries": "QQQ"}, "--countries", "Codes are those of ISO 3166"),
        ({"group": "baltics"}, "--group", "Did you mean 'baltic'?"),
        ({"group": "q"}, "--group", "Groups are all, baltic, central-asia, northern-europe."),
        ({"group": "baltic", "countries": "EST"}, "--group", "either countries or a group"),
        ({"countries": "EST", "indicators": "shps"}, "--indicators", "Did you mean 'ships'?"),
        ({"countries": "EST", "indicators": "q"}, "--indicators", "Indicators are population, births"),
    ],
)
def test_what_cannot_be_had_says_what_can(asked: dict[str, str], option: str, said: str) -> None:
    with pytest.raises(WishError, match=re.escape(said)) as caught:
        read_wish(WORLD, **asked)
    assert caught.value.option == option
