"""Charts of groups: their members beside them, the method in the note, members' figures to download."""

from dataclasses import replace

import pytest

from generator.charts.chart import Chart
from generator.charts.plan import plan_chart
from generator.charts.request import ChartKind, ChartRequest
from generator.data.catalog import Aggregate, Method
from generator.data.countries import Group, GroupKind
from generator.data.dataset import Dataset
from tests.datasets import CODES, dataset

TRIO = Group(id="trio", title="Trio", short="TRIO", kind=GroupKind.ORGANISATION, members=CODES[:3])
FIGURES = {code: {2000: str(10 * n), 2020: str(20 * n)} for n, code in enumerate(CODES, start=1)}


@pytest.fixture(scope="module")
def grouped() -> Dataset:
    data = dataset({"one": FIGURES, "two": FIGURES})
    how = replace(data.indicator("one"), aggregate=Aggregate(method=Method.MEAN, weight="two"))
    catalog = replace(data.catalog, indicators={**data.catalog.indicators, "one": how})
    return replace(data, groups={"trio": TRIO}, catalog=catalog)


def drawn(data: Dataset, kind: ChartKind, country: str, *compare: str) -> Chart:
    request = ChartRequest(kind=kind, indicator="one", country=country, compare=compare)
    chart = plan_chart(request, data, chart_id="chart")
    assert chart
    return chart


@pytest.mark.parametrize("kind", [ChartKind.TREND, ChartKind.RANKING, ChartKind.SLOPE])
def test_a_group_is_drawn_with_its_members(grouped: Dataset, kind: ChartKind) -> None:
    chart = drawn(grouped, kind, "trio")
    rows = {row.header: row.highlight for row in chart.table.rows}
    assert rows == {"Trio": True, **{grouped.countries[code].name: False for code in CODES[:3]}}
    assert chart.note.startswith("Trio: mean of the members weighted by")


def test_a_country_may_be_compared_with_a_group(grouped: Dataset) -> None:
    chart = drawn(grouped, ChartKind.TREND, CODES[5], "trio")
    assert [row.header for row in chart.table.rows] == [grouped.countries[CODES[5]].name, "Trio"]


def test_members_and_weights_can_be_downloaded(grouped: Dataset) -> None:
    chart = drawn(grouped, ChartKind.TREND, CODES[5], "trio")
    assert [(d.indicator, d.countries) for d in chart.figures] == [
        ("one", (CODES[5], *CODES[:3])),
        ("two", CODES[:3]),
    ]
