"""The scorecard where the record is rich, derived, or a counted nil."""

import pytest

from generator.data.dataset import Dataset
from generator.pages.blocks.scorecard import plan_scorecard
from generator.pages.blocks.tables import plan_indicator_table
from generator.pages.blocks.values import unlisted
from generator.pages.records.scorecard import ScoreRow
from tests.world.data import world_data

pytestmark = pytest.mark.slow

NO_PARTY = "Not a state party to the World Heritage Convention in 2019"


def row(dataset: Dataset, country: str, name: str) -> ScoreRow:
    table = plan_scorecard(dataset, dataset.scorecards["cultural_attractiveness"], country)
    assert sum(len(group.titles) for group in table.groups) == 13
    return next(each for each in table.rows if each.id == name)


def state(dataset: Dataset, country: str, title: str) -> str:
    table = plan_scorecard(dataset, dataset.scorecards["cultural_attractiveness"], country)
    return next(group.state for group in table.groups if title in group.titles)


def test_spending_is_derived_with_its_working() -> None:
    (entry,) = row(world_data(), "KAZ", "spending-per-tourist").entries
    year = int(entry.period)
    receipts, arrivals = (world_data().observation(i, "KAZ", year) for i in ("tourism_receipts", "visitor_arrivals"))
    assert receipts is not None
    assert arrivals is not None
    assert entry.verdict == "Derived here"
    assert int(entry.value.strip("$").replace(",", "")) == round(int(receipts.text) / int(arrivals.text))


def test_both_seasons_of_medals_are_shown() -> None:
    entries = row(world_data(), "KAZ", "olympic-medals").entries
    assert [entry.period for entry in entries[-2:]] == ["2020", "2018"]


def test_a_list_that_names_nothing_is_a_counted_nil() -> None:
    assert row(world_data(), "TUV", "olympic-medals").state == "none"
    assert row(world_data(), "KEN", "olympic-medals").state == "value"


def test_scorecard_and_table_say_the_same_of_a_country_without_a_medal() -> None:
    games = {f"olympic_medals_{season}" for season in ("summer", "winter")}
    for country in world_data().profiles:
        rows = [r for group in plan_indicator_table(world_data(), country) for r in group.rows if r.id in games]
        assert {"none": {"–"}, "not-covered": {"n/a"}}.get(
            row(world_data(), country, "olympic-medals").state, set()
        ) in (
            {r.value for r in rows},
            set(),
        )
        assert all(r.known and r.source and not r.year for r in rows if r.value == "–")


def test_a_list_nobody_counts_from_makes_no_nil() -> None:
    assert unlisted(world_data(), "olympic_medals_winter", "TUV")
    assert not unlisted(world_data(), "olympic_medals_winter", "VAT")
    assert not unlisted(world_data(), "olympic_medals_winter", "KAZ")
    assert not unlisted(world_data(), "feature_films", "TUV")


def test_a_state_party_without_an_entry_has_an_explicit_nil() -> None:
    nil = row(world_data(), "BTN", "world-heritage")
    (entry,) = nil.entries
    assert (nil.state, entry.value, entry.period, entry.check) == ("none", "None", "2019", "")


@pytest.mark.parametrize(
    ("country", "name", "why"),
    [
        ("VAT", "olympic-medals", "Has no National Olympic Committee and sends no team."),
        ("TUV", "world-heritage", f"{NO_PARTY}."),
        (
            "XKX",
            "world-heritage",
            f"{NO_PARTY}; Medieval Monuments in Kosovo is on UNESCO’s list under Serbia.",
        ),
    ],
)
def test_who_stands_outside_a_list_has_no_nil_but_the_reason(country: str, name: str, why: str) -> None:
    outside = row(world_data(), country, name)
    assert (outside.state, outside.entries, outside.note) == ("not-covered", (), why)


@pytest.mark.parametrize(("country", "medals"), [("XKX", "2"), ("TWN", "12"), ("PSE", "None")])
def test_teams_that_do_take_part_are_covered(country: str, medals: str) -> None:
    assert row(world_data(), country, "olympic-medals").entries[0].value == medals


def test_four_kinds_of_gap_are_told_apart() -> None:
    assert state(world_data(), "FRA", "Size of the music market") == "no-source"
    assert state(world_data(), "FRA", "FIFA ranking, men") == "withheld"
    assert state(world_data(), "TUV", "Restaurants with a Michelin star") == "not-covered"
    assert state(world_data(), "VAT", "Tourist arrivals") == "no-data"
    assert state(world_data(), "KAZ", "Foreign correspondents") == "not-stated"


def test_the_guide_covers_serbia_and_found_no_star() -> None:
    (entry,) = row(world_data(), "SRB", "michelin").entries
    assert (entry.value, entry.period) == ("None", "2022")


def test_rows_without_an_open_source_for_anybody_are_named_where_statements_stand_in_their_place() -> None:
    table = plan_scorecard(world_data(), world_data().scorecards["cultural_attractiveness"], "KAZ")
    assert table.summary == (
        "Open figures for 4 of 13 indicators. No open source for any country: Films at major festivals; Foreign "
        "correspondents; Museums among the hundred most visited; Size of the music market; Top ten albums abroad; "
        "Quality of the national airline. Withheld by its licence: FIFA ranking, men; Power Language Index."
    )


def test_the_summary_counts_rows_that_the_record_answers() -> None:
    table = plan_scorecard(world_data(), world_data().scorecards["cultural_attractiveness"], "FRA")
    assert table.summary == "Open figures for 5 of 13 indicators."
