"""A stated figure in words: the figure as printed, and what an independent check found."""

from decimal import Decimal

from generator.data.statements import Check, CheckResult, StatedUnit, Statement
from generator.formatting import MINUS, format_ordinal
from generator.messages import gettext as _

CURRENCIES = frozenset(("US$", "$"))
"""Units that stand before the figure."""


def stated_figure(statement: Statement) -> str:
    """Return the figure with its unit: `979,781`, `10%`, `5.5 hours`; the title names what is counted."""
    if statement.unit_kind is StatedUnit.RANK:
        return format_ordinal(int(statement.value))
    if statement.unit_kind is StatedUnit.YEAR:
        return statement.value
    number = grouped(statement.value)
    if statement.unit_kind is StatedUnit.COUNT:
        return number
    return f"{number}%" if statement.unit.startswith("%") else with_unit(number, statement.unit)


def with_unit(number: str, unit: str) -> str:
    """Return a number with its unit: `US$18`, `67.3% of respondents`, `5.5 hours`."""
    if unit in CURRENCIES:
        return f"{unit}{number}"
    return f"{number}{unit}" if unit.startswith("%") else f"{number} {unit}".strip()


def verdict(result: CheckResult) -> str:
    """Return the result of a check in a few words, empty if nothing was checked."""
    return {
        CheckResult.AGREES: _("Checked: agrees"),
        CheckResult.DIFFERS: _("Checked: differs"),
        CheckResult.MISLABELLED: _("Checked: carries the wrong label"),
        CheckResult.NOT_COMPARABLE: _("Nothing to compare with"),
        CheckResult.NOT_CHECKED: _("Not checked"),
        CheckResult.NOT_APPLICABLE: "",
    }[result]


def check_text(check: Check) -> str:
    """Return a check's figure, source and explanation: `8,515,000, World Bank, 2019. …`."""
    number = check.value.replace(".", "", 1).removeprefix("-").isdigit()
    found = ", ".join(part for part in (grouped(check.value) if number else check.value, check.source) if part)
    return ". ".join(part for part in (found, check.note) if part)


def grouped(value: str) -> str:
    """Return digits in groups of three: `200,000`."""
    return f"{Decimal(value):,f}".replace("-", MINUS)
