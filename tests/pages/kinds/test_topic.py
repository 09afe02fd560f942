"""The page of a topic: what leads it, and its indicators over all countries."""

from generator.pages.kinds.topic import most_moved
from generator.pages.records.page import TopicPage
from generator.pages.site import Site
from tests.datasets import CODES, dataset
from tests.pages.kinds.test_compare import site

__all__ = ("site",)

LITTLE = {code: {2000: str(at), 2024: str(at + 1)} for at, code in enumerate(CODES)}
MUCH = {code: {2000: str(at), 2024: str(at + 5)} for at, code in enumerate(CODES)}


def test_what_moved_furthest_leads() -> None:
    assert most_moved(dataset({"one": LITTLE, "two": MUCH}), ("one", "two")) == "two"
    assert most_moved(dataset({"one": MUCH, "two": LITTLE}), ("one", "two")) == "one"


def test_what_cannot_be_said_to_have_moved_leads_only_alone() -> None:
    alike = {code: {2000: "1", 2024: "2"} for code in CODES}
    assert most_moved(dataset({"one": alike, "two": LITTLE}), ("one", "two")) == "two"
    assert most_moved(dataset({"two": LITTLE}), ("one", "two")) == "two"
    assert most_moved(dataset({}), ("one",)) == "one"


def test_a_topic_has_a_row_for_each_of_its_indicators(site: Site) -> None:
    pages = [page for page in site.pages if isinstance(page, TopicPage)]
    by_topic = {site.dataset.catalog.topics[t].title: found for t, found in site.dataset.indicators_by_topic()}
    assert {page.title: len(page.rows) for page in pages} == {title: len(i) for title, i in by_topic.items() if i}
    economy = next(page for page in pages if page.title == "Economy")
    assert economy.chart is not None
    assert economy.countries == 3
    assert [row.title.text for row in economy.coverage] == [row.title.text for row in economy.rows]
