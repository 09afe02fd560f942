"""News briefs on pages: a line in a timeline, and a brief in full."""

from generator.claims.statement_text import grouped, verdict, with_unit
from generator.content.briefs import Brief, BriefFigure
from generator.formatting import format_date
from generator.messages import gettext as _
from generator.pages.project import Project, brief_url
from generator.pages.records.briefs import BriefItem, BriefRow, BriefView
from generator.pages.records.parts import Body, Link, country_link

THEMES = {"politics": _("Politics"), "economy": _("Economy"), "society": _("Society")}
"""Titles of themes by id, in the order of an issue."""


def brief_item(brief: Brief) -> BriefItem:
    """Return a brief as a line of a timeline."""
    return BriefItem(
        link=Link(text=brief.headline, url=brief_url(brief)),
        date=format_date(brief.date),
        day=brief.date.isoformat(),
        theme=THEMES[brief.theme],
        publisher=brief.publisher,
    )


def brief_view(project: Project, brief: Brief, body: Body) -> BriefView:
    """Return a brief in full, with its bound summary."""
    countries = (project.dataset.countries[code] for code in brief.countries)
    return BriefView(
        id=brief.id,
        item=brief_item(brief),
        countries=tuple(country_link(country) for country in countries),
        body=body,
        figures=tuple(_row(brief, figure) for figure in brief.figures),
        source_url=brief.url,
        note=brief.note,
    )


def _row(brief: Brief, figure: BriefFigure) -> BriefRow:
    stated = figure.statement
    digits, space, scale = figure.printed.partition(" ")
    value = f"{grouped(digits)}{space}{scale}"
    return BriefRow(
        id=f"{brief.id}-{figure.id}",
        title=stated.title,
        value=value,
        machine=stated.value,
        unit=stated.unit,
        stated=with_unit(value, stated.unit),
        period=stated.period,
        verdict=verdict(stated.check.result),
        check=stated.check.note,
    )
