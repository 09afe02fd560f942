"""The note under a trend."""

from collections.abc import Iterator

from generator.charts.describe import list_names
from generator.charts.request import ChartRequest
from generator.charts.statuses import status_note, tells
from generator.charts.trend.choose import Selection, named_lines
from generator.data.dataset import Dataset
from generator.data.observations import Observation
from generator.messages import gettext as _
from generator.messages import ngettext


def trend_note(dataset: Dataset, request: ChartRequest, selection: Selection, events: str) -> str:
    """Return the note under a trend: which are named, the median, peers out of scale, statuses, marks."""
    indicator, own = request.indicator, request.country
    some_named = len(named_lines(dataset, request, selection.drawn)) < len(selection.drawn)
    names = list_names(dataset, selection.left_out)
    outside = ngettext("{names} is out of scale.", "{names} are out of scale.", len(selection.left_out))
    breaks = list(_breaks(dataset, indicator, selection))
    telling = any(tells(dataset, indicator, code) for code in selection.drawn)
    texts = (
        _("The five largest alone.") if selection.is_largest else "",
        _("Only the five largest are named.") if some_named else "",
        _("Dotted: the median of all countries with a figure.") if selection.median else "",
        _("Dashed: forecasts.") if _foretold(dataset, indicator, selection) else "",
        _("Upright lines: the interval of each figure.") if _has_intervals(dataset, indicator, selection, own) else "",
        outside.format(names=names) if names else "",
        status_note(dataset, _drawn(dataset, indicator, selection)) if telling else "",
        _("The series breaks: {places}.").format(places=", ".join(breaks)) if breaks else "",
        events,
    )
    return " ".join(text for text in texts if text)


def _drawn(dataset: Dataset, indicator: str, selection: Selection) -> Iterator[Observation]:
    years = set(selection.years)
    for code in selection.drawn:
        yield from (each for each in dataset.series(indicator, code).observations if each.year in years)


def _foretold(dataset: Dataset, indicator: str, selection: Selection) -> bool:
    years = set(selection.years)
    return any(dataset.forecasts(indicator, code) & years for code in selection.drawn)


def _has_intervals(dataset: Dataset, indicator: str, selection: Selection, own: str) -> bool:
    """Whether intervals are drawn: those of the chart's own country."""
    years = set(selection.years)
    return any(year in years for year, _low, _high in dataset.intervals(indicator, own)) if own else False


def _breaks(dataset: Dataset, indicator: str, selection: Selection) -> Iterator[str]:
    """Yield each break of a series that is drawn: `Kazakhstan 2009`."""
    years = set(selection.years)
    for code in selection.drawn:
        breaks = (year for year in dataset.breaks(indicator, code) if year in years)
        yield from (f"{dataset.countries[code].name} {year}" for year in breaks)
