"""Topics and findings of this world: reckoned again from the committed files, and different enough."""

from datetime import date
from itertools import pairwise

import pandas as pd
import pytest

from generator.pages.blocks.overview import plan_coverage, plan_overview
from generator.pages.kinds.findings import plan_findings
from tests.repository import REPOSITORY
from tests.world.data import World, real_data

pytestmark = pytest.mark.slow

ONE_ORIGIN = (
    "fertility_rate",
    "infant_mortality",
    "gdp_per_head_ppp",
    "internet_users",
    "co2_per_head",
    "exports_share",
)


@pytest.fixture(scope="module")
def rows() -> dict[str, pd.DataFrame]:
    profiles = real_data()[1].profiles
    found = {}
    for name in ONE_ORIGIN:
        table = pd.read_csv(REPOSITORY / f"data/observations/{name}.csv", keep_default_na=False)
        assert len(set(table.origin)) == 1  # so that no origin is preferred to another
        figures = table[table.country.isin(profiles) & (table.value != "") & ~table.status.isin(list("FLMO"))]
        found[name] = figures.assign(value=figures.value.astype(float))
    return found


@pytest.mark.parametrize("name", ONE_ORIGIN)
def test_a_row_says_what_the_file_says(world: World, rows: dict[str, pd.DataFrame], name: str) -> None:
    dataset, table = world[0], rows[name]
    (row,) = plan_overview(dataset, (name,))
    counts = table.groupby("year").size()
    year = int(counts[counts >= 0.8 * counts.max()].index.max())
    assert row.year == str(year)
    assert row.count == f"{counts[year]} in {year}"
    low, median, high = (
        f"{table[table.year == year].value.quantile(q):,.{dataset.indicator(name).decimals}f}"
        for q in (0.25, 0.5, 0.75)
    )
    assert row.median.strip("$%") == median
    assert [end.strip("$%") for end in row.middle.split(" to ")] == [low, high]
    (covered,) = plan_coverage(dataset, (name,), (2000, year))
    assert covered.counts == (str(counts.get(2000, "–")), str(counts[year]))


def test_three_years_of_editions_have_thirty_different_findings(world: World) -> None:
    editions = [plan_findings(*world, date(2026 + at // 12, at % 12 + 1, 1)) for at in range(36)]
    assert {len(found) for found in editions} == {3}
    assert len({finding.text for found in editions for finding in found}) >= 30
    assert all(set(one) != set(other) for one, other in pairwise(editions))
