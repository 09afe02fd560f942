"""The note under a trend."""

from collections.abc import Mapping, Sequence

from generator.charts.describe import list_names
from generator.charts.request import ChartRequest
from generator.data.dataset import Dataset
from generator.data.observations import Points
from generator.messages import gettext as _
from generator.messages import ngettext


def trend_note(
    dataset: Dataset,
    request: ChartRequest,
    shown: Mapping[str, Points],
    left_out: Sequence[str],
    *,
    median: bool,
    alone: bool,
    events: str,
) -> str:
    """Return the note under a trend: dotted lines, peers out of scale, breaks in series, marks."""
    years = {year for points in shown.values() for year, _value in points}
    held = {code: [year for year in dataset.breaks(request.indicator, code) if year in years] for code in shown}
    breaks = [f"{dataset.countries[code].name} {year}" for code, found in held.items() for year in found]
    names = list_names(dataset, left_out)
    outside = ngettext("{names} is out of scale.", "{names} are out of scale.", len(left_out))
    texts = (
        _("The five largest alone.") if alone else "",
        _("Dotted: the median of all countries with a figure.") if median else "",
        outside.format(names=names) if names else "",
        _("The series breaks: {places}.").format(places=", ".join(breaks)) if breaks else "",
        events,
    )
    return " ".join(text for text in texts if text)
