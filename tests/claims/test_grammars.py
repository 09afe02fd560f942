"""The grammars of further languages: the same rules, other words and signs, all of it data."""

from decimal import Decimal

import pytest

from generator.claims.agreement import agrees
from generator.claims.figures import parse_figure
from generator.claims.grammar import load_grammar
from generator.claims.ranks import TypedRank, parse_rank
from generator.claims.trends import Change, parse_trend, trend_agrees
from generator.data.catalog import UnitKind

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
        ("kk", "8 515 000", "8515000"),
        ("kk", "8\u00a0515\u00a0000", "8515000"),
        ("kk", "шамамен 8,5 млн", "8515000"),
        ("kk", "8,5 миллион адам", "8515000"),
        ("kk", "кемінде 8,5 млн", "8515000"),
        ("kk", "1,2 млрд доллар", "1150000000"),
        ("kk", "91,7 %", "91.7"),
        ("kk", "91,7 пайыз", "91.7"),
        ("kk", "минус 3,4", "-3.4"),
        ("kk", "үштен екісі", "66"),
        ("kk", "жарты миллион", "520000"),
        ("kk", "он екі", "12"),
        ("kk", "мың адам", "1000"),
        ("kk", "120-шы", "120"),
        ("tr", "8.515.000", "8515000"),
        ("tr", "8,5 milyon kişi", "8515000"),
        ("tr", "yaklaşık 8,5 milyon", "8515000"),
        ("tr", "neredeyse 9 milyon", "8515000"),
        ("tr", "en az 8,5 milyon", "8515000"),
        ("tr", "1,2 milyar dolar", "1150000000"),
        ("tr", "eksi 3,4", "-3.4"),
        ("tr", "%5,2", "5.2"),
        ("tr", "yüzde 5", "5"),
        ("tr", "yüzde beş", "5"),
        ("tr", "yaklaşık %20", "21"),
        ("tr", "üçte ikisi", "66"),
        ("tr", "yarım milyon", "520000"),
        ("tr", "bir buçuk milyon", "1520000"),
        ("tr", "on iki bin", "12000"),
        ("tr", "İki milyon", "2100000"),
        ("tr", "bin kişi", "1000"),
    ],
)
def test_a_language_reads_its_figures(language: str, text: str, value: str) -> None:
    typed = parse_figure(text, load_grammar(language))
    assert typed is not None
    assert not typed.others
    assert agrees(typed, Decimal(value))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "8,515,000"),
        ("de", "8.5 Millionen"),
        ("ru", "8,515,000"),
        ("ru", "8.5 млн"),
        ("kk", "8,515,000"),
        ("kk", "8.5 млн"),
        ("tr", "8,515,000"),
        ("tr", "8.5 milyon"),
        ("en", "%5"),
    ],
)
def test_it_does_not_read_those_of_another(language: str, text: str) -> None:
    assert parse_figure(text, load_grammar(language)) is None


def test_ranks_and_trends_have_words_too() -> None:
    moved = Change(first=Decimal(10), last=Decimal(11), decimals=0, unit_kind=UnitKind.COUNT)
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


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("kk", "8 миллионнан астам", "8515000"),
        ("kk", "жиырма бес", "25"),
        ("tr", "8 milyondan fazla", "8515000"),
        ("tr", "yirmi beş", "25"),
    ],
)
def test_what_a_grammar_cannot_read_does_not_pass_for_something_else(language: str, text: str, value: str) -> None:
    typed = parse_figure(text, load_grammar(language))
    assert typed is None or typed.others or not agrees(typed, Decimal(value))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("kk", "үшінші", TypedRank(place=3)),
        ("kk", "№ 3", TypedRank(place=3)),
        ("kk", "үшінші ең жоғары", TypedRank(place=3, counted="high")),
        ("kk", "соңынан екінші", TypedRank(place=2, counted="worst")),
        ("kk", "ең ескі", None),
        ("kk", "бірінші емес", None),
        ("tr", "üçüncü", TypedRank(place=3)),
        ("tr", "3. sırada", TypedRank(place=3)),
        ("tr", "40'ıncı", TypedRank(place=40)),
        ("tr", "3'inci", None),
        ("tr", "en yüksek üçüncü", TypedRank(place=3, counted="high")),
        ("tr", "sondan ikinci", TypedRank(place=2, counted="worst")),
        ("tr", "en eski", None),
        ("tr", "birinci değil", None),
    ],
)
def test_places_in_kazakh_and_turkish(language: str, text: str, expected: TypedRank | None) -> None:
    assert parse_rank(text, load_grammar(language)) == expected


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("kk", "өсті", True),
        ("kk", "10 %-ға өсті", True),
        ("kk", "10 пайызға өсті", True),
        ("kk", "12 %-ға өсті", False),
        ("kk", "төмендеді", False),
        ("kk", "өспеді", False),
        ("kk", "екі есе өсті", False),
        ("tr", "arttı", True),
        ("tr", "1 milyon arttı", True),
        ("tr", "2 milyon arttı", False),
        ("tr", "azaldı", False),
        ("tr", "artmadı", False),
        ("tr", "yüzde 10 arttı", True),
        ("tr", "%12 arttı", False),
    ],
)
def test_trends_in_kazakh_and_turkish(language: str, text: str, *, right: bool) -> None:
    typed = parse_trend(text, load_grammar(language))
    moved = Change(first=Decimal(10_000_000), last=Decimal(11_000_000), decimals=0, unit_kind=UnitKind.COUNT)
    assert (typed is not None and not typed.others and trend_agrees(typed, moved)) is right


def test_a_language_without_a_file_reads_english() -> None:
    assert load_grammar("xx") == load_grammar("en")
    assert load_grammar("de-AT") == GERMAN
