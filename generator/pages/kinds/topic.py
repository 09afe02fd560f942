"""Pages of topics: the indicators of one subject."""

from generator.data.dataset import Dataset
from generator.pages.frame.frame import indicators_link, plan_frame, previous_and_next
from generator.pages.project import Project
from generator.pages.records.page import ListPage
from generator.pages.records.parts import Link
from generator.pages.records.rows import ListGroup, ListItem
from generator.urls import indicator_url, topic_url


def topic_link(dataset: Dataset, topic: str) -> Link:
    """Return the breadcrumb of a topic."""
    return Link(text=dataset.catalog.topics[topic].title, url=topic_url(topic))


def plan_topic(project: Project, topic_id: str) -> ListPage:
    """Return the page of a topic with its indicators."""
    dataset = project.dataset
    topic, link = dataset.catalog.topics[topic_id], topic_link(dataset, topic_id)
    found = dict(dataset.indicators_by_topic())[topic_id]
    links = [topic_link(dataset, other) for other, indicators in dataset.indicators_by_topic() if indicators]
    return ListPage(
        frame=plan_frame(
            project.config,
            title=topic.title,
            description=topic.description,
            url=link.url,
            trail=(indicators_link(), link),
            around=previous_and_next(links, link.url),
        ),
        kind="topic",
        title=topic.title,
        summary=topic.description,
        groups=(ListGroup(title=topic.title, items=tuple(indicator_item(dataset, i) for i in found)),),
    )


def indicator_item(dataset: Dataset, indicator_id: str) -> ListItem:
    """Return an indicator's entry of a list: title, unit, and the years it covers."""
    indicator, coverage = dataset.indicator(indicator_id), dataset.coverage(indicator_id)
    return ListItem(
        link=Link(text=indicator.title, url=indicator_url(indicator_id)),
        text=indicator.unit.note or indicator.unit.symbol,
        value=f"{min(coverage)}–{max(coverage)}" if coverage else "",
    )
