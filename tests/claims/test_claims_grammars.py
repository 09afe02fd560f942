"""The grammars of further languages: the same rules, other words and signs, all of it data."""

from decimal import Decimal

import pytest

from generator.claims.agreement import agrees
from generator.claims.grammar import load_grammar
from generator.claims.numbers import parse_figure
from generator.claims.ranks import TypedRank, parse_rank
from generator.claims.trends import Change, parse_trend, trend_agrees

GERMAN, RUSSIAN = load_grammar("de"), load_grammar("ru")


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("de", "8.515.000", "8515000"),
        ("de", "8,5 Millionen", "8515000"),
        ("de", "rund 8,5 Mio. Gäste", "8515000"),
        ("de", "knapp 9 Millionen", "8515000"),
        ("de", "91,7 %", "91.7"),
        ("de", "1,2 Mrd. Dollar", "1150000000"),
        ("de", "minus 3,4", "-3.4"),
        ("de", "zwei Drittel der Fläche", "66"),
        ("de", "eine halbe Million", "520000"),
        ("ru", "8 515 000", "8515000"),
        ("ru", "8\u00a0515\u00a0000", "8515000"),
        ("ru", "около 8,5 млн", "8515000"),
        ("ru", "почти 9 миллионов", "8515000"),
        ("ru", "91,7 %", "91.7"),
        ("ru", "минус 3,4", "-3.4"),
        ("ru", "две трети", "66"),
    ],
)
def test_a_language_reads_its_figures(language: str, text: str, value: str) -> None:
    typed = parse_figure(text, load_grammar(language))
    assert typed is not None
    assert not typed.others
    assert agrees(typed, Decimal(value))


@pytest.mark.parametrize(
    ("language", "text"), [("de", "8,515,000"), ("de", "8.5 Millionen"), ("ru", "8,515,000"), ("ru", "8.5 млн")]
)
def test_it_does_not_read_those_of_another(language: str, text: str) -> None:
    assert parse_figure(text, load_grammar(language)) is None


def test_ranks_and_trends_have_words_too() -> None:
    moved = Change(first=Decimal(10), last=Decimal(11), decimals=0, unit_kind="count")
    for text, grammar in (("stieg um 10 %", GERMAN), ("выросло на 10 %", RUSSIAN)):
        typed = parse_trend(text, grammar)
        assert typed
        assert trend_agrees(typed, moved)
    assert parse_rank("die dritte von 17", GERMAN) == TypedRank(place=3, of=17)
    assert parse_rank("3. von 17", GERMAN) == TypedRank(place=3, of=17)
    assert parse_rank("3-е из 17", RUSSIAN) is None  # the hyphen parts words; written "третье"
    assert parse_rank("третье из 17", RUSSIAN) == TypedRank(place=3, of=17)
    assert parse_trend("ist nicht gestiegen", GERMAN) is None
    assert parse_rank("höher als in jedem anderen Land", GERMAN) == TypedRank(place=1, counted="high", alone=True)
    for text, grammar in (("10 % mehr", GERMAN), ("на 10 % больше", RUSSIAN), ("+10 %", RUSSIAN)):
        compared = parse_trend(text.removeprefix("на "), grammar)
        assert compared
        assert trend_agrees(compared, moved)


def test_a_language_without_a_file_reads_english() -> None:
    assert load_grammar("xx") == load_grammar("en")
    assert load_grammar("de-AT") == GERMAN
