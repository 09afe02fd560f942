"""Who gained and who lost places in an indicator between two years."""

from collections.abc import Sequence

from generator.charts.slope.movers import plan_movers
from generator.data.catalog import Indicator
from generator.data.change import Change, world_changes
from generator.data.dataset import Dataset
from generator.messages import gettext as _
from generator.pages.blocks.ranks import change_mark, change_words
from generator.pages.blocks.values import value_text
from generator.pages.records.parts import country_link
from generator.pages.records.rows import ChangeRow, ChangeTable

MOST, LEAST = 5, 10
"""Countries shown on either side; the least number of countries with figures in both years."""


def plan_change(dataset: Dataset, indicator_id: str, *, valued: bool = True) -> ChangeTable | None:
    """Return who gained and who lost most places; None among too few countries or years.

    Without `valued` there are places alone: the figures of an index may have another scale each year.
    """
    indicator, changed = dataset.indicator(indicator_id), world_changes(dataset, indicator_id)
    years, found = changed.years, changed.found
    ordered = sorted(found, key=lambda change: (-change.gained, change.country))
    gained = [change for change in ordered if change.gained > 0][:MOST]
    lost = [change for change in reversed(ordered) if change.gained < 0][:MOST]
    if years is None or len(found) < LEAST or not gained:
        return None
    return ChangeTable(
        years=(str(years[0]), str(years[1])),
        note=_note(len(found), valued=valued),
        gained=_rows(dataset, indicator, gained, valued=valued),
        lost=_rows(dataset, indicator, lost, valued=valued),
        valued=valued,
        slope=plan_movers(dataset, indicator_id, found, valued=valued),
    )


def _note(count: int, *, valued: bool) -> str:
    places = _("Places are among the {count} countries with a figure in both years.").format(count=count)
    return places if valued else f"{places} {_('Scores are left out: each year has a scale of its own.')}"


def _rows(dataset: Dataset, indicator: Indicator, found: Sequence[Change], *, valued: bool) -> tuple[ChangeRow, ...]:
    return tuple(_row(dataset, indicator, change, valued=valued) for change in found)


def _row(dataset: Dataset, indicator: Indicator, change: Change, *, valued: bool) -> ChangeRow:
    figures = (value_text(indicator, change.before), value_text(indicator, change.after))
    return ChangeRow(
        country=country_link(dataset.countries[change.country]),
        mark=change_mark(change.gained),
        words=change_words(change.gained),
        places=(str(change.place_before), str(change.place_after)),
        figures=figures if valued else (),
    )
