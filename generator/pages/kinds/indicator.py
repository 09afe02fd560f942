"""The page of one indicator: what it measures, the ranking, the trend, the sources."""

from generator.charts.chart import Chart
from generator.charts.map.plan import WorldMap, plan_map
from generator.charts.plan import plan_chart
from generator.charts.request import ChartKind, ChartRequest
from generator.data.catalog import Indicator
from generator.data.dataset import Dataset
from generator.data.ranking import Ranked
from generator.formatting import format_date
from generator.messages import gettext as _
from generator.pages.blocks.change import plan_change
from generator.pages.blocks.listings import plan_whole_list
from generator.pages.blocks.revisions import is_computed, plan_taken
from generator.pages.blocks.tables import plan_marks, unit_text
from generator.pages.blocks.values import status_mark, value_text
from generator.pages.downloads.metadata import Published
from generator.pages.downloads.schema_org import dataset_thing
from generator.pages.frame.citation import plan_citation
from generator.pages.frame.frame import indicators_link, plan_frame, previous_and_next
from generator.pages.frame.provenance import attributions, plan_sources
from generator.pages.kinds.topic import topic_link
from generator.pages.project import Project
from generator.pages.records.page import IndicatorPage
from generator.pages.records.parts import Fact, Link, country_link
from generator.pages.records.revisions import TakenBlock
from generator.pages.records.rows import RankingRow
from generator.pages.sentences.plan import indicator_sentence
from generator.urls import indicator_url

DIRECTIONS = {
    "higher_is_better": _("higher is better"),
    "lower_is_better": _("lower is better"),
    "neutral": _("no direction is better; the largest comes first"),
}


def world_of(project: Project, indicator: str) -> WorldMap | None:
    """Return the world map of an indicator; None without geometry, or where values are not ranked."""
    if project.geometry is None:
        return None
    request = ChartRequest(kind=ChartKind.MAP, indicator=indicator, country="")
    note = _("Every value stands in the table below.")
    return plan_map(request, project.dataset, project.geometry, map_id="map", note=note)


def plan_indicator(project: Project, indicator_id: str) -> IndicatorPage:
    """Return the page of an indicator; without comparable values, countries go by name, unranked."""
    dataset, indicator, config = project.dataset, project.dataset.indicator(indicator_id), project.config
    url, used = indicator_url(indicator_id), _used(dataset, indicator_id)
    rows = _rows(dataset, indicator)
    return IndicatorPage(
        frame=plan_frame(
            config,
            title=indicator.title,
            description=indicator.description,
            url=url,
            trail=(indicators_link(), topic_link(dataset, indicator.topic), Link(text=indicator.title, url=url)),
            around=previous_and_next(_in_order(dataset), url),
            things=(dataset_thing(Published(config=config, dataset=dataset), indicator),),
        ),
        title=indicator.title,
        topic=dataset.catalog.topics[indicator.topic].title,
        sentence=indicator_sentence(dataset, indicator_id),
        facts=_facts(dataset, indicator, used),
        description=indicator.description,
        caveats=tuple(text for text in (indicator.note, indicator.not_comparable_reason) if text),
        charts=_charts(dataset, indicator_id),
        world=world_of(project, indicator_id),
        ranking_title=_ranking_title(dataset, indicator),
        ranking_note=_ranking_note(dataset, indicator),
        ranked=dataset.ranking(indicator_id) is not None,
        rows=rows,
        missing=_missing(dataset, rows),
        marks=plan_marks(tuple(r.value for r in rows), tuple(r.status for r in rows)),
        change=plan_change(dataset, indicator_id, valued=not _has_own_scales(project, indicator_id)),
        related=tuple(
            (Link(text=dataset.indicator(other).title, url=indicator_url(other)), why)
            for other, why in indicator.related
        ),
        listings=plan_whole_list(dataset, indicator_id),
        taken=_taken(project, indicator_id, used),
        sources=plan_sources(dataset, used),
        citation=plan_citation(config, dataset, authors=(), title=indicator.title, url=url, used=used),
    )


def _has_own_scales(project: Project, indicator: str) -> bool:
    """Whether an indicator is the score of an index, or a part of one, with a scale for each year."""
    contracts = (result.contract for result in project.indices.values())
    return any(c.own_scales and indicator in map(c.indicator_of, c.nodes) for c in contracts)


def _taken(project: Project, indicator: str, used: tuple[tuple[str, str], ...]) -> tuple[TakenBlock, ...]:
    """Return when an indicator's figures were taken; nothing for the score of an index, which is computed."""
    if is_computed(project, indicator):
        return ()
    return plan_taken(project.dataset, project.receipts, indicator, tuple(origin for origin, _i in used))


