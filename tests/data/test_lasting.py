"""What is made of data lasts while what was asked for it has the same answers."""

from dataclasses import replace

import pytest

from generator.data.dataset import Dataset
from generator.data.lasting import lasting, with_answers
from generator.memo import Memo
from tests.datasets import CODES, dataset

ONE, TWO, *_OTHERS = CODES


def data(one: str, two: str = "2", frame: str = "frame") -> Dataset:
    """Return data with two figures of one indicator and one of another."""
    rows = {"one": {ONE: {2024: one}, TWO: {2024: two}}, "two": {ONE: {2024: "9"}}}
    return replace(dataset(rows), frame=frame, rows={name: str(found) for name, found in rows.items()})


@pytest.mark.parametrize(
    ("then", "times"),
    [
        (data("1"), 1),  # equal data
        (data("1", "3"), 1),  # another row, whose figure nobody asked for
        (data("5"), 2),
        (replace(data("1"), observations={}, rows={}), 2),
        (replace(data("5"), frame=""), 2),  # whether they compare is not known
    ],
)
def test_it_is_made_anew_where_an_answer_differs(then: Dataset, times: int) -> None:
    made: list[str] = []

    def look(at: Dataset) -> str:
        found = at.latest("one", ONE)
        made.append(found.text if found else "none")
        return made[-1]

    memo = Memo()
    first = data("1")
    assert lasting(memo, ("look",), first, lambda: look(first))[0] == "1"
    memo.turn()
    text, asked = lasting(memo, ("look",), then, lambda: look(then))
    assert (len(made), set(asked)) == (times, {("Dataset.latest", ("one", ONE))})
    assert text == ("5" if then.observations and "5" in then.rows["one"] else "none" if not then.rows else "1")
    assert ("Dataset.latest", ("one", ONE)) in then.memory.answers


def test_data_know_the_answers_that_they_share_with_those_of_the_last_run() -> None:
    memo, first, then = Memo(), data("1"), data("5")
    assert with_answers(memo, "data", first) is first
    asked = first.latest("one", ONE), first.latest("two", ONE)
    memo.turn()
    assert with_answers(memo, "data", then) is then
    assert then.memory.answers["Dataset.latest", ("two", ONE)].found is asked[1]
    assert then.latest("one", ONE) != asked[0]
    memo.turn()
    assert not with_answers(memo, "data", data("5", frame="another")).memory.answers


def titled(one: str, two: str) -> Dataset:
    """Return data that note what is read, with these titles of two indicators."""
    plain, titles = data("1"), {"one": one, "two": two}
    entries = {name: replace(each, title=titles[name]) for name, each in plain.catalog.indicators.items()}
    return replace(plain, catalog=replace(plain.catalog, indicators=entries), rest="rest").noting()


@pytest.mark.parametrize(("then", "found"), [(("A", "B"), "A 1"), (("A", "C"), "A 1"), (("C", "B"), "C 2")])
def test_it_is_made_anew_where_an_entry_differs_that_was_read(then: tuple[str, str], found: str) -> None:
    made: list[str] = []

    def look(at: Dataset) -> str:
        made.append(at.indicator("one").title if at.latest("one", ONE) else "none")
        return f"{made[-1]} {len(made)}"

    memo, first, second = Memo(), titled("A", "B"), titled(*then)
    lasting(memo, ("look",), first, lambda: look(first))
    memo.turn()
    assert lasting(memo, ("look",), second, lambda: look(second))[0] == found


def test_answers_are_shared_where_the_entries_they_read_are_the_same() -> None:
    memo, first, then = Memo(), titled("A", "B"), titled("C", "B")
    with_answers(memo, "noting", first)
    assert first.preferred("one")
    assert first.preferred("two")
    same = replace(first, catalog=first.catalog)
    memo.turn()
    with_answers(memo, "noting", then)
    assert ("Dataset.preferred", ("two",)) in then.memory.answers
    assert same.facts == first.facts != then.facts
