"""Counts from lists."""

from generator.data.lists import CountedList, HeritageEntry, Lists


def test_a_count_takes_only_what_was_inscribed_by_then() -> None:
    entries = tuple(
        HeritageEntry(
            country="KAZ", year=year, number=year, name="A", category="cultural", shared=False, origin="example"
        )
        for year in (2003, 2008, 2021)
    )
    lists = Lists(heritage={"KAZ": entries})
    assert [lists.count(CountedList.WORLD_HERITAGE, "KAZ", year) for year in (2002, 2008, 2022)] == [0, 2, 3]
    assert lists.count(CountedList.WORLD_HERITAGE, "UZB", 2022) == 0