def _in_order(dataset: Dataset) -> list[Link]:
    """Return links to all indicators as their list has them: by topic, in the order of the catalog."""
    return [
        Link(text=dataset.indicator(i).title, url=indicator_url(i))
        for _topic, indicators in dataset.indicators_by_topic()
        for i in indicators
    ]


def _used(dataset: Dataset, indicator: str) -> tuple[tuple[str, str], ...]:
    return tuple((origin, indicator) for origin in sorted(dataset.origins_among(indicator, dataset.profiles)))


def _facts(dataset: Dataset, indicator: Indicator, used: tuple[tuple[str, str], ...]) -> tuple[Fact, ...]:
    coverage = dataset.coverage(indicator.id)
    dates = (dataset.catalog.origins[origin].date_accessed for origin, _i in used)
    accessed = max((day for day in dates if day), default=None)
    years = f"{min(coverage)}–{max(coverage)}" if coverage else ""
    pairs = (
        (_("Source"), attributions(dataset, used)),
        (_("Data accessed"), format_date(accessed) if accessed else ""),
        (_("Years held"), years),
        (_("Countries"), _("{count} in the best year").format(count=max(coverage.values())) if coverage else ""),
        (_("Unit"), unit_text(indicator)),
        (_("Direction"), DIRECTIONS[indicator.direction.value]),
        (_("Producer’s code"), indicator.producer_code),
    )
    return tuple(Fact(label=label, value=value) for label, value in pairs if value)


def _charts(dataset: Dataset, indicator: str) -> tuple[Chart, ...]:
    chart = plan_chart(
        ChartRequest(kind=ChartKind.TREND, indicator=indicator, country=""), dataset, chart_id="trend", lead=True
    )
    return (chart,) if chart else ()


def _ranking_title(dataset: Dataset, indicator: Indicator) -> str:
    ranking = dataset.ranking(indicator.id)
    return _("Ranking, {year}").format(year=ranking.year) if ranking else _("Latest values")


def _ranking_note(dataset: Dataset, indicator: Indicator) -> str:
    ranking = dataset.ranking(indicator.id)
    if ranking is None and indicator.comparable:
        return _(
            "Countries in order of name, each with its latest value; a ranking needs {least} of them with a value for one year."
        ).format(least=dataset.least.rank)
    if ranking is None:
        return _("Countries in order of name, each with its latest value; these values are not ranked.")
    return _("{count} of {all} countries profiled here have a value; {direction}.").format(
        count=len(ranking.rows), all=len(dataset.profiles), direction=DIRECTIONS[indicator.direction.value]
    )


def _rows(dataset: Dataset, indicator: Indicator) -> tuple[RankingRow, ...]:
    ranking = dataset.ranking(indicator.id)
    if ranking is None:
        return _latest_rows(dataset, indicator)
    top = max((row.observation.value or 0.0 for row in ranking.rows), default=0.0)
    low = min((row.observation.value or 0.0 for row in ranking.rows), default=0.0)
    scale = top if low >= 0 and top > 0 else 0.0
    return tuple(_ranked_row(dataset, indicator, row, ranking.year, scale) for row in ranking.rows)


def _ranked_row(dataset: Dataset, indicator: Indicator, row: Ranked, year: int, scale: float) -> RankingRow:
    country, observation = dataset.countries[row.observation.country], row.observation
    return RankingRow(
        rank=f"{row.rank}{'=' if row.tied else ''}",
        country=country_link(country),
        value=value_text(indicator, observation),
        machine=observation.text,
        year="" if observation.year == year else str(observation.year),
        status=status_mark(observation),
        share=round((observation.value or 0.0) / scale, 4) if scale else None,
    )


def _latest_rows(dataset: Dataset, indicator: Indicator) -> tuple[RankingRow, ...]:
    found = ((dataset.countries[code], dataset.latest(indicator.id, code)) for code in dataset.profiles)
    return tuple(
        RankingRow(
            rank="",
            country=country_link(country),
            value=value_text(indicator, observation),
            machine=observation.text,
            year=str(observation.year),
            status=status_mark(observation),
            share=None,
        )
        for country, observation in found
        if observation is not None
    )


def _missing(dataset: Dataset, rows: tuple[RankingRow, ...]) -> tuple[Link, ...]:
    shown = {row.country.url for row in rows}
    links = (country_link(dataset.countries[c]) for c in dataset.profiles)
    return tuple(link for link in links if link.url not in shown)
