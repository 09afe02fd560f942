"""Stated figures that are no country-year series: ``data/claims/*.yaml``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """The result of an independent check of a stated figure.

    `result` is one of agrees, differs, mislabelled, not-comparable, not-checked, not-applicable.
    """

    result: str
    value: str = ""
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One figure as a source states it: subject, title, period as printed, and a check's result.

    `value` keeps the source's digits and is empty where `state` is ``no-data`` or ``not-stated``;
    `state` is one of value, none (a stated zero), no-data, not-stated, qualitative.
    """

    id: str
    subject: str
    country: str
    """alpha-3 code, or empty if the figure is of no single country."""
    title: str
    value: str
    unit: str
    unit_kind: str
    """As `UnitKind` plus `rank` and `year`: decides how a typed figure may state it."""
    state: str
    period: str
    attributed_to: str
    source: str
    check: Check
