"""Checks of a document's charts: its own country among those compared, the same chart twice."""

from collections.abc import Iterator

from generator.content.documents import Document, DocumentSection
from generator.content.references import Reference, Scheme
from generator.diagnostics import Diagnostic
from generator.rules import Rule


def check_charts(document: Document) -> Iterator[Diagnostic]:
    """Yield problems of charts that compare a country with itself or repeat one of their section."""
    home = document.home
    for section in document.sections:
        charts = [reference for reference in section.references if reference.scheme is Scheme.CHART]
        for chart in charts:
            yield from _compared(chart, chart.country or home)
        yield from _again(section, charts, home)


def _compared(chart: Reference, own: str) -> Iterator[Diagnostic]:
    codes = chart.option("compare").split(",")
    if own and own in codes:
        others = ",".join(code for code in codes if code != own)
        hint = (
            f"Write compare={others}"
            if others
            else "Name other countries, or take 'compare' away: its peers stand then."
        )
        message = f"'{own}' is the chart's own country."
        yield chart.fault(Rule.CHART_INVALID, message, hint)


def _again(section: DocumentSection, charts: list[Reference], home: str) -> Iterator[Diagnostic]:
    seen: dict[object, Reference] = {}
    for chart in charts:
        key = (
            chart.target,
            chart.country or home,
            chart.years,
            frozenset(dict(chart.options).items() - {("kind", "trend")}),
        )
        if key in seen:
            where = f"section '{section.id}'" if section.id else "the introduction"
            message = f"The same chart stands in {where} already, in line {seen[key].location.line}."
            hint = "Take one of the two away, or draw other years or countries."
            yield chart.fault(Rule.CHART_REPEATED, message, hint)
        seen.setdefault(key, chart)
