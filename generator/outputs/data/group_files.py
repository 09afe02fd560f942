"""The own figures of a region or organisation as files: CSV, JSON, and a description of both."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from generator.data.aggregates import GroupFigure, group_figures, members_of
from generator.data.catalog import Aggregate, Indicator
from generator.data.dataset import Dataset
from generator.data.group_rows import group_origins
from generator.output import Output
from generator.outputs.data.csvw import COLUMNS, describe_csv
from generator.outputs.data.keys import key_of, rows_key
from generator.pages.blocks.tables import unit_text
from generator.pages.downloads.csv_rows import csv_text
from generator.pages.downloads.indicator import about_files
from generator.pages.downloads.json_series import json_object, json_text
from generator.pages.downloads.metadata import About, Published
from generator.pages.frame.provenance import attributions
from generator.pages.kinds.group import group_ids
from generator.urls import group_url, output_path

MEANINGS: Mapping[str, Mapping[str, object]] = {
    "group": {"dc:description": "id of the region or organisation, as in data/catalog.json"},
    "indicator": COLUMNS["indicator"],
    "year": COLUMNS["year"],
    "value": {"datatype": "number", "dc:description": "calculated here from the figures of the members"},
    "members": {"datatype": "integer", "dc:description": "members with a figure of that year"},
    "of": {"datatype": "integer", "dc:description": "all members"},
    "share": {"datatype": "number", "dc:description": "share of the members with a figure in the weight of all"},
}
"""The meaning of each column of a group's file."""

DESCRIBED = "`methods` among the notes say of each indicator whether its figures are sums, or means weighted by another indicator."
"""What the description of a group's CSV says of how its figures are made."""

SHARED = ("group", "of")
"""Columns that are the same in all rows: the description beside the file has them."""


def plan_group_files(site: Published, code: str) -> Iterator[Output]:
    """Yield the files of each group's own figures; `code` is a digest of the program."""
    for group_id in group_ids(site.dataset):
        beside = output_path(group_url(group_id)).removesuffix("index.html")
        key = key_of(code, *_key(site.dataset, group_id))
        about = key_of(code, json_text(_about(site, group_id).record()))
        files = (
            ("data.csv", key, partial(group_csv, site.dataset, group_id)),
            ("data.json", key_of(key, about), partial(group_json, site, group_id)),
            ("data.csv-metadata.json", key_of(key, about), partial(_metadata, site, group_id)),
        )
        for name, of, make in files:
            yield Output(path=f"{beside}{name}", key=f"{name} {of}", render=partial(_encoded, make))


def _encoded(make: Callable[[], str]) -> bytes:
    return make().encode()


def _key(dataset: Dataset, group_id: str) -> tuple[str, ...]:
    """Return what a group's figures depend on: methods, members, and the rows of figures and weights."""
    codes = members_of(dataset, _group(dataset, group_id))
    entries = [indicator for indicator, _how in _aggregated(dataset)]
    series = dict.fromkeys((*(i.id for i in entries), *(how.weight for _i, how in _aggregated(dataset))))
    return group_id, *codes, repr(entries), rows_key(dataset, ((i, code) for i in series for code in codes))


def _group(dataset: Dataset, group_id: str) -> str:
    return dataset.group_named(group_id) or group_id


def _aggregated(dataset: Dataset) -> Iterator[tuple[Indicator, Aggregate]]:
    """Yield each indicator of which groups have figures, with the method."""
    for indicator in dataset.catalog.indicators.values():
        if indicator.aggregate and indicator.comparable:
            yield indicator, indicator.aggregate


def group_csv(dataset: Dataset, group_id: str) -> str:
    """Return a group's figures in every year, with what they rest on."""
    rows = (
        (f.indicator, f.year, json_text(_plain(f.value)), f.members, f"{f.share:.4f}")
        for indicator, _how in _aggregated(dataset)
        for f in group_figures(dataset, indicator.id, _group(dataset, group_id))
    )
    return csv_text(_columns(), rows)


def _plain(value: float) -> float:
    """Return a whole number without decimals: `42010246`."""
    return int(value) if value.is_integer() else value


def _columns() -> tuple[str, ...]:
    return tuple(name for name in MEANINGS if name not in SHARED)


def group_json(site: Published, group_id: str) -> str:
    """Return the same figures as JSON, with titles, units and sources."""
    dataset, group = site.dataset, _group(site.dataset, group_id)
    found = ((*entry, group_figures(dataset, entry[0].id, group)) for entry in _aggregated(dataset))
    series = {i.id: json_text(_series(dataset, group, i, how, figures)) for i, how, figures in found if figures}
    head = {
        "id": group_id,
        "name": dataset.group_title(group),
        "members": members_of(dataset, group),
        **_about(site, group_id).in_short(),
    }
    return json_object({**{name: json_text(value) for name, value in head.items()}, "indicators": json_object(series)})


def _series(
    dataset: Dataset, group: str, indicator: Indicator, how: Aggregate, figures: Sequence[GroupFigure]
) -> Mapping[str, object]:
    """Return a series by year from its first; a year without a figure is null."""
    by_year = {figure.year: figure for figure in figures}
    years = [by_year.get(year) for year in range(figures[0].year, figures[-1].year + 1)]
    return {
        "title": indicator.title,
        "unit": unit_text(indicator),
        "source": attributions(dataset, group_origins(dataset, indicator.id, group)),
        "method": how.method,
        "weight": how.weight,
        "from": figures[0].year,
        "values": [figure and _plain(figure.value) for figure in years],
        "members": [figure and figure.members for figure in years],
        "of": figures[0].of,
        "share": [figure and round(figure.share, 4) for figure in years],
    }


def _about(site: Published, group_id: str) -> About:
    dataset, group = site.dataset, _group(site.dataset, group_id)
    used = dict.fromkeys(pair for i, _how in _aggregated(dataset) for pair in group_origins(dataset, i.id, group))
    return about_files(site, dataset.group_title(group), group_url(group_id), tuple(used))


def _metadata(site: Published, group_id: str) -> str:
    group = _group(site.dataset, group_id)
    title, of = site.dataset.group_title(group), len(members_of(site.dataset, group))
    shared = dict(zip(SHARED, (group_id, str(of)), strict=True))
    described = describe_csv(title, DESCRIBED, _about(site, group_id), _columns(), MEANINGS, constant=shared)
    return json_text({**described, "notes": [{"methods": _methods(site.dataset, group)}]})


def _methods(dataset: Dataset, group: str) -> Mapping[str, Mapping[str, str]]:
    """Return how a group's figures are made, by the indicator."""
    return {
        indicator.id: {"method": how.method, "weight": how.weight}
        for indicator, how in _aggregated(dataset)
        if group_figures(dataset, indicator.id, group)
    }
