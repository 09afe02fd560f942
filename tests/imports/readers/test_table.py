import pytest

from generator.imports.cells import Reply, ReplyError
from generator.imports.contract import Reader
from generator.imports.query import Query
from generator.imports.reading import read_cells
from generator.rules import Rule

LONG = "Country;Year;Sex;Value;Flag\nKazakhstan;2000;T;1,5;e\nKazakhstan;2000;F;1;\nSource: nobody;;;;\n"


def texts(text: str, query: Query) -> list[tuple[str, str, str | None, str]]:
    cells = read_cells(Reader.TABLE, [Reply(url="", body=text.encode())], query)
    return [(cell.area, cell.period, cell.text, cell.flag) for cell in cells]


def test_a_row_for_each_figure() -> None:
    query = Query(area="Country", time="Year", value="Value", flag="Flag", where={"Sex": "T"})
    assert texts(LONG, query) == [("Kazakhstan", "2000", "1,5", "e")]


def test_a_column_for_each_year_and_a_name_before_it() -> None:
    wide = "Country,hdi_1990,hdi_1991,le_1990\nKazakhstan,0.6,0.7,68\n"
    assert texts(wide, Query(area="Country", value="hdi")) == [
        ("Kazakhstan", "1990", "0.6", ""),
        ("Kazakhstan", "1991", "0.7", ""),
    ]


def test_a_header_of_two_lines() -> None:
    text = "Title\nCountry,People,\n,2000,2001\nKazakhstan,1,2\n"
    query = Query(area="Country", value="People", header=(2, 3))
    assert texts(text, query) == [("Kazakhstan", "2000", "1", ""), ("Kazakhstan", "2001", "2", "")]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        (Query(area="Contry", time="Year"), "no column 'Contry'"),
        (Query(area="Country", time="Year", value="Value", where={"Sex": "X"}), "No row has 'X'"),
        (Query(area="Country", time="Year"), "Which column"),
        (Query(area="Country"), "No column of the table is a year"),
        (Query(area="Country", header=(90,)), "no line 90"),
        (Query(area="Country", encoding="klingon"), "no encoding 'klingon'"),
    ],
)
def test_what_the_contract_says_wrongly(query: Query, message: str) -> None:
    with pytest.raises(ReplyError, match=message):
        texts(LONG, query)


def test_encodings_are_told_never_guessed() -> None:
    body = "Country,2000\nCôte d'Ivoire,1\n".encode("windows-1252")
    with pytest.raises(ReplyError, match="not UTF-8") as error:
        read_cells(Reader.TABLE, [Reply(url="", body=body)], Query(area="Country"))
    assert error.value.faults[0].rule is Rule.REPLY_INVALID
    assert error.value.faults[0].place == "line 2"
    cells = read_cells(Reader.TABLE, [Reply(url="", body=body)], Query(area="Country", encoding="windows-1252"))
    assert cells[0].area == "Côte d'Ivoire"
