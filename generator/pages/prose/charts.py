"""Charts and maps that authors ask for."""

from dataclasses import replace

from generator.charts.chart import Chart
from generator.charts.map.plan import WorldMap, plan_map
from generator.charts.plan import plan_chart, why_not
from generator.charts.request import ChartKind, ChartRequest
from generator.content.references import Reference
from generator.diagnostics import Diagnostic
from generator.messages import gettext as _
from generator.pages.project import Project
from generator.rules import Rule

HINT = "Name an indicator, countries and years with data, and a kind that suits the indicator."


def bind_chart(
    project: Project, reference: Reference, home: str
) -> tuple[Chart | WorldMap | None, tuple[Diagnostic, ...]]:
    """Return the chart or map of a reference, or the problem."""
    asked = chart_request(reference, home)
    events = project.events(asked.indicator, home)
    request = replace(asked, events=events, definite=project.narrative.definite)
    place = f"chart-{reference.target.replace('_', '-')}-{reference.location.line}-{reference.location.column}"
    found = _drawn(project, request, place)
    if found is None:
        message = _why_not(project, request)
        return None, (Diagnostic(rule=Rule.CHART_INVALID, location=reference.location, message=message, hint=HINT),)
    return found, ()


def chart_request(reference: Reference, home: str) -> ChartRequest:
    """Return the request for an author's chart; the alternative text becomes the title."""
    compare = reference.option("compare")
    return ChartRequest(
        kind=_kind(reference),
        indicator=reference.target,
        country=reference.country or home,
        compare=tuple(compare.split(",")) if compare else (),
        years=reference.years,
        title=reference.title or reference.text,
        parts=tuple(filter(None, reference.option("with").split(","))),
    )


def _kind(reference: Reference) -> ChartKind:
    """Return the kind asked for; an unknown one is reported where the document was loaded."""
    wanted = reference.option("kind")
    return ChartKind(wanted) if wanted in set(ChartKind) else ChartKind.TREND


def _drawn(project: Project, request: ChartRequest, place: str) -> Chart | WorldMap | None:
    if request.kind is not ChartKind.MAP:
        return plan_chart(request, project.dataset, chart_id=place, lead=True)
    if project.geometry is None:
        return None
    note = _("Every value stands on the page of the indicator.")
    return plan_map(request, project.dataset, project.geometry, map_id=place, note=note)


def _why_not(project: Project, request: ChartRequest) -> str:
    if request.kind is ChartKind.MAP and project.geometry is None:
        return "site.yaml names no geometry to draw a map from."
    return why_not(request, project.dataset)
