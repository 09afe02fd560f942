"""Pages of topics: the most telling chart, a sentence, and the topic's indicators over all countries."""

from collections.abc import Sequence
from statistics import quantiles

from generator.charts.chart import Chart
from generator.charts.plan import plan_chart
from generator.charts.request import ChartKind, ChartRequest
from generator.data.catalog import UnitKind
from generator.data.change import is_score, world_changes
from generator.data.dataset import Dataset
from generator.pages.blocks.overview import coverage_years, plan_coverage, plan_overview
from generator.pages.frame.frame import indicators_link, plan_frame, previous_and_next
from generator.pages.project import Project
from generator.pages.prose.notes import notes_of
from generator.pages.records.page import TopicPage
from generator.pages.records.parts import Link
from generator.pages.records.rows import ListItem
from generator.pages.sentences.world import LEAST, world_sentence
from generator.urls import indicator_url, topic_url


def topic_link(dataset: Dataset, topic: str) -> Link:
    """Return the breadcrumb of a topic."""
    return Link(text=dataset.catalog.topics[topic].title, url=topic_url(topic))


def plan_topic(project: Project, topic_id: str) -> TopicPage:
    """Return the page of a topic with its indicators."""
    dataset = project.dataset
    topic, link = dataset.catalog.topics[topic_id], topic_link(dataset, topic_id)
    found = dict(dataset.indicators_by_topic())[topic_id]
    links = [topic_link(dataset, other) for other, indicators in dataset.indicators_by_topic() if indicators]
    lead = topic.lead or most_moved(dataset, found)
    sentence = world_sentence(dataset, project.narrative, lead)
    years = coverage_years(dataset, found)
    return TopicPage(
        frame=plan_frame(
            project.config,
            title=topic.title,
            description=topic.description,
            url=link.url,
            trail=(indicators_link(), link),
            around=previous_and_next(links, link.url),
        ),
        title=topic.title,
        summary=topic.description,
        sentence=sentence,
        chart=_chart(dataset, lead),
        rows=plan_overview(dataset, found),
        years=tuple(map(str, years)),
        coverage=plan_coverage(dataset, found, years),
        countries=len(dataset.profiles),
        notes=notes_of(sentence),
    )


def indicator_item(dataset: Dataset, indicator_id: str) -> ListItem:
    """Return an indicator's entry of a list: title, unit, and the years it covers."""
    indicator, coverage = dataset.indicator(indicator_id), dataset.coverage(indicator_id)
    return ListItem(
        link=Link(text=indicator.title, url=indicator_url(indicator_id)),
        text=indicator.unit.note or indicator.unit.symbol,
        value=f"{min(coverage)}–{max(coverage)}" if coverage else "",
    )


def _chart(dataset: Dataset, indicator: str) -> Chart | None:
    request = ChartRequest(kind=ChartKind.TREND, indicator=indicator, country="")
    return plan_chart(request, dataset, chart_id="lead", lead=True)


def most_moved(dataset: Dataset, indicators: Sequence[str]) -> str:
    """Return the indicator whose countries moved most, measured by how far they lay apart at first."""
    return max(indicators, key=lambda indicator: _moved(dataset, indicator))


def _moved(dataset: Dataset, name: str) -> float:
    """Return the way of the median in quartile ranges of the first year; −1 where none is said.

    Totals have no median that says much, amounts at current prices rise with prices, scores do not compare.
    """
    indicator = dataset.indicator(name)
    if is_score(dataset, name) or indicator.unit.kind is UnitKind.COUNT or indicator.at_current_prices:
        return -1.0
    found = world_changes(dataset, name).found
    if len(found) < LEAST:
        return -1.0
    before, after = ([o.value or 0.0 for o in each] for each in zip(*((c.before, c.after) for c in found), strict=True))
    low, first, high = quantiles(before, n=4, method="inclusive")
    last = quantiles(after, n=4, method="inclusive")[1]
    return abs(last - first) / (high - low) if high > low else 0.0
