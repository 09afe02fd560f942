"""Figures of groups, made a second time from the files of the repository alone."""

import csv
import io
from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import pytest
from ruamel.yaml import YAML

from generator.outputs.data.group_files import group_csv
from tests.repository import REPOSITORY
from tests.world.data import world_data

pytestmark = pytest.mark.slow

GROUPS = ("central-asia", "eu", "oic", "caribbean")
DATA = REPOSITORY / "data"

Table = Any
"""A frame of pandas, whose stubs know less of its cells than this test does."""


@cache
def catalog() -> Mapping[str, Any]:
    """Return the entry of each indicator of which groups have figures."""
    files = [YAML(typ="safe").load(path.read_text("utf-8")) for path in sorted(DATA.glob("catalog/indicators/*.yaml"))]
    entries = {name: entry for file in files for name, entry in file.items()}
    return {name: e for name, e in entries.items() if "aggregate" in e and e.get("comparable", True)}


@cache
def figures(name: str, *origins: str) -> Table:
    """Return what was observed: a row for each year, a column for each country, of the preferred origin."""
    rows = pd.read_csv(DATA / f"observations/{name}.csv", dtype={"note": str})
    rows = rows[rows.value.notna() & ~rows.status.isin(list("FLMO"))]
    rows = rows.assign(order=rows.origin.map(list(origins).index)).sort_values("order")
    return rows.drop_duplicates(["country", "year"]).pivot_table(index="year", columns="country", values="value")


def members(group: str) -> list[str]:
    named = YAML(typ="safe").load((DATA / "groups.yaml").read_text("utf-8"))
    if group in named:
        return list(named[group]["members"])
    profiles = YAML(typ="safe").load((REPOSITORY / "site.yaml").read_text("utf-8"))["profiles"]
    countries = pd.read_csv(DATA / "countries.csv", keep_default_na=False).set_index("code").region
    return [code for code in profiles if countries[code].lower().replace(" ", "-") == group]


@cache
def nearest(name: str, *origins: str) -> Table:
    """Return weights for every year, of the nearest year known; the earlier of two as near."""
    years = np.arange(1950, 2031)
    filled = {}
    for code, weights in figures(name, *origins).items():
        known = weights.dropna()
        filled[code] = known.to_numpy()[abs(np.subtract.outer(years, known.index.to_numpy())).argmin(axis=1)]
    return pd.DataFrame(filled, index=years)


def expected(values: Table, weights: Table, whole: Table, method: str) -> dict[int, float]:
    """Return the sums or weighted means of the years in which enough of the columns have a figure."""
    own, all_weights = weights.reindex(values.index), whole.loc[values.index]
    there = values.notna() if method == "sum" else values.notna() & own.notna()
    count, weight = there.sum(axis=1), all_weights.sum(axis=1)
    share = all_weights.where(there).sum(axis=1) / weight.where(weight != 0)
    enough = (count >= 2) & (count >= values.shape[1] * 2 / 3) & (share >= (0.999 if method == "sum" else 0.8))
    sums = values.where(there).sum(axis=1)
    means = (values * own).where(there).sum(axis=1) / own.where(there).sum(axis=1)
    return dict((sums if method == "sum" else means)[enough])


@pytest.mark.parametrize("group", GROUPS)
def test_every_figure_of_a_group_is_that_of_its_members(group: str) -> None:
    codes, entries = members(group), catalog()
    published: dict[str, dict[int, float]] = {}
    for row in csv.DictReader(io.StringIO(group_csv(world_data(), group))):
        published.setdefault(row["indicator"], {})[int(row["year"])] = float(row["value"])
    made = {}
    for name, entry in entries.items():
        ((method, weight),) = entry["aggregate"].items()
        heavy = (weight, *entries[weight]["origins"])
        values, weights = (figures(*of).reindex(columns=codes) for of in ((name, *entry["origins"]), heavy))
        if found := expected(values, weights, nearest(*heavy).reindex(columns=codes).fillna(0), method):
            made[name] = found
    assert {name: list(years) for name, years in published.items()} == {name: list(made[name]) for name in made}
    for name, years in made.items():
        assert published[name] == pytest.approx(years, rel=1e-9), name
