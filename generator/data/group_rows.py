"""Groups beside countries: data in which a group has a row for each year in which it has a figure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.data.aggregates import figure_number, group_figures, members_of
from generator.data.catalog import Method
from generator.data.columns import Columns, compact, numbers_of
from generator.data.countries import Country, GroupKind
from generator.data.dataset import Dataset
from generator.data.memoised import once
from generator.data.observations import Observation
from generator.data.packed import with_rows
from generator.urls import slug_of


def named_group(dataset: Dataset, code: str) -> str | None:
    """Return the group that an author names where a country may stand, or None for a country: `eu`."""
    return dataset.group_named(code) if code and code not in dataset.countries else None


def weightiest(dataset: Dataset, indicator: str, group: str) -> tuple[str, ...]:
    """Return the profiled members of a group, first those that weigh most in its figure."""
    how = dataset.indicator(indicator).aggregate
    latest = {code: dataset.latest(how.weight if how else indicator, code) for code in dataset.members(group)}
    weights = {code: (found.value if found else None) or 0.0 for code, found in latest.items()}
    return tuple(sorted(weights, key=lambda code: (-weights[code], code)))


def group_origins(dataset: Dataset, indicator: str, group: str) -> tuple[tuple[str, str], ...]:
    """Return origin and indicator of all that makes a group's figure: its members' and the weights."""
    how = dataset.indicator(indicator).aggregate
    series = dict.fromkeys((indicator, how.weight) if how and how.method is Method.MEAN else (indicator,))
    codes = members_of(dataset, group)
    return tuple((o, each) for each in series for o in _in_order(dataset, each, codes))


def _in_order(dataset: Dataset, indicator: str, codes: Iterable[str]) -> Iterator[str]:
    used = dataset.origins_among(indicator, tuple(codes))
    return (origin for origin in dataset.indicator(indicator).origins if origin in used)


def with_groups(dataset: Dataset, indicator: str, names: Iterable[str]) -> Dataset:
    """Return the data in which these groups have figures of an indicator, as countries without a profile.

    `names` are what authors write, `central-asia`. Rankings, medians and coverage stay as they are.
    """
    groups = {name: group for name in dict.fromkeys(names) if (group := named_group(dataset, name)) is not None}

    def made() -> Dataset:
        whole = replace(
            dataset,
            countries={**dataset.countries, **{name: _country(dataset, name, groups[name]) for name in groups}},
            observations=with_rows(dataset.observations, {indicator: _with_rows(dataset, indicator, groups)}),
        )
        whole.memory.beneath = dataset.columns
        return whole

    return once(dataset, ("with groups", indicator, tuple(groups)), made)


def _with_rows(dataset: Dataset, indicator: str, groups: Mapping[str, str]) -> Columns:
    columns = dataset.columns(indicator)
    if columns is None:
        raise KeyError(indicator)
    rows = [row for name, group in groups.items() for row in _rows(dataset, indicator, name, group)]
    whole = Columns(
        indicator=indicator,
        countries=[*columns.countries, *(row.country for row in rows)],
        years=[*columns.years, *(row.year for row in rows)],
        texts=[*columns.texts, *(row.text for row in rows)],
        statuses=[*columns.statuses, *(row.status for row in rows)],
        origins=[*columns.origins, *(row.origin for row in rows)],
        notes=[*columns.notes, *("" for _row in rows)],
        values=[*columns.values, *numbers_of([row.text for row in rows])],
        lowers=[*columns.lowers, *("" for _row in rows)] if columns.lowers else (),
        uppers=[*columns.uppers, *("" for _row in rows)] if columns.uppers else (),
    )
    return compact(whole)


def _rows(dataset: Dataset, indicator: str, name: str, group: str) -> Iterator[Observation]:
    """Yield a group's figures of the first origin its members have, with the series' usual status."""
    entry = dataset.indicator(indicator)
    origin = next(_in_order(dataset, indicator, members_of(dataset, group)), "")
    for figure in group_figures(dataset, indicator, group):
        text, status = figure_number(entry, figure), entry.default_status
        yield Observation(indicator=indicator, country=name, year=figure.year, text=text, status=status, origin=origin)


def _country(dataset: Dataset, name: str, group: str) -> Country:
    """Return a group as what has figures: organisations have an article, regions have none."""
    entry = dataset.groups.get(group)
    return Country(
        code=name,
        alpha2="",
        m49="",
        name=dataset.group_title(group),
        slug=slug_of(group),
        official_name=dataset.group_title(group),
        native_names=(),
        aliases=(),
        capital="",
        region="",
        income_group="",
        income_group_year=None,
        area_km2=None,
        languages=(),
        currencies=(),
        neighbours=(),
        definite=entry is not None and entry.kind is GroupKind.ORGANISATION,
    )
