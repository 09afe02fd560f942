import pytest

from generator.imports.statuses import WITHHELD_NOTE, FlagError, status_of


@pytest.mark.parametrize(
    ("flag", "reader", "expected"),
    [
        ("", "sdmx-json", ("", "")),
        ("A", "sdmx-json", ("A", "")),
        ("B; E", "sdmx-json", ("E", "also: B")),
        ("bep", "sdmx-csv", ("P", "also: E, B")),
        ("u", "sdmx-csv", ("U", "")),
        ("e", "json-stat", ("E", "")),
        ("a", "json-stat", ("A", "")),
        ("NAT_EST", "uis", ("E", "")),
        ("NA", "uis", ("M", "")),
        ("NIL", "uis", ("A", "")),
        ("Q", "sdmx-json", ("O", WITHHELD_NOTE)),
        ("Estimated value", "sdmx-json", ("E", "")),
    ],
)
def test_flags(flag: str, reader: str, expected: tuple[str, str]) -> None:
    assert status_of(flag, reader) == expected


def test_a_flag_that_nobody_knows_is_an_error_until_the_contract_tells() -> None:
    with pytest.raises(FlagError):
        status_of("§", "table")
    assert status_of("§", "table", {"§": "P"}) == ("P", "")
