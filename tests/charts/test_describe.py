"""Words beside charts: singular, articles, and extremes that say something."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.charts.describe import NamedSeries, amount, describe_course
from generator.charts.plan import plan_chart
from generator.charts.request import ChartKind, ChartRequest
from generator.data.catalog import Indicator, Unit, UnitKind
from generator.data.countries import Country
from generator.data.dataset import Dataset
from tests.datasets import CODES, dataset

MEDALS = Unit(kind=UnitKind.COUNT, symbol="medals", one="medal")


def won() -> Indicator:
    held = dataset({}).indicator("one")
    return replace(held, short_title="Medals", unit=MEDALS, decimals=0)


@pytest.mark.parametrize(("value", "text"), [("1", "1 medal"), ("0", "0 medals"), ("11", "11 medals")])
def test_only_one_is_singular(value: str, text: str) -> None:
    assert amount(won(), Decimal(value), "exact") == text


@pytest.mark.parametrize("kind", [ChartKind.TREND, ChartKind.SLOPE])
def test_names_take_their_article_in_the_words_of_a_chart_and_begin_its_note_with_a_capital(kind: ChartKind) -> None:
    own, near, far = CODES[:3]
    held = dataset({"one": {own: {2000: "1", 2024: "2"}, near: {2000: "1", 2024: "3"}, far: {2000: "90", 2024: "99"}}})
    held = replace(held, countries=_bordering(held, own, (near, far))).with_grammar(CODES, ())
    request = ChartRequest(kind=kind, indicator="one", country=own)
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
        return describe_course(won(), NamedSeries(name="A", points=points), ())

    assert "Highest" not in told("1", "5.4", "5.2")
    assert told("1", "6", "5").endswith("Highest 6 medals in 2001.".replace(" medals", "\N{NO-BREAK SPACE}medals"))


def test_after_a_colon_a_name_is_a_label_and_has_no_article() -> None:
    held = dataset({"one": {CODES[0]: {2000: "1", 2024: "2"}, CODES[1]: {2000: "3", 2024: "4"}}}).with_grammar(
        CODES, ()
    )
    chart = plan_chart(ChartRequest(kind=ChartKind.TREND, indicator="one", country=""), held, chart_id="c")
    assert chart
    assert f"highest: Name {CODES[1]}, " in chart.description
