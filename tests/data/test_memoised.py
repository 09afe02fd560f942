"""Each question is answered once; who asked it and which rows were read is known."""

from generator.data.facts import Entries
from generator.data.memoised import FACT, Memory, ask, memoised, once, traced
from tests.datasets import dataset


class Figures:
    """Figures of two indicators, and how often one was looked up."""

    def __init__(self, **figures: int) -> None:
        self.memory = Memory()
        self.figures = figures
        self.looked_up = 0

    @memoised
    def figure(self, name: str) -> int:
        self.memory.reads(name)
        self.looked_up += 1
        return self.figures[name]

    @memoised
    def total(self, *, of: tuple[str, ...]) -> int:
        return sum(self.figure(name) for name in of)

    @memoised
    def fixed(self) -> int:
        return 1


FIGURE, TOTAL = "Figures.figure", "Figures.total"


def test_only_what_is_asked_from_outside_is_asked_and_all_that_was_read_is_known() -> None:
    data = Figures(a=1, b=2)
    assert traced(data, lambda: data.total(of=("a", "b"))) == (3, frozenset({(TOTAL, (), (("of", ("a", "b")),))}))
    assert traced(data, lambda: data.figure("a") + data.fixed())[1] == {(FIGURE, ("a",)), ("Figures.fixed", ())}
    assert data.memory.read((TOTAL, (), (("of", ("a", "b")),))) == {"a", "b"}
    assert data.memory.read(("Figures.fixed", ())) == frozenset()
    assert data.looked_up == 2


def test_an_answer_from_memory_counts_for_the_question_that_needs_it() -> None:
    data = Figures(a=1, b=2)
    data.figure("a")
    data.total(of=("a",))
    assert data.memory.read((TOTAL, (), (("of", ("a",)),))) == {"a"}


def test_what_is_made_once_has_its_questions_asked_by_all_who_need_it() -> None:
    data = Figures(a=1)
    asked = [traced(data, lambda: once(data, ("made",), lambda: data.figure("a"))) for _ in range(2)]
    assert asked == [(1, frozenset({(FIGURE, ("a",))}))] * 2


def test_a_trace_within_a_trace_belongs_to_both() -> None:
    data = Figures(a=1, b=2)

    def both() -> int:
        return data.figure("b") + traced(data, lambda: data.figure("a"))[0]

    assert traced(data, both)[1] == {(FIGURE, ("a",)), (FIGURE, ("b",))}


def test_data_made_of_others_ask_these_for_every_page() -> None:
    data, made = Figures(a=1), Figures(a=5)
    made.memory.beneath = data.figure
    pages = [traced(data, lambda: made.figure("a")) for _ in range(2)]
    assert pages == [(5, frozenset({(FIGURE, ("a",))}))] * 2


def test_a_question_is_asked_again_of_other_data() -> None:
    assert ask(Figures(a=7, b=2), (TOTAL, (), (("of", ("a", "b")),))) == 9


def test_other_data_take_over_the_answers_that_rest_on_rows_they_share() -> None:
    before, now = Figures(a=1, b=2), Figures(a=1, b=3)
    assert (before.figure("a"), before.figure("b"), before.fixed()) == (1, 2, 1)
    now.memory.inherit(before.memory, frozenset({"b"}), before.memory.answers)
    assert (now.figure("a"), now.figure("b"), now.fixed()) == (1, 3, 1)
    assert now.looked_up == 1


def test_entries_read_for_an_answer_count_for_all_who_ask_it() -> None:
    entries = Entries("x", {"a": 1})

    class Known(Figures):
        @memoised
        def known(self) -> int:
            return entries["a"]

    data = Known()
    wanted = {(f"{Known.known.__qualname__}", ()), (FACT, "x/a")}
    assert [traced(data, data.known)[1] for _ in range(2)] == [wanted, wanted]
    assert traced(data, lambda: once(data, ("made",), data.known))[1] == wanted
    assert traced(data, lambda: once(data, ("made",), data.known))[1] == wanted


def test_answers_of_a_page_are_forgotten_but_for_those_of_what_was_made_once() -> None:
    data = dataset({"one": {"AAA": {2000: "1"}, "ABA": {2000: "2"}, "BAA": {2000: "3"}}})
    data.series("one", "AAA")
    known = len(data.memory.answers)
    once(data, ("twice", "ABA"), lambda: data.series("one", "ABA"))
    series, latest = data.series("one", "BAA"), data.latest("one", "BAA")
    data.memory.forget(frozenset(("Dataset.series",)), known)
    left = [question[1] for question in data.memory.answers if question[0] == "Dataset.series"]
    assert left == [("one", "AAA"), ("one", "ABA")]
    again, _asked = traced(data, lambda: once(data, ("twice", "ABA"), lambda: data.series("one", "AAA")))
    assert again == data.series("one", "ABA")
    assert (data.series("one", "BAA"), data.latest("one", "BAA")) == (series, latest)
