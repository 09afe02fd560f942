"""Tables of countries with their latest key figures, for regions, organisations and the whole world."""

from collections.abc import Iterable

from generator.data.dataset import Dataset
from generator.pages.blocks.values import MISSING, value_text
from generator.pages.project import Project
from generator.pages.records.parts import Link, country_link
from generator.pages.records.rows import GroupRow
from generator.urls import group_url, indicator_url, slug_of


def plan_columns(project: Project) -> tuple[Link, ...]:
    """Return links to the key figures of the layout."""
    figures = (project.dataset.indicator(i) for i in project.layout.key_figures)
    return tuple(Link(text=figure.short_title, url=indicator_url(figure.id)) for figure in figures)


def plan_members(project: Project, codes: Iterable[str]) -> tuple[GroupRow, ...]:
    """Return a row for each country, in the order of the codes."""
    return tuple(_row(project, code) for code in codes)


def _row(project: Project, code: str) -> GroupRow:
    country = project.dataset.countries[code]
    return GroupRow(
        country=country_link(country),
        cells=tuple(_cell(project.dataset, i, code) for i in project.layout.key_figures),
        region=Link(text=country.region, url=group_url(slug_of(country.region))) if country.region else None,
        marked=project.commentary(code) is not None,
    )


def _cell(dataset: Dataset, indicator_id: str, code: str) -> tuple[str, str, str]:
    """Return value, number for machines and year, the mark of a missing value where there is none."""
    observation = dataset.latest(indicator_id, code)
    if observation is None:
        return MISSING, "", ""
    return value_text(dataset.indicator(indicator_id), observation, "prose"), observation.text, str(observation.year)
