"""Notes on figures: one for each fact."""

import pytest

from generator.claims.bound import BoundValue
from generator.pages.prose.notes import fact_of, notes_of


def figure(text: str, exact: str = "8,515,000 visitors", status: str = "A") -> BoundValue:
    return BoundValue(
        text=text,
        exact=exact,
        machine="8515000",
        subject="Arrivals, Kazakhstan, 2019",
        country="KAZ",
        indicator="visitor_arrivals",
        year="2019",
        status=status,
        source="World Bank (2026)",
        url="/indicators/visitor_arrivals/",
    )


def test_two_wordings_of_one_fact_share_a_note() -> None:
    first, other, again = figure("8.5 million"), figure("five", "5 sites"), figure("about 8,515,000")
    notes = notes_of(("<p>", first, " and ", other, again, "</p>"))
    assert [(note.number, note.value, note.uses) for note in notes] == [(1, fact_of(first), 2), (2, fact_of(other), 1)]


@pytest.mark.parametrize(("letter", "words"), [("A", ""), ("", ""), ("E", "estimated"), ("Q", "status Q")])
def test_a_status_is_said_in_words(letter: str, words: str) -> None:
    assert [note.status for note in notes_of((figure("8.5 million", status=letter),))] == [words]
