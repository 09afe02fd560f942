"""Rankings and changes made of literals."""

from decimal import Decimal

from generator.claims.ranks import Place, place_of
from generator.claims.trends import Change
from generator.data.catalog import Direction, UnitKind
from generator.data.observations import Observation
from generator.data.ranking import Ranking, rank_observations


def ranking(values: list[str], direction: Direction = Direction.NEUTRAL) -> Ranking:
    found = [
        Observation(indicator="i", country=f"A{n:02}", year=2024, text=value, status="A", origin="o")
        for n, value in enumerate(values)
    ]
    return Ranking(indicator="i", year=2024, group="", rows=rank_observations(found, direction))


def place(board: Ranking, country: str) -> Place:
    found = place_of(board, country)
    assert found
    return found


def change(first: str, last: str, kind: str = "count", decimals: int = 1) -> Change:
    return Change(first=Decimal(first), last=Decimal(last), decimals=decimals, unit_kind=UnitKind(kind))


def moved(first: str, last: str, kind: str, symbol: str = "") -> Change:
    return Change(first=Decimal(first), last=Decimal(last), decimals=1, unit_kind=UnitKind(kind), symbol=symbol)
