"""Lists of facts behind a count: ``data/lists/*.csv``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from itertools import chain


class CountedList(StrEnum):
    """The lists an indicator can be counted from."""

    WORLD_HERITAGE = "world_heritage"
    SUMMER_GAMES = "summer_games"
    WINTER_GAMES = "winter_games"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeritageEntry:
    """A World Heritage entry of one country; a shared place has one for each country."""

    country: str
    year: int
    """The year of its inscription."""
    number: int
    """UNESCO's reference number, the same for every country that shares the place."""
    name: str
    category: str
    """cultural, natural or mixed."""
    shared: bool
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GamesMedals:
    """The medals of one team at one Olympic Games."""

    country: str
    """alpha-3 code, or empty for a team that is no present country."""
    team: str
    year: int
    season: str
    """summer or winter."""
    place: str
    gold: int
    silver: int
    bronze: int
    origin: str

    @property
    def total(self) -> int:
        """All medals of the team at these Games."""
        return self.gold + self.silver + self.bronze


@dataclass(frozen=True, kw_only=True)
class Lists:
    """Every list by country in file order; teams of no present country have an empty code."""

    heritage: Mapping[str, tuple[HeritageEntry, ...]] = field(default_factory=dict)
    games: Mapping[str, tuple[GamesMedals, ...]] = field(default_factory=dict)

    def medals(self, listed: CountedList, country: str) -> tuple[GamesMedals, ...]:
        """The medals of a country at the Games of one season, in the order of their file."""
        season = listed.value.partition("_")[0]
        return tuple(games for games in self.games.get(country, ()) if games.season == season)

    @cached_property
    def holders(self) -> Mapping[int, tuple[str, ...]]:
        """The countries of each place, by the number it has on the list; worked out once for all pages."""
        found: dict[int, list[str]] = {}
        for entry in chain.from_iterable(self.heritage.values()):
            found.setdefault(entry.number, []).append(entry.country)
        return {number: tuple(countries) for number, countries in found.items()}

    def count(self, listed: CountedList, country: str, year: int) -> int:
        """The count of a country on a list: places inscribed up to a year, or medals won in it."""
        if listed is CountedList.WORLD_HERITAGE:
            return sum(entry.year <= year for entry in self.heritage.get(country, ()))
        return sum(games.total for games in self.medals(listed, country) if games.year == year)
