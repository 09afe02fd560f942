"""Forecasts of a trend: what is observed, and the dashed runs from there on."""

from collections.abc import Mapping
from itertools import groupby

from generator.data.dataset import Dataset
from generator.data.observations import Points
from generator.messages import gettext as _


def observed(dataset: Dataset, indicator: str, country: str, points: Points) -> Points:
    """Return the points that are figures."""
    ahead = dataset.forecasts(indicator, country)
    return tuple(point for point in points if point[0] not in ahead) if ahead else points


def all_observed(dataset: Dataset, indicator: str, shown: Mapping[str, Points]) -> Mapping[str, Points]:
    """Return the points of each country that are figures."""
    return {code: observed(dataset, indicator, code, points) for code, points in shown.items()}


def forecasts_of(dataset: Dataset, indicator: str, country: str, points: Points) -> Points:
    """Return the points that are forecasts."""
    ahead = dataset.forecasts(indicator, country)
    return tuple(point for point in points if point[0] in ahead)


def forecast_runs(dataset: Dataset, indicator: str, country: str, points: Points) -> tuple[Points, ...]:
    """Return each run of forecasts with the figures beside it; years left out do not break it."""
    ahead = dataset.forecasts(indicator, country)
    if not ahead:
        return ()
    places = (list(run) for later, run in groupby(range(len(points)), lambda at: points[at][0] in ahead) if later)
    return tuple(points[max(run[0] - 1, 0) : run[-1] + 2] for run in places)


def span_text(dataset: Dataset, indicator: str, shown: Mapping[str, Points]) -> str:
    """Return the years of a trend: `2000–2024`, `2000–2024, forecasts to 2030`."""
    years = [year for points in shown.values() for year, _value in points]
    seen = [year for points in all_observed(dataset, indicator, shown).values() for year, _value in points]
    text = f"{min(years)}–{max(seen)}"
    return text if max(years) == max(seen) else _("{years}, forecasts to {last}").format(years=text, last=max(years))
