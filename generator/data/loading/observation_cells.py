"""Single cells of observations: what is wrong with a year, a number or an interval, and what to write."""

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.data.observations import NUMBER
from generator.rules import Rule
from generator.sources.shapes import FIRST_YEAR, LAST_YEAR
from generator.sources.yaml_nodes import SHOWN

_GROUPED = re.compile(r"-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
"""Thousands separators; any other comma is a decimal comma."""
_PARTS = re.compile(r"[0-9]{4}(-?Q[1-4]|-[0-9]{2}|-?M[0-9]{1,2}|-?S[12]|-?W[0-9]{1,2}|-[0-9]{2}-[0-9]{2})")

Fault = tuple[str, Rule, str, str]
"""A cell's fault: column, rule, message and hint."""


def interval_faults(value: str, lower: str = "", upper: str = "") -> Iterator[Fault]:
    """Yield what is wrong with the ends of a figure's interval."""
    for column, text in (("lower", lower), ("upper", upper)):
        if text and not NUMBER.fullmatch(text):
            yield column, Rule.INTERVAL_INVALID, f"'{text[:SHOWN]}' is no number.", number_hint(text)
            return
    if bool(lower) != bool(upper):
        hint = "Write both ends, or leave both cells empty."
        yield "lower" if upper else "upper", Rule.INTERVAL_INVALID, "The interval has one end only.", hint
    elif lower and not value:
        yield "lower", Rule.INTERVAL_INVALID, "There is an interval and no value.", "Empty both cells."
    elif lower and not Decimal(lower) <= Decimal(value) <= Decimal(upper):
        message = f"The value {value} lies outside its interval from {lower} to {upper}."
        yield "lower", Rule.INTERVAL_INVALID, message, "Look at the producer's table; `lower` is the smaller end."


def year_message(year: str) -> tuple[str, str]:
    """Return what is wrong with a year; quarters, months and days have names of their own."""
    if not _PARTS.fullmatch(year):
        return f"'{year}' is no year.", f"Write a year of four digits from {FIRST_YEAR} to {LAST_YEAR}."
    mark = year[4:].lstrip("-")
    part = (
        "quarter"
        if "Q" in mark
        else "half-year"
        if "S" in mark
        else "week"
        if "W" in mark
        else "day"
        if "-" in mark
        else "month"
    )
    return f"'{year}' is a {part}: series are of years.", "Take the producer's figures for years."


def number_hint(value: str) -> str:
    """Return what to write instead of a cell that is nearly a number."""
    stripped = value.strip().replace("\u00a0", "").replace(" ", "").replace("−", "-").lstrip("+")
    if stripped.lower() in {"nan", "inf", "-inf", "infinity", "-infinity", "na", "n/a", "..", "-", "null", "none"}:
        return "Leave the row out where there is no value; a true nil is 0."
    if _GROUPED.fullmatch(stripped):
        stripped = stripped.replace(",", "")
    for candidate in (stripped, stripped.replace(",", "."), stripped.rstrip("%")):
        if NUMBER.fullmatch(candidate):
            return f"Write {candidate}"
    return "Write digits with a decimal point and no separators, as 8515000 or 91.7"
