"""The scorecard where the record is rich, derived, or a counted nil."""

from generator.data.dataset import Dataset
from generator.pages.score import ScoreRow
from generator.pages.scorecards import plan_scorecard
from tests.data.test_data_lists import real


def row(dataset: Dataset, country: str, name: str) -> ScoreRow:
    table = plan_scorecard(dataset, dataset.scorecards["cultural_attractiveness"], country)
    assert sum(len(group.titles) for group in table.groups) == 13
    return next(each for each in table.rows if each.id == name)


def state(dataset: Dataset, country: str, title: str) -> str:
    table = plan_scorecard(dataset, dataset.scorecards["cultural_attractiveness"], country)
    return next(group.state for group in table.groups if title in group.titles)


def test_spending_is_derived_with_its_working() -> None:
    (entry,) = row(real(), "KAZ", "spending-per-tourist").entries
    year = int(entry.period)
    receipts, arrivals = (real().observation(i, "KAZ", year) for i in ("tourism_receipts", "visitor_arrivals"))
    assert receipts is not None
    assert arrivals is not None
    assert entry.verdict == "Derived here"
    assert int(entry.value.strip("$").replace(",", "")) == round(int(receipts.text) / int(arrivals.text))


def test_both_seasons_of_medals_are_shown() -> None:
    entries = row(real(), "KAZ", "olympic-medals").entries
    assert [entry.period for entry in entries[-2:]] == ["2020", "2018"]


def test_a_list_that_names_nothing_is_a_counted_nil() -> None:
    assert [row(real(), "TUV", name).state for name in ("world-heritage", "olympic-medals")] == ["none", "none"]
    assert row(real(), "KEN", "olympic-medals").state == "value"


def test_four_kinds_of_gap_are_told_apart() -> None:
    assert state(real(), "FRA", "Size of the music market") == "no-source"
    assert state(real(), "FRA", "FIFA ranking, men") == "withheld"
    assert state(real(), "TUV", "Restaurants with a Michelin star") == "not-covered"
    assert state(real(), "VAT", "Tourist arrivals") == "no-data"
    assert state(real(), "KAZ", "Foreign correspondents") == "not-stated"


def test_the_guide_covers_serbia_and_found_no_star() -> None:
    (entry,) = row(real(), "SRB", "michelin").entries
    assert (entry.value, entry.period) == ("None", "2022")


def test_the_summary_counts_rows_that_the_record_answers() -> None:
    table = plan_scorecard(real(), real().scorecards["cultural_attractiveness"], "FRA")
    assert table.summary == "Open figures for 5 of 13 indicators."
