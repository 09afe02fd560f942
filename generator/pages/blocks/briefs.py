"""What pages show of news briefs: a line in a timeline, and a brief in full."""

from dataclasses import dataclass

from generator.claims.stated import grouped, verdict, with_unit
from generator.content.briefs import Brief, BriefFigure
from generator.formatting import format_date
from generator.messages import gettext as _
from generator.pages.parts import Body, Link
from generator.pages.project import Project, brief_url
from generator.urls import country_url

THEMES = {"politics": _("Politics"), "economy": _("Economy"), "society": _("Society")}
"""Titles of themes by id, in the order of an issue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefItem:
    """A brief as a line of a timeline."""

    link: Link
    date: str
    day: str
    """ISO date."""
    theme: str
    publisher: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefRow:
    """A figure of a brief as a row: what a check found is empty where there was nothing to say."""

    id: str
    title: str
    value: str
    machine: str
    unit: str
    stated: str
    """The figure with its unit as a sentence has it: `US$14.2 billion`."""
    period: str
    verdict: str
    check: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefView:
    """A brief in full."""

    id: str
    item: BriefItem
    countries: tuple[Link, ...]
    body: Body
    figures: tuple[BriefRow, ...]
    source_url: str
    note: str


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
        countries=tuple(Link(text=country.name, url=country_url(country.slug)) for country in countries),
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
