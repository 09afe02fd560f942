"""Who gained and who lost places in an indicator between two years."""

from collections.abc import Sequence

from generator.data.catalog import Indicator
from generator.data.change import Change, change_years, changes
from generator.data.dataset import Dataset
from generator.messages import gettext as _
from generator.messages import ngettext
from generator.pages.blocks.values import value_text
from generator.pages.records.parts import country_link
from generator.pages.records.rows import ChangeRow, ChangeTable

MOST, LEAST = 5, 10
"""Countries shown on either side; the least number of countries with figures in both years."""


def plan_change(dataset: Dataset, indicator_id: str) -> ChangeTable | None:
    """Return who gained and who lost most places; None among too few countries or years."""
    indicator = dataset.indicator(indicator_id)
    years = change_years(dataset, indicator_id, dataset.profiles)
    found = changes(dataset, indicator_id, dataset.profiles, years) if years else ()
    ordered = sorted(found, key=lambda change: (-change.gained, change.country))
    gained = [change for change in ordered if change.gained > 0][:MOST]
    lost = [change for change in reversed(ordered) if change.gained < 0][:MOST]
    if years is None or len(found) < LEAST or not gained:
        return None
    return ChangeTable(
        years=(str(years[0]), str(years[1])),
        note=_("Places are among the {count} countries with a figure in both years.").format(count=len(found)),
        gained=_rows(dataset, indicator, gained),
        lost=_rows(dataset, indicator, lost),
    )


def _rows(dataset: Dataset, indicator: Indicator, found: Sequence[Change]) -> tuple[ChangeRow, ...]:
    return tuple(_row(dataset, indicator, change) for change in found)


def _row(dataset: Dataset, indicator: Indicator, change: Change) -> ChangeRow:
    count = abs(change.gained)
    up = ngettext("{count} place gained", "{count} places gained", count)
    down = ngettext("{count} place lost", "{count} places lost", count)
    return ChangeRow(
        country=country_link(dataset.countries[change.country]),
        mark=f"{'▲' if change.gained > 0 else '▼'}{count}",
        words=(up if change.gained > 0 else down).format(count=count),
        places=(str(change.place_before), str(change.place_after)),
        figures=(value_text(indicator, change.before), value_text(indicator, change.after)),
    )
