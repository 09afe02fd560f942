"""Years as producers write them: `2014`, `2014.0`, `2014-A1`, `YR2014`, `2014/15`.

Shorter periods are refused by name.
"""

import re
from enum import StrEnum

_YEAR = re.compile(r"(?:YR)?([0-9]{4})(?:\.0+|-A1?|A1?)?(?: \[YR[0-9]{4}\])?")
_SPLIT = re.compile(r"([0-9]{4}) ?[/–-] ?([0-9]{4}|[0-9]{2})")
_SHORTER = (
    ("a quarter", re.compile(r"[0-9]{4}-?Q[1-4]|Q[1-4][- ][0-9]{4}|[0-9]{4}-K[1-4]")),
    ("a half-year", re.compile(r"[0-9]{4}-?[SHB][12]")),
    ("a week", re.compile(r"[0-9]{4}-?W[0-9]{1,2}")),
    ("a month", re.compile(r"[0-9]{4}-?M[0-9]{1,2}|[0-9]{4}-(0[1-9]|1[0-2])|[0-9]{4}M[0-9]{2}")),
    (
        "a day",
        re.compile(r"[0-9]{4}-?D[0-9]{1,3}|[0-9]{4}-[0-9]{2}-[0-9]{2}(T.*)?|[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4}"),
    ),
)


class SplitYear(StrEnum):
    """The calendar year of `2014/15`: the first or the second."""

    FIRST = "first"
    LAST = "last"


class PeriodError(ValueError):
    """A period that is no year, with its name and the remedy."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def year_of(text: str, split: SplitYear | None = None) -> int:
    """Return the year of a period as written, as 2014 of `2014-A1`; raises PeriodError."""
    period = text.strip()
    if found := _YEAR.fullmatch(period):
        return int(found[1])
    if (shorter := shorter_than_a_year(period)) and not _is_split(period):
        hint = "Take the yearly figures; months and quarters cannot be read yet."
        raise PeriodError(f"'{period}' is {shorter}, not a year.", hint)
    if _is_split(period):
        return _of_split(period, split)
    if _SPLIT.fullmatch(period):
        raise PeriodError(f"'{period}' is a span of several years, not a year.", "Take the yearly figures.")
    raise PeriodError(f"'{period[:40]}' is no year.", "Write years of four digits.")


def shorter_than_a_year(text: str) -> str:
    """Return the name of a period shorter than a year, as `a quarter`; empty for others."""
    return next((name for name, form in _SHORTER if form.fullmatch(text.strip().upper())), "")


def _is_split(period: str) -> bool:
    """Whether a period covers parts of two years: `2014/15` does, `2014-11` may be a month."""
    found = _SPLIT.fullmatch(period)
    if not found:
        return False
    first, last = int(found[1]), found[2]
    follows = (first + 1) % 100 == int(last) if len(last) == 2 else first + 1 == int(last)  # noqa: PLR2004 - two digits
    return follows and not (len(last) == 2 and "-" in period and int(last) <= 12)  # noqa: PLR2004 - may be a month


def _of_split(period: str, split: SplitYear | None) -> int:
    first = int(period[:4])
    if split is None:
        hint = f"Write `split_year: first` for {first} or `split_year: last` for {first + 1} into the contract."
        raise PeriodError(f"'{period}' runs over two years.", hint)
    return first if split is SplitYear.FIRST else first + 1
