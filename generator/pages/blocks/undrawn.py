"""Charts of the layout that a profile does not have, each with the reason, for readers."""

from collections.abc import Iterable, Iterator

from generator.charts.plan import too_many
from generator.charts.request import ChartKind, ChartRequest
from generator.charts.stacked.plan import exceeds, share_year, shares_of
from generator.data.dataset import Dataset
from generator.messages import gettext as _

LEAST_YEARS = 2
OF_ONE_YEAR = {ChartKind.STRIP, ChartKind.RANKING}


def plan_undrawn(dataset: Dataset, requests: Iterable[ChartRequest]) -> tuple[str, ...]:
    """Return a line for each reason with the titles of its charts: `Literacy; Poverty: not drawn, as …`."""
    by_reason: dict[str, list[str]] = {}
    for request in requests:
        title = request.title or dataset.indicator(request.indicator).title
        by_reason.setdefault(why_undrawn(dataset, request), []).append(title)
    text = _("{titles}: not drawn, as {reason}.")
    return tuple(text.format(titles="; ".join(titles), reason=reason) for reason, titles in by_reason.items())


def why_undrawn(dataset: Dataset, request: ChartRequest) -> str:
    """Return the reason why a chart of a country is not drawn, as part of a sentence."""
    return next(_reasons(dataset, request))


def _reasons(dataset: Dataset, request: ChartRequest) -> Iterator[str]:
    """Yield the reasons, the one that alone would do first."""
    years = [year for year, _value in dataset.points(request.indicator, request.country)]
    if not years:
        yield _("no figure is known")
    if too_many(request, dataset):
        yield _("there are too many places to compare with, or none")
    if request.kind is ChartKind.TREND and len(years) < LEAST_YEARS:
        yield _("only one year is known")
    if request.kind in OF_ONE_YEAR and (year := _without(dataset, request)):
        yield _("no figure is known for {year}").format(year=year)
    if request.kind is ChartKind.STRIP:
        yield _("fewer than {least} places have a value for one year").format(least=dataset.least.strip)
    if request.kind is ChartKind.STACKED and _exceeds(dataset, request):
        yield _("its parts add up to more than the whole")
    yield _("too few figures are known for the same years")


def _without(dataset: Dataset, request: ChartRequest) -> int | None:
    """Return the year in which all are compared and the country has no figure; None if it has one."""
    year = request.years[-1] if request.years else dataset.ranking_year(request.indicator)
    return year if year and not dataset.within_window(request.indicator, request.country, year) else None


def _exceeds(dataset: Dataset, request: ChartRequest) -> bool:
    year = share_year(request, dataset)
    parts = (request.indicator, *request.parts)
    return year is not None and exceeds(shares_of(dataset, parts, request.country, year))
