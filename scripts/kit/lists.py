"""Lists behind the counts: World Heritage entries and medals of each Games, one row each."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from generator.data.loading.lists import GAMES, HERITAGE
from scripts.kit.files import read_rows
from scripts.kit.world_heritage_letters import mend_letters

PLACES = {
    "cortina-d-ampezzo": "Cortina d’Ampezzo",
    "garmisch-partenkirchen": "Garmisch-Partenkirchen",
    "st-louis": "St. Louis",
    "st-moritz": "St. Moritz",
}
"""Host cities whose names are more than their words with capitals."""


def list_order(row: Iterable[str]) -> tuple[str, ...]:
    """Return what sorts the rows of a list: numbers by size, all else by its letters."""
    return tuple(cell.zfill(6) if cell.isdigit() else cell for cell in row)


def _listed_places(source: Path) -> Iterator[tuple[str, ...]]:
    rows = read_rows(source / "culture/world_heritage_sites.csv")
    for site in rows:
        name = mend_letters(" ".join(site["name"].split()))
        number, kind, shared = site["id_no"], site["category"].lower(), site["transboundary"]
        yield site["iso3"], site["year_inscribed"], number, name, kind, shared, "unesco_list"


def _listed_medals(source: Path) -> Iterator[tuple[str, ...]]:
    """Yield the medals of every team; a team that is no present country has no code."""
    for row in read_rows(source / "culture/olympic_medals_by_games.csv"):
        city = row["games"].rpartition("-")[0]
        place = PLACES.get(city, city.replace("-", " ").title())
        medals = (row["gold"], row["silver"], row["bronze"])
        yield row["iso3"], row["team"], row["year"], row["season"], place, *medals, "olympic_lists"


LISTS: dict[str, Callable[[Path], Iterator[tuple[str, ...]]]] = {HERITAGE: _listed_places, GAMES: _listed_medals}
