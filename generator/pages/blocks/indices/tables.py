"""How firm an index is, as tables: entries left out, correlations."""

import math
from collections.abc import Iterable, Iterator

from generator.formatting import format_number
from generator.indices.contract import Contract, Leaf
from generator.indices.engine.check import COLLINEAR, OPPOSED
from generator.indices.engine.compute import Edition, Result
from generator.indices.engine.correlate import Correlation
from generator.indices.engine.leave_out import shifts
from generator.indices.engine.numbers import cell
from generator.messages import gettext as _
from generator.pages.blocks.indices.words import decimal_text, entry_name, shown
from generator.pages.project import Project
from generator.pages.records.indices import MethodTable


def plan_tables(project: Project, result: Result) -> tuple[MethodTable, ...]:
    """Return the tables that have rows."""
    found = (_intervals(result), _left_out(project, result), _with_nodes(project, result), _pairs(project, result))
    return tuple(table for table in found if table.rows)


def _intervals(result: Result) -> MethodTable:
    edition = shown(result)
    return MethodTable(
        id="table-intervals",
        title=_("How wide the intervals are"),
        note=_("Places between the lower and the upper end of a country’s interval of ranks."),
        columns=(_("Width"), _("Countries")),
        rows=tuple(_widths(edition)),
    )


WIDTHS = ((0, 0), (1, 5), (6, 10), (11, 20), (21, 40), (41, 10_000))
"""Least and most places of each row."""


def _widths(edition: Edition) -> Iterator[tuple[str, ...]]:
    if edition.intervals is None:
        return
    wide = [
        int(cell(edition.intervals, code, "high") - cell(edition.intervals, code, "low")) for code in edition.ranked
    ]
    for least, most in WIDTHS:
        count = sum(least <= each <= most for each in wide)
        if count:
            name = str(least) if least == most else f"{least}–{min(most, max(wide))}"
            yield name, format_number(count, 0)


def _left_out(project: Project, result: Result) -> MethodTable:
    contract, edition = result.contract, shown(result)
    moved = shifts(edition.ranks.loc[list(edition.ranked), contract.root], edition.left_out)
    keys = [key for key in contract.entries if key in moved.index]
    rows = ((key, float(moved["mean"][key]), int(moved["largest"][key])) for key in keys)
    ordered = sorted(rows, key=lambda row: (-row[1], row[0]))
    return MethodTable(
        id="table-left-out",
        title=_("One left out at a time"),
        note=_(
            "Places that countries move without an entry, on average and at most; nodes go with all that is below them."
        ),
        columns=(_("Without"), _("Kind"), _("On average"), _("At most")),
        rows=tuple(
            (entry_name(project, contract, key), _kind(contract, key), decimal_text(mean, 2), format_number(most, 0))
            for key, mean, most in ordered
        ),
        texts=1,
    )


def _kind(contract: Contract, key: str) -> str:
    return _("indicator") if isinstance(contract.entries[key], Leaf) else _("node")


def _with_nodes(project: Project, result: Result) -> MethodTable:
    """Return each indicator's correlation with its node and with the index."""
    contract, found = result.contract, shown(result).correlations
    r = {(each.one, each.other): each for each in found}
    rows = []
    for key in contract.live_leaves:
        parent = contract.leaves[key].parent
        pair = [r.get((key, parent)), r.get((key, contract.root))]
        rows.append(
            (
                entry_name(project, contract, key),
                contract.nodes[parent].title,
                *(decimal_text(each.r, 2) if each else "" for each in pair),
                str(pair[0].n) if pair[0] else "",
            )
        )
    return MethodTable(
        id="table-with-node",
        title=_("Each indicator with its node and with the index"),
        note=_("Pearson’s r of scores; below 0 an indicator works against what it is part of."),
        columns=(_("Indicator"), _("Node"), _("r with its node"), _("r with the index"), "n"),
        rows=tuple(rows),
        texts=1,
    )


def _pairs(project: Project, result: Result) -> MethodTable:
    """Return the correlations of indicators of one node, the strongest first."""
    contract = result.contract
    found = [each for each in shown(result).correlations if each.other in contract.leaves]
    ordered = sorted(found, key=lambda each: (math.isnan(each.r), -abs(each.r), each.one, each.other))
    return MethodTable(
        id="table-pairs",
        title=_("Indicators of one node with each other"),
        note=_(
            "Pearson’s r of scores. Above 0.92 two indicators say the same; below −0.4 they work against each other."
        ),
        columns=(_("Indicator"), _("And"), _("Noted"), "r", "n"),
        rows=tuple(_pair_rows(project, contract, ordered)),
        texts=2,
    )


def _pair_rows(project: Project, contract: Contract, found: Iterable[Correlation]) -> Iterator[tuple[str, ...]]:
    for each in found:
        noted = _("say the same") if each.r > COLLINEAR else _("opposed") if each.r < OPPOSED else ""
        names = (entry_name(project, contract, key) for key in (each.one, each.other))
        yield (*names, noted, decimal_text(each.r, 2), str(each.n))
