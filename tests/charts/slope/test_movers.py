"""A slope of places: who is shown by which rule, with which words, and what it leaves out."""

from generator.charts.chart import Chart
from generator.charts.slope.movers import most_populous, plan_movers
from generator.data.change import world_changes
from generator.data.dataset import Dataset
from generator.data.memoised import traced
from tests.datasets import CODES, dataset

UP = {"AAA": ("1", "90"), "ABA": ("2", "80")}
FIGURES = {
    code: dict(zip((2000, 2024), UP.get(code, (str(20 + at), str(20 + at))), strict=True))
    for at, code in enumerate(CODES)
}
PEOPLE = {code: {2024: str(100 + at)} for at, code in enumerate(CODES)}


def moved(data: Dataset, *, valued: bool = True) -> Chart:
    chart = plan_movers(data, "one", world_changes(data, "one").found, valued=valued)
    assert chart
    return chart


def test_few_are_shown_by_a_rule_that_the_note_says() -> None:
    drawn = moved(dataset({"one": FIGURES, "population": PEOPLE}))
    assert [(row.header, row.cells, row.highlight) for row in drawn.table.rows][:3] == [
        ("Name AAA", ("12", "1", "1.0", "90.0"), True),
        ("Name ABA", ("11", "2", "2.0", "80.0"), True),
        ("Name ALA", ("1", "3", "31.0", "31.0"), False),
    ]
    assert drawn.note == (
        "Shown are the 2 countries that gained most places (bold), the 3 that lost most and the 4 most populous, "
        "of the 12 countries with a figure in both years."
    )


def test_its_words_name_every_place_and_its_data_are_both_years() -> None:
    drawn = moved(dataset({"one": FIGURES}))
    assert drawn.description.startswith("Places among 12 countries in 2000 and 2024. Name AAA from 12 to 1; ")
    assert [(data.first, data.last) for data in drawn.figures] == [(2000, 2000), (2024, 2024)]
    assert drawn.subtitle == "Title of one, units, place 1 has the highest figure"


def test_the_labels_say_what_was_gained() -> None:
    spec = moved(dataset({"one": FIGURES})).drawings[0].spec
    assert "Name AAA 1 (+11)" in spec
    assert "Name ALA 3 (−2)" in spec


def test_scores_that_do_not_compare_are_left_out() -> None:
    drawn = moved(dataset({"one": FIGURES}), valued=False)
    assert drawn.table.columns == ("Country", "Place, 2000", "Place, 2024")
    assert drawn.table.rows[0].cells == ("12", "1")


def test_where_nobody_moved_there_is_none() -> None:
    still = dataset({"one": {code: {2000: "1", 2024: "1"} for code in CODES}})
    assert plan_movers(still, "one", world_changes(still, "one").found) is None


def test_the_most_populous_are_asked_for_at_once_and_not_how_many_people_each_has() -> None:
    data = dataset({"population": PEOPLE})
    found, asked = traced(data, lambda: most_populous(data, CODES[:6]))
    assert found == CODES[5:1:-1]
    assert {question[0] for question in asked} == {"most_populous"}
    assert most_populous(dataset({"one": FIGURES}), CODES) == ()
