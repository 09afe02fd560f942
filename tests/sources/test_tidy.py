"""What spreadsheets make of a CSV, and what is made of that."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.sources.tidy import UntidyError, tidy


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("country;year;value;note\r\nKAZ;2019;20,5;\r\n", "country,year,value,note\nKAZ,2019,20.5,\n"),
        ("\ufeffcountry,value\nKAZ,1\n", "country,value\nKAZ,1\n"),
        ("country\tvalue\nKAZ\t-1,25\n", "country,value\nKAZ,-1.25\n"),
        ("country;note\nKAZ;one, two\n", 'country,note\nKAZ,"one, two"\n'),
        ("country,value\nKAZ,1\n,\n", "country,value\nKAZ,1\n"),
        ('country,note\nKAZ,"1,5"\n', 'country,note\nKAZ,"1,5"\n'),
    ],
)
def test_the_normal_form(data: str, expected: str) -> None:
    assert tidy(data.encode()).decode() == expected


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"a;b\n1.234;x\n", "Row 2: '1.234' can be read in two ways. Take the marks of thousands out first."),
        (b"a;b\n\xe9;x\n", "It is not UTF-8 text: byte 0xE9. Save it as \u201cCSV UTF-8\u201d first."),
    ],
)
def test_nothing_is_guessed(data: bytes, reason: str) -> None:
    with pytest.raises(UntidyError, match=reason.replace("(", ".")):
        tidy(data)


@given(st.lists(st.lists(st.text('abc,.;5"', max_size=5), min_size=2, max_size=2), min_size=1))
def test_what_is_tidy_stays_as_it_is(rows: list[list[str]]) -> None:
    text = "country,value\n" + "".join(f'"{a.replace(chr(34), chr(34) * 2)}",x\n' for a, _b in rows)
    once = tidy(text.encode())
    assert tidy(once) == once
