"""Words beside charts: what stands after the number one, and that a median never flattens a country's own line."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.charts.describe import Course, amount, describe_course
from generator.charts.plan import plan_chart
from generator.charts.request import ChartKind, ChartRequest
from generator.charts.sparkline import plan_spark
from generator.charts.trend.plan import OUT_OF_SCALE, _in_scale
from generator.data.catalog import Indicator, Unit, UnitKind
from generator.data.countries import Country
from generator.data.dataset import Dataset
from tests.charts.literals import CODES, dataset

MEDALS = Unit(kind=UnitKind.COUNT, symbol="medals", one="medal")


def won() -> Indicator:
    held = dataset({}).indicator("one")
    return replace(held, short_title="Medals", unit=MEDALS, decimals=0)


def test_one_is_singular_in_the_words_of_a_sparkline() -> None:
    label = plan_spark(((1994, 1.0), (2018, 3.0)), indicator=won()).label
    assert label == "From 1\N{NO-BREAK SPACE}medal in 1994"


@pytest.mark.parametrize(("value", "text"), [("1", "1 medal"), ("0", "0 medals"), ("11", "11 medals")])
def test_only_one_is_singular(value: str, text: str) -> None:
    assert amount(won(), Decimal(value), "exact") == text


def test_a_unit_without_a_singular_keeps_its_symbol() -> None:
    assert Unit(kind=UnitKind.COUNT, symbol="people").after(Decimal(1)) == "people"


def test_a_median_far_above_the_own_line_is_left_out() -> None:
    own = ((2000, 10.0), (2001, 12.0))
    near, far = ((2000, 12 * OUT_OF_SCALE),), ((2000, 12 * OUT_OF_SCALE + 1),)
    assert _in_scale(near, own) == near
    assert _in_scale(far, own) == ()
    assert _in_scale((), own) == ()


@pytest.mark.parametrize("kind", [ChartKind.TREND, ChartKind.SLOPE])
def test_names_take_their_article_in_the_words_of_a_chart_and_begin_its_note_with_a_capital(kind: ChartKind) -> None:
    own, near, far = CODES[:3]
    held = dataset({"one": {own: {2000: "1", 2024: "2"}, near: {2000: "1", 2024: "3"}, far: {2000: "90", 2024: "99"}}})
    held = replace(held, countries=_bordering(held, own, (near, far)))
    request = ChartRequest(kind=kind, indicator="one", country=own, definite=frozenset(CODES))
    chart = plan_chart(request, held, chart_id="c")
    assert chart
    assert f"in the Name {own}: " in chart.description
    assert f"the Name {near}" in chart.description
    assert kind is ChartKind.TREND or chart.note.startswith(f"The Name {far} has no figure")


def _bordering(held: Dataset, own: str, others: tuple[str, ...]) -> dict[str, Country]:
    return {**held.countries, own: replace(held.countries[own], neighbours=others)}


def test_an_extreme_that_reads_as_an_end_does_is_not_told() -> None:
    def told(*values: str) -> str:
        points = tuple(enumerate(map(Decimal, values), start=2000))
        return describe_course(won(), Course(name="A", points=points), ())

    assert "Highest" not in told("1", "5.4", "5.2")
    assert told("1", "6", "5").endswith("Highest 6 medals in 2001.".replace(" medals", "\N{NO-BREAK SPACE}medals"))


def test_a_peer_far_to_either_side_is_out_of_scale_for_rates_of_either_sign() -> None:
    own, near, far = CODES[:3]
    held = dataset({"one": {own: {2023: "-3", 2024: "2"}, near: {2023: "9", 2024: "1"}, far: {2023: "-90", 2024: "4"}}})
    percent = replace(held.indicator("one"), unit=Unit(kind=UnitKind.PERCENT, symbol="%"), minimum=None)
    catalog = replace(held.catalog, indicators={"one": percent})
    held = replace(held, catalog=catalog, countries=_bordering(held, own, (near, far)))
    chart = plan_chart(ChartRequest(kind=ChartKind.TREND, indicator="one", country=own), held, chart_id="c")
    assert chart
    assert chart.note.endswith(f"Name {far} is out of scale.")
