"""An index beside the same index of another publisher: how many figures agree, and which do not."""

from collections.abc import Mapping

from generator.formatting import format_number, needed_decimals
from generator.indices.engine.compute import Result
from generator.indices.published import Compared, Comparison
from generator.messages import gettext as _
from generator.messages import ngettext
from generator.pages.blocks.indices.words import decimal_text, shown
from generator.pages.blocks.values import MISSING
from generator.pages.project import Project
from generator.pages.records.indices import PublishedBlock
from generator.pages.records.parts import Link
from generator.urls import index_url, indicator_url

DIGITS = 9
"""Decimals of a figure of ours beside a rounded one."""


def plan_published(project: Project, result: Result, compared: Comparison) -> PublishedBlock:
    """Return the summary of a comparison, with every difference that rounding does not explain."""
    published = result.contract.published
    indicator = project.dataset.indicator(published.indicator if published else "")
    whose = _whose(project, result, compared)
    return PublishedBlock(
        indicator=Link(text=indicator.title, url=indicator_url(indicator.id)),
        column=whose,
        text=_text(compared, whose, _alone(project, compared.ours_alone), _alone(project, compared.theirs_alone)),
        columns=(_("Country"), _("Year"), _("Ours"), whose, _("Difference")),
        rows=tuple(_row(project, each) for each in compared.unexplained),
        file=Link(text=_("All of them side by side"), url=f"{index_url(result.contract.id)}published.csv"),
    )


def published_scores(result: Result, compared: Comparison | None) -> Mapping[str, str]:
    """Return the published index of the edition shown by country, as it is printed."""
    year = shown(result).year
    rows = (row for row in compared.rows if row.year == year) if compared else ()
    return {row.country: _printed(row) for row in rows}


def _whose(project: Project, result: Result, compared: Comparison) -> str:
    published = result.contract.published
    codes = {row.country for row in compared.rows if row.theirs is not None}
    used = frozenset[str]().union(
        *(project.dataset.origins(published.indicator if published else "", code) for code in codes)
    )
    origins = (project.dataset.catalog.origins[name] for name in sorted(used))
    return "; ".join(dict.fromkeys(origin.attribution for origin in origins))


def _text(compared: Comparison, whose: str, ours_alone: str, theirs_alone: str) -> tuple[str, ...]:
    both, apart = len(compared.both), len(compared.unexplained)
    first = _(
        "{whose} has a figure for {count} country-years. Ours, rounded as theirs is, is the same in {same} of them; the largest "
        "difference before rounding is {largest}."
    ).format(
        whose=whose,
        count=format_number(sum(row.theirs is not None for row in compared.rows), 0),
        same=format_number(both - apart, 0),
        largest=decimal_text(compared.largest, DIGITS),
    )
    second = ngettext(
        "One difference is not explained by rounding:", "{count} differences are not explained by rounding:", apart
    ).format(count=format_number(apart, 0))
    texts = (
        first,
        _("Only ours: {names}.").format(names=ours_alone) if ours_alone else "",
        _("Only theirs: {names}.").format(names=theirs_alone) if theirs_alone else "",
        second if apart else _("No difference is left that rounding does not explain."),
    )
    return tuple(filter(None, texts))


def _alone(project: Project, rows: tuple[Compared, ...]) -> str:
    """Return countries with their years: `Rwanda 1990–1994`."""
    years: dict[str, list[int]] = {}
    for row in rows:
        years.setdefault(row.country, []).append(row.year)
    named = ((project.dataset.countries[code].name, found) for code, found in years.items())
    return "; ".join(f"{name} {_span(found)}" for name, found in sorted(named))


def _span(years: list[int]) -> str:
    """Return years in runs: `1990–1994, 1997`."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _row(project: Project, row: Compared) -> tuple[str, ...]:
    digits = max(DIGITS, row.decimals)
    return (
        project.dataset.countries[row.country].name,
        str(row.year),
        decimal_text(row.ours or 0.0, digits),
        _printed(row),
        decimal_text(row.difference or 0.0, digits),
    )


def _printed(row: Compared) -> str:
    return MISSING if row.theirs is None else format_number(row.theirs, needed_decimals(row.theirs, row.decimals))
