"""The lists behind counts: what stands in them, what they count, and how a profile shows them."""

import pytest

from generator.pages.blocks.listings import plan_listings, plan_whole_list
from generator.pages.blocks.tables import plan_indicator_table
from tests.world.data import world_data

pytestmark = pytest.mark.slow

INDICATORS = ("world_heritage_sites", "olympic_medals_summer", "olympic_medals_winter")


def test_kazakhstans_five_places() -> None:
    places, *_ = plan_listings(world_data(), INDICATORS, "KAZ")
    assert places.summary == "5 entries: 3 cultural, 2 natural; 2 shared between countries."
    assert [row[0] for row in places.rows] == [
        "Mausoleum of Khoja Ahmed Yasawi",
        "Petroglyphs within the Archaeological Landscape of Tamgaly",
        "Saryarka – Steppe and Lakes of Northern Kazakhstan",
        "Silk Roads: the Routes Network of Chang'an-Tianshan Corridor",
        "Western Tien-Shan",
    ]
    assert places.rows[4][1:] == ("natural", "Kyrgyzstan and Uzbekistan", "2016")


def test_kazakhstans_medals_by_games() -> None:
    _, summer, winter = plan_listings(world_data(), INDICATORS, "KAZ")
    assert summer.summary == "72 medals at 7 Games, 1996 to 2020: 15 gold, 22 silver, 35 bronze."
    assert summer.rows[0] == ("Tokyo 2020", "0", "0", "8", "8")
    assert ("Pyeongchang 2018", "0", "0", "1", "1") in winter.rows


def test_a_metal_nobody_won_is_not_named() -> None:
    (summer,) = plan_listings(world_data(), ("olympic_medals_summer",), "XKX")
    assert summer.summary == "3 medals at 2 Games, 2016 to 2020: 3 gold."


def test_a_place_listed_under_another_country_is_noted() -> None:
    places, *_ = plan_listings(world_data(), INDICATORS, "SRB")
    assert places.note.endswith("in it. Medieval Monuments in Kosovo is on UNESCO’s list under Serbia.")


def test_no_place_has_lost_a_letter() -> None:
    names = {entry.name for entries in world_data().lists.heritage.values() for entry in entries}
    assert not [name for name in names if "?" in name or "�" in name]
    assert {"Białowieża Forest", "Stećci Medieval Tombstone Graveyards", "Papahānaumokuākea"} <= names


def test_what_cannot_be_is_marked_apart_from_what_is_missing() -> None:
    shown = {
        (code, row.id): row.value
        for code in ("XKX", "VAT", "BTN")
        for group in plan_indicator_table(world_data(), code)
        for row in group.rows
    }
    assert [shown[code, "world_heritage_sites"] for code in ("XKX", "BTN")] == ["n/a", "–"]
    assert [shown[code, "olympic_medals_winter"] for code in ("VAT", "BTN")] == ["n/a", "–"]


def test_a_shared_place_has_all_its_holders() -> None:
    assert world_data().lists.holders[1442] == ("CHN", "KAZ", "KGZ")
    assert world_data().lists.holders[724] == ("SRB",)


def test_a_country_without_entries_or_medals_has_no_lists() -> None:
    assert plan_listings(world_data(), ("olympic_medals_summer",), "TUV") == ()


def test_a_country_outside_a_list_is_told_why() -> None:
    told = [
        listing.summary for code in ("TUV", "XKX", "VAT") for listing in plan_listings(world_data(), INDICATORS, code)
    ]
    convention = "Not a state party to the World Heritage Convention in 2019"
    assert f"{convention}." in told
    assert f"{convention}; Medieval Monuments in Kosovo is on UNESCO’s list under Serbia." in told
    assert told.count("Has no National Olympic Committee and sends no team.") == 2


def test_every_place_stands_once_on_the_indicators_page() -> None:
    (whole,) = plan_whole_list(world_data(), "world_heritage_sites")
    assert whole.summary.startswith("1,120 entries: 868 cultural, 213 natural, 39 mixed;")
    assert len({row[0] for row in whole.rows}) > 1000
    assert len(whole.rows) == 1120


def test_teams_of_no_present_country_are_named_and_counted_for_none() -> None:
    (teams,) = plan_whole_list(world_data(), "olympic_medals_summer")
    assert ("Unified Team", "Barcelona 1992", "45", "38", "29", "112") in teams.rows
    assert world_data().observation("olympic_medals_summer", "RUS", 1992) is None
    assert plan_whole_list(world_data(), "population") == ()
