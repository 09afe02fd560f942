"""Names, numbers and shares of a composite index as its pages write them."""

import math
from decimal import Decimal

from generator.formatting import format_number
from generator.indices.contract import Contract, Leaf
from generator.indices.engine.compute import Edition, Result
from generator.indices.engine.numbers import cell
from generator.pages.blocks.values import MISSING
from generator.pages.project import Project
from generator.pages.records.parts import Link
from generator.urls import index_node_url, index_url, indicator_url

SIGNIFICANT = 5
"""Digits of a value in its own unit; the downloads have all."""


def shown(result: Result) -> Edition:
    """Return the edition that pages show, the last of the contract."""
    return result.editions[result.contract.years[-1]]


def entry_name(project: Project, contract: Contract, key: str) -> str:
    """Return what a part of an index is called: its title, else that of its indicator as it stands."""
    entry = contract.entries[key]
    if entry.title or not isinstance(entry, Leaf):
        return entry.title
    if entry.indicator == key and not (entry.times or entry.per):
        indicator = project.dataset.indicator(entry.indicator)
        return indicator.short_title or indicator.title
    words = key.replace("_", " ")
    return words[:1].upper() + words[1:]


def entry_link(project: Project, contract: Contract, key: str) -> Link:
    """Return a link to the page of a part: a node, an index, or an indicator."""
    entry = contract.entries[key]
    if isinstance(entry, Leaf):
        indices = {result.contract.indicator: name for name, result in project.indices.items()}
        url = index_url(indices[entry.indicator]) if entry.indicator in indices else indicator_url(entry.indicator)
    else:
        url = index_url(contract.id) if key == contract.root else index_node_url(contract.id, key)
    return Link(text=entry_name(project, contract, key), url=url)


def country_name(project: Project, code: str) -> Link:
    """Return a country's name, with its profile where there is one."""
    country = project.dataset.countries[code]
    return Link(text=country.name, url=country.url if code in project.dataset.pages else "")


def score_text(score: float) -> str:
    """Return a score with one decimal, the mark of a missing value where there is none."""
    return decimal_text(score, 1)


def decimal_text(value: float, decimals: int) -> str:
    """Return a number with a fixed count of decimals; the mark of a missing value for none."""
    return MISSING if math.isnan(value) else format_number(Decimal(repr(float(value))), decimals)


def rank_text(rank: float) -> str:
    """Return a rank, the mark of a missing value where there is none."""
    return MISSING if math.isnan(rank) else f"{rank:.0f}"


def share_text(share: float, decimals: int = 0) -> str:
    """Return a share as `16.7%`."""
    return f"{decimal_text(100 * share, decimals)}%"


def number_text(value: float) -> str:
    """Return a parameter as it is written in a contract: `0.65`, `75,000`."""
    return decimal_text(value, max(0, -int(Decimal(f"{value:.12g}").normalize().as_tuple().exponent)))


def value_text(value: float, digits: int = SIGNIFICANT) -> str:
    """Return a value in its own unit with its first digits: `69.489`, `1,394,000,000`."""
    if math.isnan(value):
        return MISSING
    return number_text(float(f"{value:.{digits}g}"))


def interval_text(edition: Edition, code: str) -> str:
    """Return the ranks with other weights and methods, `44–54`; empty where none are varied."""
    if edition.intervals is None:
        return ""
    low, high = (int(cell(edition.intervals, code, end)) for end in ("low", "high"))
    return f"{low}–{high}" if low != high else str(low)
