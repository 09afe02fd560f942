"""What we count ourselves from the kit's lists, and who can have no entry in one."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from scripts.kit.countries import profiled
from scripts.kit.files import read_rows

Count = tuple[str, str, str]
"""A country, a year and its value; an empty value tells that nobody looked, or that there can be none."""

NO_PARTY = "not a state party to the World Heritage Convention in 2019"
NO_TEAM = "has no National Olympic Committee and sends no team"
SHARED = "Medieval Monuments in Kosovo is on UNESCO’s list under Serbia"

OUTSIDE: Mapping[str, Mapping[str, str]] = {
    "world_heritage_sites": {
        **dict.fromkeys(("LIE", "NRU", "SOM", "TUV", "TWN"), NO_PARTY),
        "XKX": f"{NO_PARTY}; {SHARED}",
    },
    "olympic_medals_summer": {"VAT": NO_TEAM},
    "olympic_medals_winter": {"VAT": NO_TEAM},
}
"""Who can have no entry in a list, and why: an empty value of theirs means not applicable, not a nil."""


def _heritage(source: Path) -> Iterator[Count]:
    """Yield the count of entries on the list of 2019.

    A state party without any has a nil, who is none has no value.
    """
    counts: dict[str, int] = dict.fromkeys(profiled(source), 0)
    for site in read_rows(source / "culture/world_heritage_sites.csv"):
        counts[site["iso3"]] = counts.get(site["iso3"], 0) + 1
    outside = OUTSIDE["world_heritage_sites"]
    for country, count in counts.items():
        yield country, "2019", "" if country in outside and not count else str(count)


def _restaurants(source: Path) -> Iterator[Count]:
    """Yield the starred restaurants of the guide's countries.

    An empty value for the others: nobody looked there.
    """
    rows = read_rows(source / "culture/michelin_by_country.csv")
    held = {row["iso3"]: row["value"] for row in rows if row["indicator"] == "michelin_starred_restaurants"}
    for country in sorted({*held, *profiled(source)}):
        yield country, "2022", held.get(country, "")


def _medals(season: str) -> Callable[[Path], Iterator[Count]]:
    def read(source: Path) -> Iterator[Count]:
        totals: dict[tuple[str, str], int] = defaultdict(int)
        for row in read_rows(source / "culture/olympic_medals_by_games.csv"):
            if row["iso3"] and row["season"] == season:
                totals[row["iso3"], row["year"]] += int(row["total"])
        yield from ((country, year, str(total)) for (country, year), total in totals.items())
        last = max((year for _, year in totals), default="")
        yield from ((country, last, "") for country in OUTSIDE[f"olympic_medals_{season}"] if last)

    return read


CULTURE: dict[str, Callable[[Path], Iterator[Count]]] = {
    "world_heritage_sites": _heritage,
    "michelin_restaurants": _restaurants,
    "olympic_medals_summer": _medals("summer"),
    "olympic_medals_winter": _medals("winter"),
}
