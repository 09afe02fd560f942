"""A kept text is read where nothing it was made of differs; else the document is bound anew."""

import json
from dataclasses import replace

import pytest

from generator.cache import MemoryCache
from generator.claims.bound import BoundLink
from generator.data.dataset import Dataset
from generator.diagnostics import Diagnostic, Location
from generator.memo import Part
from generator.outputs.texts import KeptTexts
from generator.outputs.traces import Answers, entries_of
from generator.pages.prose.bind import BoundDocument
from generator.pages.prose.texts import Key, Text
from generator.rules import Rule
from tests.datasets import CODES, dataset

ONE, TWO, *_OTHERS = CODES
KEY = ("bound", "a.md", Part(("index",)))
PROBLEM = Diagnostic(rule=Rule.CLAIM_UNREADABLE, location=Location(path="a.md", line=3), message="No.", hint="Yes.")


def data(one: str, two: str = "2") -> Dataset:
    """Return data with a figure of each of two countries."""
    rows = {"one": {ONE: {2024: one}, TWO: {2024: two}}}
    return replace(dataset(rows), rows={"one": f"{one} {two}"})


class Site:
    """A site of one document, built again and again."""

    def __init__(self) -> None:
        self.state, self.bound = MemoryCache(), 0

    def text(self, of: Dataset, key: Key = KEY, *, program: str = "now") -> Text:
        """Return the text of a build with these data, after which the state is kept."""

        def bind() -> BoundDocument:
            self.bound += 1
            found = of.latest("one", ONE)
            link = BoundLink(url="/", html=found.text if found else "")
            return BoundDocument(summary=("In ", link), diagnostics=(PROBLEM,))

        texts = KeptTexts(state=self.state, program=program, answers=Answers(dataset=of, state=self.state))
        text = texts.of("a.md", key, of, bind)
        self.state.put_all({**entries_of(of, {}, self.state, {}), **texts.entries()})
        return text

    def without_document(self, of: Dataset) -> None:
        """Build the site without its document."""
        texts = KeptTexts(state=self.state, program="now", answers=Answers(dataset=of, state=self.state))
        self.state.put_all({**entries_of(of, {}, self.state, {}), **texts.entries()})


@pytest.mark.parametrize(
    ("then", "key", "program", "bound"),
    [
        (data("1"), KEY, "now", 1),
        (data("1", "3"), KEY, "now", 1),  # nobody asked for this figure
        (data("5"), KEY, "now", 2),
        (data("1"), (*KEY[:2], Part(("another",))), "now", 2),
        (data("1"), (*KEY, object()), "now", 2),  # what cannot be told from others
        (data("1"), KEY, "another", 2),
    ],
)
def test_a_text_is_bound_again_where_an_answer_or_what_it_is_made_of_differs(
    then: Dataset, key: Key, program: str, bound: int
) -> None:
    site = Site()
    first = site.text(data("1"))
    text = site.text(then, key, program=program)
    assert site.bound == bound
    assert text.bound == BoundDocument(
        summary=("In ", BoundLink(url="/", html="5" if "5" in then.rows["one"] else "1")), diagnostics=(PROBLEM,)
    )
    assert text.diagnostics == first.diagnostics == (PROBLEM,)
    assert (text.name == first.name) == (text.bound == first.bound)


def test_a_text_that_the_last_build_did_not_have_is_bound_again() -> None:
    site = Site()
    site.text(data("1"))
    site.without_document(data("5"))
    assert site.text(data("5")).bound.summary == ("In ", BoundLink(url="/", html="5"))


def test_a_text_of_one_build_is_not_compared_with_the_data_of_another() -> None:
    site = Site()
    site.text(data("1"))
    before = {name: site.state.get(name) or b"" for name in ("texts", "text a.md")}
    site.text(data("5"))
    site.state.put_all(before)  # as one reads them whose last moments were another's first
    assert site.text(data("5")).bound.summary == ("In ", BoundLink(url="/", html="5"))


@pytest.mark.parametrize("name", ["text a.md", "texts", "rows of one"])
def test_a_damaged_entry_is_not_read(name: str) -> None:
    site = Site()
    site.text(data("1"))
    site.state.put(name, (site.state.get(name) or b"")[:-9])
    assert site.text(data("5")).bound.summary == ("In ", BoundLink(url="/", html="5"))
    assert site.bound == 2


class Odd(str):
    """A text of a class that no entry may have."""

    __slots__ = ()


def test_a_text_with_something_unknown_is_not_kept() -> None:
    odd, state = BoundDocument(summary=(Odd("x"),)), MemoryCache()
    texts = KeptTexts(state=state, program="now", answers=Answers(dataset=data("1"), state=state))
    assert texts.of("odd.md", KEY, data("1"), lambda: odd).name == odd
    assert json.loads(texts.entries()["texts"]).keys() == {"/data"}
