"""The sections of a profile: a sentence made from data, the author's commentary, charts."""

from generator.charts.chart import Chart
from generator.charts.plan import plan_chart
from generator.charts.request import ChartKind, ChartRequest
from generator.claims.bound import BoundValue
from generator.content.layout import ProfileChart, ProfileSection
from generator.pages.blocks.listings import plan_listings
from generator.pages.blocks.undrawn import plan_undrawn
from generator.pages.project import Project
from generator.pages.prose.bind import BoundDocument
from generator.pages.records.parts import Body, Section
from generator.pages.sentences.plan import plan_sentences

BESIDE = 2
"""Charts that stand beside a section's prose."""


def plan_sections(project: Project, code: str, bound: BoundDocument) -> tuple[Section, ...]:
    """Return the sections of the layout that have commentary or charts for this country."""
    drawn = frozenset((chart.indicator, chart.kind) for chart in bound.charts)
    said = {section.id: _indicators(bound.body(section.id)) for section in project.layout.sections}
    ledes = plan_sentences(project.dataset, project.narrative, code, said)
    planned = (
        _section(project, code, s, bound.body(s.id), ledes.get(s.id, ()), drawn) for s in project.layout.sections
    )
    return tuple(section for section in planned if _says_something(section))


def _indicators(body: Body) -> frozenset[str]:
    return frozenset(part.indicator for part in body if isinstance(part, BoundValue))


def _says_something(section: Section) -> bool:
    return bool(section.body or section.lead or section.beside or section.charts or section.listings or section.undrawn)


def _section(
    project: Project, code: str, section: ProfileSection, body: Body, lede: Body, drawn: frozenset[tuple[str, str]]
) -> Section:
    """Return a section; beside prose the first trend is drawn wide and two charts stand at its side."""
    wanted = [c for c in section.charts if (c.indicator, c.kind) not in drawn]
    lead = next((c for c in wanted if c.kind is ChartKind.TREND), None) if body else None
    charts = {c: chart for c in wanted if (chart := _chart(project, code, c, lead=c is lead))}
    narrow = tuple(chart for c, chart in charts.items() if c is not lead)
    wide = tuple(chart for c, chart in charts.items() if c is lead)
    beside = BESIDE if body else 0
    return Section(
        id=section.id,
        title=section.title,
        lede=lede,
        body=body,
        charts=narrow[beside:],
        lead=wide,
        beside=narrow[:beside],
        listings=plan_listings(project.dataset, section.lists, code),
        undrawn=plan_undrawn(project.dataset, (_request(project, code, c) for c in wanted if c not in charts)),
    )


def _chart(project: Project, code: str, wanted: ProfileChart, *, lead: bool) -> Chart | None:
    """Return a chart of the layout, or None where the country has no data for it."""
    shown = (wanted.kind, wanted.indicator, *wanted.compare, *map(str, wanted.years))
    chart_id = "-".join(shown).replace("_", "-").lower()
    return plan_chart(_request(project, code, wanted), project.dataset, chart_id=chart_id, lead=lead)


def _request(project: Project, code: str, wanted: ProfileChart) -> ChartRequest:
    return ChartRequest(
        kind=wanted.kind,
        indicator=wanted.indicator,
        country=code,
        title=wanted.title,
        parts=wanted.parts,
        compare=tuple(other for other in wanted.compare if other != code),
        years=wanted.years,
        events=project.events(wanted.indicator, code),
    )
