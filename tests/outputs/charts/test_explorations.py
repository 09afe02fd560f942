"""Files of charts to explore: lines that an indicator's file has are cut from it, and keys say so."""

import json
from dataclasses import replace

import pytest

from generator.cache import Cache, MemoryCache
from generator.charts.request import ChartKind
from generator.data.dataset import Dataset
from generator.output import Output
from generator.outputs.charts.explorations import amounts_of, plan_explorations
from tests.charts.planned import chart
from tests.datasets import dataset

FIGURES = {year: str(year % 7 + 1) for year in range(2000, 2010)}


def planned(
    values: dict[int, str],
    of: Dataset | None = None,
    path: str = "countries/aaa/explore.json",
    cache: Cache | None = None,
) -> Output:
    """Return the file of a trend; `of` is the dataset that lines are cut from, if not the chart's."""
    given = {"one": {"AAA": values}}
    made, data = chart(ChartKind.TREND, given), of or dataset(given)
    assert made
    return plan_explorations(data, {"chart": made}, path, "", amounts_of(data), cache or MemoryCache())


def lines(file: Output) -> list[object]:
    (made,) = json.loads(file.render())["charts"].values()
    found: list[object] = made["lines"]
    return found


def test_a_line_that_the_file_of_the_indicator_has_is_named_by_its_code() -> None:
    assert lines(planned(FIGURES)) == [["own", "AAA", 2000, 2009]]


def test_it_is_kept_with_the_drawings_for_its_page_alone() -> None:
    kept = MemoryCache()
    first = planned(FIGURES, cache=kept).render()
    kept.put = never  # type: ignore[method-assign]
    assert planned(FIGURES, cache=kept).render() == first
    with pytest.raises(AssertionError):
        planned(FIGURES, path="groups/one/explore.json", cache=kept).render()


def never(key: str, data: bytes) -> None:
    """Take nothing."""
    raise AssertionError(key, data)


def test_a_year_without_a_figure_leaves_it_so() -> None:
    given = {"one": {"AAA": {**FIGURES, 2004: "nan M"}}}
    without = {year: text for year, text in FIGURES.items() if year != 2004}
    file = planned(without, dataset(given))
    assert lines(file) == [["own", "AAA", 2000, 2009]]
    assert file.key != planned(without).key


def test_another_code_of_a_country_is_another_file() -> None:
    given = {"one": {"AAA": FIGURES}}
    data = dataset(given)
    renamed = {code: country for code, country in data.countries.items() if code != "AAA"}
    other = replace(data, countries={**renamed, "AAA": replace(data.countries["AAA"], name="Another name")})
    assert planned(FIGURES).key != planned(FIGURES, other).key
