"""Stated figures that are no country-year series: ``data/claims/*.yaml``."""

from dataclasses import dataclass
from enum import StrEnum


class CheckResult(StrEnum):
    """What an independent check of a stated figure found."""

    AGREES = "agrees"
    DIFFERS = "differs"
    MISLABELLED = "mislabelled"
    NOT_COMPARABLE = "not-comparable"
    NOT_CHECKED = "not-checked"
    NOT_APPLICABLE = "not-applicable"


class StatementState(StrEnum):
    """What a source says: a figure, a stated zero, words, that it has no data, or nothing."""

    VALUE = "value"
    NONE = "none"
    NO_DATA = "no-data"
    NOT_STATED = "not-stated"
    QUALITATIVE = "qualitative"


class StatedUnit(StrEnum):
    """The kind of a stated figure's unit: those of indicators, and ranks and years."""

    COUNT = "count"
    CURRENCY = "currency"
    PERCENT = "percent"
    SHARE = "share"
    INDEX = "index"
    RATE = "rate"
    YEARS = "years"
    RANK = "rank"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The result of an independent check of a stated figure."""

    result: CheckResult
    value: str = ""
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One figure as a source states it: subject, title, period as printed, and a check's result.

    `value` keeps the source's digits; it is empty where the source states no figure.
    """

    id: str
    subject: str
    country: str
    """alpha-3 code, or empty if the figure is of no single country."""
    title: str
    value: str
    unit: str
    unit_kind: StatedUnit
    """It decides how a typed figure may state the value."""
    state: StatementState
    period: str
    attributed_to: str
    source: str
    check: Check
