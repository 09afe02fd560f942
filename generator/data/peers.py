"""The peers of a country, each with the reason."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from heapq import nsmallest
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
        (_nearest(dataset, country, INCOME, wanted.income), Reason.INCOME),
        (_nearest(dataset, country, POPULATION, wanted.population), Reason.POPULATION),
    ):
        for code in codes:
            found.setdefault(code, reason)
    return tuple(found.items())


def _neighbours(dataset: Dataset, country: str) -> list[str]:
    near = [code for code in dataset.countries[country].neighbours if code in dataset.profiles]
    size = _latest(dataset, POPULATION)
    return sorted(near, key=lambda code: (-(size(code) or 0.0), code))


def _nearest(dataset: Dataset, country: str, indicator: str, count: int) -> list[str]:
    sizes = sizes_of(dataset, indicator)
    own = sizes.get(country) or _size(dataset, indicator, country)
    if own is None:
        return []
    distances = ((abs(size - own), code) for code, size in sizes.items() if code != country)
    return [code for _distance, code in nsmallest(count, distances)]


@memoised
def sizes_of(dataset: Dataset, indicator: str) -> Mapping[str, float]:
    """Return the logarithm of the latest figure of each country with a page that has one."""
    found = ((code, _size(dataset, indicator, code)) for code in dataset.profiles)
    return {code: size for code, size in found if size is not None}


def _size(dataset: Dataset, indicator: str, code: str) -> float | None:
    value = _latest(dataset, indicator)(code)
    return log(value) if value else None


def _latest(dataset: Dataset, indicator: str) -> Callable[[str], float | None]:
    def value(code: str) -> float | None:
        found = dataset.latest(indicator, code) if indicator in dataset.catalog.indicators else None
        number = found.value if found else None
        return number if number and number > 0 else None

    return value
