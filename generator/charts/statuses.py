"""What a chart says of figures that are not normal values: estimated, provisional, imputed."""

from collections.abc import Iterable, Iterator

from generator.charts.describe import list_names
from generator.data.dataset import Dataset
from generator.data.memoised import memoised
from generator.data.observations import Observation
from generator.data.statuses import LETTERS
from generator.messages import gettext as _
from generator.messages import ngettext

OF_LINES_ALONE = frozenset(("B", "F"))
"""Breaks and forecasts, which only lines show and say."""
MOST_NAMES = 3
"""The most countries that are named; beyond, figures are counted."""


def status_note(dataset: Dataset, drawn: Iterable[Observation | None]) -> str:
    """Return the statuses of the figures drawn that differ from their series', `Estimated: Chad`."""
    figures = [each for each in drawn if each is not None and each.text]
    return " ".join(_notes(dataset, figures))


@memoised
def tells(dataset: Dataset, indicator: str, country: str) -> bool:
    """Whether a status of a country's series says something of one of its figures."""
    usual = dataset.indicator(indicator).default_status
    return any(_is_telling(status, usual) for status in dataset.statuses(indicator, country))


def _notes(dataset: Dataset, figures: list[Observation]) -> Iterator[str]:
    usual = {name: dataset.indicator(name).default_status for name in {each.indicator for each in figures}}
    telling = [each for each in figures if _is_telling(each.status, usual[each.indicator])]
    for letter, (word, _meaning) in LETTERS.items() if telling else ():
        marked = [each for each in telling if each.status == letter]
        if word and marked:
            yield _("{status}: {what}.").format(status=word[0].upper() + word[1:], what=_what(dataset, marked, figures))


def _is_telling(status: str, usual: str) -> bool:
    """Whether a status says something of its figure: that of a whole series stands with the series."""
    return status != usual and status not in OF_LINES_ALONE


def _what(dataset: Dataset, marked: list[Observation], figures: list[Observation]) -> str:
    countries = tuple(dict.fromkeys(each.country for each in marked))
    if len(countries) <= MOST_NAMES:
        return list_names(dataset, countries)
    text = ngettext("{count} of {number} figure", "{count} of {number} figures", len(figures))
    return text.format(count=len(marked), number=len(figures))
