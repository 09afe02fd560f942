"""Charts and maps that authors ask for."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from generator.charts.chart import Chart
from generator.charts.map.plan import WorldMap, plan_map
from generator.charts.plan import named_groups, plan_chart, why_not
from generator.charts.request import ChartKind, ChartRequest
from generator.claims.bind_groups import group_faults
from generator.content.references import Reference
from generator.diagnostics import Diagnostic
from generator.messages import gettext as _
from generator.pages.project import Project
from generator.pages.records.parts import Body
from generator.rules import Rule

HINT = "Name an indicator, countries and years with data, and a kind that suits the indicator."

DIGITS = 8
"""Hexadecimal digits that tell the charts of one page apart."""


def bind_chart(
    project: Project, reference: Reference, home: str
) -> tuple[Chart | WorldMap | None, tuple[Diagnostic, ...]]:
    """Return the chart or map of a reference, or the problem."""
    asked = chart_request(reference, home)
    if named_groups(project.dataset, asked) and (problems := group_faults(reference, project.dataset)):
        return None, problems
    events = project.events(asked.indicator, home)
    request = replace(asked, events=events)
    found = _drawn(project, request, chart_address(asked))
    if found is None:
        message = _why_not(project, request)
        return None, (Diagnostic(rule=Rule.CHART_INVALID, location=reference.location, message=message, hint=HINT),)
    return found, ()


def chart_address(request: ChartRequest) -> str:
    """Return the name of a chart's place and files on its page: `chart-internet-users-slope-1f3a9c07`.

    It is made from what the chart shows. Where it stands in its source and what its title says change nothing.
    """
    shown = (request.kind.value, request.indicator, request.country, request.compare, request.years, request.parts)
    digest = hashlib.sha256(repr(shown).encode()).hexdigest()[:DIGITS]
    return f"chart-{request.indicator.replace('_', '-')}-{request.kind.value}-{digest}"


def told_apart(bodies: Iterable[Body]) -> tuple[Body, ...]:
    """Return the bodies of a page; of charts that show the same, the address of the second ends in `-2`."""
    count: Counter[str] = Counter()
    return tuple(
        tuple(_numbered(part, count) if isinstance(part, Chart | WorldMap) else part for part in body)
        for body in bodies
    )


def _numbered(chart: Chart | WorldMap, count: Counter[str]) -> Chart | WorldMap:
    count[chart.id] += 1
    return chart if count[chart.id] == 1 else replace(chart, id=f"{chart.id}-{count[chart.id]}")


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
