"""The peers of a country, each with the reason."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from math import log

from generator.data.dataset import Dataset
from generator.data.memoised import memoised
from generator.messages import gettext as _
from generator.messages import ngettext

POPULATION, INCOME = "population", "gdp_per_head_ppp"


class Reason(StrEnum):
    """The reason why a country is another's peer."""

    NEIGHBOUR = "neighbour"
    INCOME = "income"
    POPULATION = "population"
    CHOSEN = "chosen"

    def text(self, count: int = 1) -> str:
        """The reason for that many peers in words: `neighbours`."""
        return {
            Reason.NEIGHBOUR: ngettext("neighbour", "neighbours", count),
            Reason.INCOME: _("similar income"),
            Reason.POPULATION: _("similar population"),
            Reason.CHOSEN: _("chosen for comparison"),
        }[self]


@memoised
def peers_of(dataset: Dataset, country: str) -> tuple[tuple[str, Reason], ...]:
    """Return codes with reasons: neighbours, some near in income, some in size; or those chosen.

    Each country stands once, with its first reason; ties go by code.
    """
    wanted = dataset.peers
    if chosen := next((each.peers for each in wanted.chosen if each.country == country), ()):
        return tuple((code, Reason.CHOSEN) for code in chosen if code in dataset.profiles)
    found: dict[str, Reason] = {}
    for codes, reason in (
        (_neighbours(dataset, country)[: wanted.neighbours], Reason.NEIGHBOUR),
        (_nearest(dataset, country, INCOME)[: wanted.income], Reason.INCOME),
        (_nearest(dataset, country, POPULATION)[: wanted.population], Reason.POPULATION),
    ):
        for code in codes:
            found.setdefault(code, reason)
    return tuple(found.items())


def _neighbours(dataset: Dataset, country: str) -> list[str]:
    near = [code for code in dataset.countries[country].neighbours if code in dataset.profiles]
    size = _latest(dataset, POPULATION)
    return sorted(near, key=lambda code: (-(size(code) or 0.0), code))


def _nearest(dataset: Dataset, country: str, indicator: str) -> list[str]:
    value = _latest(dataset, indicator)
    own = value(country)
    if not own:
        return []
    return _closest(own, ((code, value(code)) for code in dataset.profiles if code != country))


def _closest(own: float, others: Iterable[tuple[str, float | None]]) -> list[str]:
    distances = sorted((abs(log(other) - log(own)), code) for code, other in others if other)
    return [code for _distance, code in distances]


def _latest(dataset: Dataset, indicator: str) -> Callable[[str], float | None]:
    def value(code: str) -> float | None:
        found = dataset.latest(indicator, code) if indicator in dataset.catalog.indicators else None
        number = found.value if found else None
        return number if number and number > 0 else None

    return value
