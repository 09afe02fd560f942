"""Key figures, facts and the table of all indicators of a country."""

from dataclasses import dataclass

from generator.data.catalog import Indicator
from generator.data.countries import Country, GroupKind
from generator.data.dataset import Dataset
from generator.data.memoised import memoised
from generator.data.observations import Observation
from generator.data.statuses import STATUS_WORDS
from generator.formatting import format_number
from generator.messages import gettext as _
from generator.pages.blocks.ranks import rank_text
from generator.pages.blocks.values import (
    NONE,
    attribution,
    interval_text,
    kind_mark,
    spark_of,
    status_mark,
    unlisted,
    value_text,
)
from generator.pages.records.parts import Fact, KeyFigure, LegendEntry, Link, RankText
from generator.pages.records.rows import IndicatorGroup, IndicatorRow
from generator.urls import group_url, indicator_url, slug_of


def plan_facts(dataset: Dataset, code: str) -> tuple[Fact, ...]:
    """Return known facts: capital, region, income group, area, languages, currencies, groups."""
    country = dataset.countries[code]
    income = f"{country.income_group} ({country.income_group_year})" if country.income_group else ""
    region = (Link(text=country.region, url=group_url(slug_of(country.region))),) if country.region else ()
    groups = tuple(
        Link(text=g.short, url=group_url(g.id))
        for g in dataset.groups.values()
        if g.kind is GroupKind.ORGANISATION and code in g.members
    )
    pairs = (
        (_("Capital"), country.capital),
        (_("Region"), region),
        (_("Income group"), income),
        (_("Languages"), ", ".join(country.languages)),
        (_("Currency"), ", ".join(c.partition(": ")[2] or c for c in country.currencies)),
        (_("Area"), _area(country)),
        (_("Member of"), groups),
    )
    return tuple(_fact(label, value) for label, value in pairs if value)


def _area(country: Country) -> str:
    if country.area_km2 is None:
        return ""
    return _("{area} km²").format(area=format_number(country.area_km2, 0)) if country.area_km2 else _("under 1 km²")


def _fact(label: str, value: str | tuple[Link, ...]) -> Fact:
    return Fact(label=label, value=value) if isinstance(value, str) else Fact(label=label, value="", links=value)


def plan_key_figures(dataset: Dataset, code: str, indicators: tuple[str, ...]) -> tuple[KeyFigure, ...]:
    """Return the key figures that have a value, in the order of the layout."""
    found = ((dataset.indicator(i), dataset.latest(i, code)) for i in indicators)
    return tuple(_key_figure(dataset, i, o, code) for i, o in found if o is not None)


def _key_figure(dataset: Dataset, indicator: Indicator, observation: Observation, code: str) -> KeyFigure:
    return KeyFigure(
        title=indicator.short_title,
        url=indicator_url(indicator.id),
        value=value_text(indicator, observation, "prose"),
        interval=interval_text(indicator, observation),
        machine=observation.text,
        unit=unit_text(indicator),
        year=str(observation.year),
        status=status_mark(observation),
        rank=_key_rank(dataset, indicator, code),
        spark=spark_of(dataset, indicator.id, code),
        source=attribution(dataset, observation),
    )


def _key_rank(dataset: Dataset, indicator: Indicator, code: str) -> RankText:
    """Return the rank, or that there is none as countries count differently."""
    if not indicator.comparable:
        return RankText(overall=_("not ranked: counts differ"), region="")
    return rank_text(dataset, indicator.id, code)


def unit_text(indicator: Indicator) -> str:
    """Return the unit with details: `constant 2021 international $`, `% of GDP`."""
    return indicator.unit.note or indicator.unit.symbol


def plan_indicator_table(dataset: Dataset, code: str) -> tuple[IndicatorGroup, ...]:
    """Return every indicator by topic with the latest value, `..` if unknown, `–` for none."""
    groups = (
        IndicatorGroup(
            topic=dataset.catalog.topics[topic].title,
            rows=tuple(row_of_table(dataset, i, code) for i in indicators),
        )
        for topic, indicators in dataset.indicators_by_topic()
    )
    return tuple(group for group in groups if group.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """What a row says of its indicator, whatever the country."""

    title: str
    url: str
    unit: str
    kind_mark: str
    is_counted: bool
    """Whether figures are counts of a list."""


@memoised
def head_of_row(dataset: Dataset, name: str) -> _Head:
    """Return what the rows of an indicator have in common in all tables of countries."""
    indicator = dataset.indicator(name)
    return _Head(
        title=indicator.title,
        url=indicator_url(name),
        unit=unit_text(indicator),
        kind_mark=kind_mark(indicator),
        is_counted=indicator.counted_from is not None,
    )


@memoised
def row_of_table(dataset: Dataset, name: str, code: str) -> IndicatorRow:
    """Return what a country's table says of an indicator: one question, as the page shows nothing less."""
    head, indicator, observation = head_of_row(dataset, name), dataset.indicator(name), dataset.latest(name, code)
    nil = head.is_counted and unlisted(dataset, name, code)
    rank = rank_text(dataset, name, code) if observation else None
    return IndicatorRow(
        id=name,
        title=head.title,
        url=head.url,
        value=NONE if nil else value_text(indicator, observation or _inapplicable(dataset, name, code)),
        known=nil or bool(observation and observation.text),
        unit=head.unit,
        year=str(observation.year) if observation else "",
        status=status_mark(observation),
        kind_mark=head.kind_mark,
        rank=rank.overall if rank else "",
        moved=rank.moved if rank and rank.overall else None,
        spark=spark_of(dataset, name, code),
        source=dataset.catalog.origins[indicator.origins[0]].attribution if nil else attribution(dataset, observation),
    )


def _inapplicable(dataset: Dataset, indicator: str, code: str) -> Observation | None:
    """Return the row with the reason why the indicator cannot apply to the country, or None."""
    return next((o for o in dataset.series(indicator, code).observations if o.status == "M"), None)


def plan_marks(
    values: tuple[str, ...], statuses: tuple[str, ...], kinds: tuple[str, ...] = ()
) -> tuple[LegendEntry, ...]:
    """Return the legend of the marks in a table, in a fixed order."""
    meanings = {
        "..": (_("not available"), values),
        "n/a": (_("not applicable"), values),
        "–": (_("none"), values),
        **{mark: (meaning, statuses) for mark, meaning in STATUS_WORDS.items()},
        "*": (_("composite index"), kinds),
        "†": (_("survey"), kinds),
    }
    return tuple(LegendEntry(mark=mark, meaning=text) for mark, (text, used) in meanings.items() if mark in used)
