"""Ranks as readers see them: `3rd of 17`, in the region `2nd= of 5 in Central Asia`."""

from collections.abc import Iterable

from generator.data.change import world_changes
from generator.data.dataset import Dataset
from generator.data.memoised import memoised
from generator.data.ranking import Ranked, Ranking
from generator.formatting import format_ordinal
from generator.messages import gettext as _
from generator.messages import ngettext
from generator.pages.records.parts import LegendEntry, MovedText, RankText

ARROWS = ("▲", "▼")
"""Of places gained and of places lost."""


@memoised
def rank_text(dataset: Dataset, indicator: str, country: str) -> RankText:
    """Return the country's rank among all profiled countries and in its region, empty where there is none.

    A region of all that are ranked has none of its own: it would say the same again.
    """
    region, parent = dataset.countries[country].region, dataset.countries[country].parent
    everywhere = dataset.ranking(indicator)
    near = dataset.ranking(indicator, group=region) if region else None
    is_all = near is not None and everywhere is not None and len(near.rows) == len(everywhere.rows)
    return RankText(
        overall=_place(everywhere, country, dataset.countries[parent].name if parent else ""),
        region="" if is_all else _place(near, country, region),
        moved=moved_text(dataset, indicator, country),
    )


@memoised
def moved_text(dataset: Dataset, indicator: str, country: str) -> MovedText | None:
    """Return how a place changed among those ranked in both years; None where places do not compare."""
    changed = world_changes(dataset, indicator)
    change = changed.by_country.get(country)
    if changed.years is None or change is None or len(changed.found) < dataset.least.rank:
        return None
    if any(changed.years[0] < year <= changed.years[1] for year in dataset.breaks(indicator, country)):
        return None
    mark, words = change_mark(change.gained), change_words(change.gained)
    return MovedText(mark=mark, words=words, since=_("since {year}").format(year=changed.years[0]))


def moved_legend(found: Iterable[MovedText | None]) -> tuple[LegendEntry, ...]:
    """Return what the arrows among changes mean, and where there is none; nothing without an arrow."""
    marks = {each.mark[:1] for each in found if each}
    arrows = " ".join(arrow for arrow in ARROWS if arrow in marks)
    words = {"▲": _("places gained"), "▼": _("places lost"), "▲ ▼": _("places gained and lost")}
    meaning = _(
        "{places} since the year named, among the countries with a figure then and in the ranking’s year; "
        "none where countries count differently, too few have both figures or the two years are near each other"
    )
    return (LegendEntry(mark=arrows, meaning=meaning.format(places=words[arrows])),) if arrows else ()


def change_mark(gained: int) -> str:
    """Return places gained as a mark: `▲2`, `▼3`; empty where none were."""
    return f"{ARROWS[gained < 0]}{abs(gained)}" if gained else ""


def change_words(gained: int) -> str:
    """Return places gained in words: `2 places gained`, `3 places lost`, `same place`."""
    count = abs(gained)
    if gained > 0:
        return ngettext("{count} place gained", "{count} places gained", count).format(count=count)
    return (
        ngettext("{count} place lost", "{count} places lost", count).format(count=count) if count else _("same place")
    )


def _place(ranking: Ranking | None, country: str, region: str) -> str:
    row = ranking.of(country) if ranking else None
    if ranking is None or row is None:
        return ""
    text = _("{rank} of {count}").format(rank=_ordinal(row), count=len(ranking.rows))
    return _("{place} in {region}").format(place=text, region=region) if region else text


def _ordinal(row: Ranked) -> str:
    return f"{format_ordinal(row.rank)}{'=' if row.tied else ''}"
