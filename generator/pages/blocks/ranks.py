"""Ranks as readers see them: `3rd of 17`, in the region `2nd= of 5 in Central Asia`."""

from generator.data.dataset import Dataset
from generator.data.ranking import Ranked, Ranking
from generator.formatting import format_ordinal
from generator.messages import gettext as _
from generator.pages.records.parts import RankText


def rank_text(dataset: Dataset, indicator: str, country: str) -> RankText:
    """Return the country's rank among all profiled countries and in its region, empty where there is none."""
    region = dataset.countries[country].region
    return RankText(
        overall=_place(dataset.ranking(indicator), country, ""),
        region=_place(dataset.ranking(indicator, group=region), country, region),
    )


def _place(ranking: Ranking | None, country: str, region: str) -> str:
    row = ranking.of(country) if ranking else None
    if ranking is None or row is None:
        return ""
    text = _("{rank} of {count}").format(rank=_ordinal(row), count=len(ranking.rows))
    return _("{place} in {region}").format(place=text, region=region) if region else text


def _ordinal(row: Ranked) -> str:
    return f"{format_ordinal(row.rank)}{'=' if row.tied else ''}"
