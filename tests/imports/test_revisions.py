from decimal import Decimal

import pytest

from generator.imports.revisions import compare, guards, is_rerounded
from generator.imports.rows import Row


def row(country: str, year: int, value: str, status: str = "A", note: str = "") -> Row:
    return country, str(year), value, status, "o", note, "", ""


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("60.12", "60.1234", True),
        ("60.1234", "60.12", True),
        ("60", "60.5", True),
        ("60.12", "60.13", False),
        ("", "1", False),
    ],
)
def test_rerounding(old: str, new: str, *, same: bool) -> None:
    assert is_rerounded(old, new) is same


def test_what_changed_between_two_states() -> None:
    old = [
        row("KAZ", 2000, "10"),
        row("KAZ", 2001, "20.12"),
        row("KAZ", 2002, "40"),
        row("UZB", 2000, "1"),
        row("UZB", 2001, "2"),
    ]
    new = [
        row("KAZ", 2000, "10"),
        row("KAZ", 2001, "20.1234"),
        row("KAZ", 2002, "50"),
        row("KAZ", 2003, "60"),
        row("UZB", 2000, "1", "P"),
    ]
    found = compare(old, new)
    assert (found.unchanged, found.rerounded) == (2, 1)
    assert [(c.country, c.year, c.old, c.new, c.relative) for c in found.revised] == [
        ("KAZ", "2002", "40", "50", Decimal("0.25"))
    ]
    assert (found.new, found.withdrawn) == ((("KAZ", "2003"),), (("UZB", "2001"),))
    assert (found.new_years, found.statuses) == (("2003",), (("UZB", "2000"),))
    assert list(guards(found, new)) == ["1 of 5 figures are withdrawn", "the median revision is 25%"]
    assert compare(old[::-1], new[::-1]) == found


def test_guards() -> None:
    old = [row("KAZ", year, str(year)) for year in range(1990, 2020)] + [row("UZB", 2000, "3")]
    assert list(guards(compare(old, []), [])) == ["the reply is empty"]
    assert list(guards(compare(old, old), old)) == []
    assert list(guards(compare(old, old[:-1]), old[:-1])) == ["no figure of UZB is left"]
    assert compare(old, old).changed is False


def test_a_revision_of_nothing_has_no_share() -> None:
    found = compare([row("KAZ", 2000, "0")], [row("KAZ", 2000, "7")])
    assert found.revised[0].relative is None
    assert found.median is None
