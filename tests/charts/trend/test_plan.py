"""Which lines a trend shows: none that would flatten the country's own."""

import json
from dataclasses import replace

from generator.charts.plan import plan_chart
from generator.charts.request import ChartKind, ChartRequest
from generator.charts.scale import OUT_OF_SCALE
from generator.charts.trend.choose import ALL_NAMED, NAMED, _in_scale
from generator.data.catalog import Unit, UnitKind
from generator.data.countries import Country
from generator.data.dataset import Dataset
from tests.datasets import CODES, dataset


def test_a_median_far_above_the_own_line_is_left_out() -> None:
    own = ((2000, 10.0), (2001, 12.0))
    near, far = ((2000, 12 * OUT_OF_SCALE),), ((2000, 12 * OUT_OF_SCALE + 1),)
    assert _in_scale(near, own) == near
    assert _in_scale(far, own) == ()
    assert _in_scale((), own) == ()


def _bordering(held: Dataset, own: str, others: tuple[str, ...]) -> dict[str, Country]:
    return {**held.countries, own: replace(held.countries[own], neighbours=others)}


def test_a_peer_far_to_either_side_is_out_of_scale_for_rates_of_either_sign() -> None:
    own, near, far = CODES[:3]
    held = dataset({"one": {own: {2023: "-3", 2024: "2"}, near: {2023: "9", 2024: "1"}, far: {2023: "-90", 2024: "4"}}})
    percent = replace(held.indicator("one"), unit=Unit(kind=UnitKind.PERCENT, symbol="%"), minimum=None)
    catalog = replace(held.catalog, indicators={"one": percent})
    held = replace(held, catalog=catalog, countries=_bordering(held, own, (near, far)))
    chart = plan_chart(ChartRequest(kind=ChartKind.TREND, indicator="one", country=own), held, chart_id="c")
    assert chart
    assert chart.note.endswith(f"Name {far} is out of scale.")


def _surveyed(held: Dataset, ends: tuple[tuple[str, str], ...]) -> Dataset:
    """The data where the own country's figures have intervals, and are due every five years."""
    columns = held.observations["one"]
    both = [end for _own, end in zip(columns.countries, ends, strict=True)]
    columns = replace(columns, lowers=[low for low, _high in both], uppers=[high for _low, high in both])
    catalog = replace(held.catalog, indicators={"one": replace(held.indicator("one"), frequency=5)})
    return replace(held, catalog=catalog, observations={"one": columns})


def test_intervals_are_drawn_and_figures_of_every_five_years_are_joined() -> None:
    own = CODES[0]
    held = dataset({"one": {own: {2010: "20", 2015: "24", 2025: "30"}}})
    held = _surveyed(held, (("18", "22"), ("", ""), ("25.5", "41")))
    chart = plan_chart(ChartRequest(kind=ChartKind.TREND, indicator="one", country=own), held, chart_id="c")
    assert chart
    spec = json.loads(chart.drawings[0].spec)
    drawn = spec["datasets"]
    assert drawn["interval"] == [{"high": 22, "x": 2010, "y": 18}, {"high": 41, "x": 2025, "y": 25.5}]
    assert [row["run"][-1] for row in drawn["own"]] == ["0", "0", "1"]
    assert [row["x"] for row in drawn["own_lone"]] == [2025]
    assert max(spec["encoding"]["y"]["scale"]["domain"]) >= 41
    assert "Upright lines: the interval of each figure." in chart.note
    assert "20.0 (18.0 to 22.0)" in " ".join(chart.table.rows[0].cells)


def _named(lines: int) -> tuple[int, str]:
    """Return how many lines of a trend of no one country are named, and its note; one ends early."""
    values = {code: {2022: "20", 2023: f"{30 + at}"} for at, code in enumerate(CODES[:lines])}
    values[CODES[0]] = {2021: "2", 2022: "3"}
    held = dataset({"one": values})
    request = ChartRequest(kind=ChartKind.TREND, indicator="one", country="", compare=CODES[:lines])
    chart = plan_chart(request, held, chart_id="c")
    assert chart
    return len(json.loads(chart.drawings[0].spec)["datasets"]["labels"]), chart.note


def test_each_line_has_its_name_and_where_too_many_do_not_the_note_says_which() -> None:
    count, note = _named(ALL_NAMED)
    assert count == ALL_NAMED
    assert "named" not in note
    count, note = _named(ALL_NAMED + 1)
    assert count == NAMED
    assert note.startswith("Only the five largest are named.")
