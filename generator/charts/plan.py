"""What a chart shows: countries, years, words; or that there is nothing to show."""

from generator.charts.chart import Chart
from generator.charts.rankings import plan_ranking
from generator.charts.trends import plan_trend
from generator.content.profile import ChartKind, ChartRequest
from generator.data.dataset import Dataset
from generator.data.peers import peers_of

PEERS = 5


def plan_chart(request: ChartRequest, dataset: Dataset, *, chart_id: str, lead: bool = False) -> Chart | None:
    """Return the chart of a request, or None where there is not enough data or values must not be compared."""
    peers = request.compare or _peers(dataset, request.country)
    if request.kind is ChartKind.RANKING:
        return plan_ranking(request, dataset, chart_id=chart_id, peers=peers)
    return plan_trend(request, dataset, chart_id=chart_id, peers=peers, lead=lead)


def _peers(dataset: Dataset, country: str) -> tuple[str, ...]:
    return tuple(code for code, _reason in peers_of(dataset, country))[:PEERS] if country else dataset.profiles
