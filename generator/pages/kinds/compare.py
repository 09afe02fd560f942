"""The page that compares countries, and the addresses that lead to it."""

from collections.abc import Iterator
from itertools import islice

from generator.charts.chart import Chart
from generator.charts.plan import plan_chart
from generator.charts.request import ChartKind, ChartRequest
from generator.charts.trend.choose import starts_at_zero
from generator.data.catalog import Indicator, UnitKind
from generator.data.dataset import Dataset
from generator.data.peers import POPULATION, Reason, peers_of, sizes_of
from generator.data.statuses import STATUS_WORDS
from generator.formatting import format_list
from generator.messages import gettext as _
from generator.pages.blocks.tables import unit_text
from generator.pages.blocks.values import MISSING, NONE
from generator.pages.frame.frame import plan_frame
from generator.pages.project import Project
from generator.pages.records.compare import ComparePage, CountryChoice, IndicatorChoice, TopicChoice
from generator.pages.records.parts import LegendEntry, Link
from generator.urls import compare_url

MOST, FEWEST = 6, 3
"""Countries that can be compared at once; a region to begin with has at least the fewer."""
EXAMPLES = 6
"""Comparisons to begin with."""


def plan_compare(project: Project) -> ComparePage:
    """Return the page that compares countries."""
    title = _("Compare countries")
    link = Link(text=title, url=compare_url())
    summary = _("Up to six countries side by side: any indicator as a chart and a table, at an address to share.")
    dataset = project.dataset
    examples = tuple(islice(_examples(project), EXAMPLES))
    return ComparePage(
        frame=plan_frame(project.config, title=title, description=summary, url=link.url, trail=(link,)),
        title=title,
        summary=summary,
        most=MOST,
        countries=tuple(_country(dataset, code) for code in dataset.pages),
        topics=tuple(_topics(project)),
        examples=tuple((_example(dataset, codes), reason.text(len(codes) - 1)) for codes, reason in examples),
        chart=_chart(project, *examples[0][0]) if examples else None,
        starts=tuple(_starts(dataset)),
        marks=_marks(),
    )


def _country(dataset: Dataset, code: str) -> CountryChoice:
    country = dataset.countries[code]
    return CountryChoice(code=code, name=country.name, url=country.url)


def _topics(project: Project) -> Iterator[TopicChoice]:
    dataset = project.dataset
    first = _first(project)
    for topic, indicators in dataset.indicators_by_topic():
        choices = tuple(_indicator(dataset.indicator(i), chosen=i == first) for i in indicators if dataset.coverage(i))
        if choices:
            yield TopicChoice(title=dataset.catalog.topics[topic].title, indicators=choices)


def _first(project: Project) -> str:
    """Return the default choice: the first key figure that is no plain amount."""
    figures = [project.dataset.indicator(i) for i in project.layout.key_figures]
    found = [figure.id for figure in figures if figure.comparable and figure.unit.kind is not UnitKind.COUNT]
    return next(iter((*found, *project.layout.key_figures, *project.dataset.catalog.indicators)), "")


def _indicator(indicator: Indicator, *, chosen: bool) -> IndicatorChoice:
    return IndicatorChoice(
        id=indicator.id,
        title=indicator.title,
        unit=unit_text(indicator),
        kind=indicator.unit.kind.value,
        symbol=indicator.unit.symbol,
        decimals=indicator.decimals,
        frequency=indicator.frequency,
        from_zero=starts_at_zero(indicator),
        nil=NONE if indicator.zero else "",
        warning="" if indicator.comparable else indicator.not_comparable_reason,
        chosen=chosen,
    )


def _examples(project: Project) -> Iterator[tuple[tuple[str, ...], Reason]]:
    """Yield countries with their first peers: those written about before others, none named before."""
    dataset, written, named = project.dataset, project.commentaries(), set[str]()
    size = sizes_of(dataset, POPULATION)
    for code in sorted(dataset.profiles, key=lambda code: (code not in written, -size.get(code, 0.0), code)):
        if code not in named and (peers := _peers_by_reason(dataset, code)):
            reason, codes = next(iter(peers.items()))
            named |= {code, *codes}
            yield (code, *codes)[:MOST], reason


def _example(dataset: Dataset, codes: tuple[str, ...]) -> Link:
    own, *peers = (dataset.countries[code] for code in codes)
    names = format_list(tuple(peer.with_article for peer in peers))
    return Link(text=_("{country} with {peers}").format(country=own.name, peers=names), url=compare_url(codes))


def _chart(project: Project, code: str, *peers: str) -> Chart | None:
    """Return what the page draws first of a comparison, as a chart."""
    request = ChartRequest(kind=ChartKind.TREND, indicator=_first(project), country=code, compare=peers)
    return plan_chart(request, project.dataset, chart_id="example", lead=True)


def _starts(dataset: Dataset) -> Iterator[Link]:
    """Yield the regions with few enough countries to compare them all."""
    for region in sorted({dataset.countries[code].region for code in dataset.profiles} - {""}):
        members = dataset.members(region)
        if FEWEST <= len(members) <= MOST:
            yield Link(text=region, url=compare_url(members))


def _marks() -> tuple[LegendEntry, ...]:
    meanings = {MISSING: _("not available"), NONE: _("none"), **STATUS_WORDS}
    return tuple(LegendEntry(mark=mark, meaning=meaning) for mark, meaning in meanings.items())


def plan_comparisons(project: Project, code: str) -> tuple[tuple[Link, str], ...]:
    """Return links that compare a country with its peers, one for each reason of the choice."""
    by_reason = _peers_by_reason(project.dataset, code)
    return tuple((_comparison(project, code, peers), reason.text(len(peers))) for reason, peers in by_reason.items())


def _peers_by_reason(dataset: Dataset, code: str) -> dict[Reason, tuple[str, ...]]:
    found = dict[Reason, tuple[str, ...]]()
    for peer, reason in peers_of(dataset, code):
        found[reason] = (*found.get(reason, ()), peer)
    return found


def _comparison(project: Project, code: str, peers: tuple[str, ...]) -> Link:
    countries = project.dataset.countries
    names = format_list(tuple(countries[peer].with_article for peer in peers))
    own = countries[code].with_article
    text = _("Compare {country} with {peers}").format(country=own, peers=names)
    return Link(text=text, url=compare_url((code, *peers)))
