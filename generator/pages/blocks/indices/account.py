"""The account of a country in an index: each indicator's value, score, rank, contribution, difference."""

import math
from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.formatting import format_amount
from generator.indices.contract import Leaf, Take
from generator.indices.engine.compare import Difference
from generator.indices.engine.compute import Edition, Result
from generator.indices.engine.numbers import cell, row
from generator.messages import gettext as _
from generator.pages.blocks.indices.words import entry_name, rank_text, score_text, shown, value_text
from generator.pages.blocks.values import MISSING, kind_mark
from generator.pages.project import Project
from generator.pages.records.indices import MethodTable

SURVEY = "survey"
LARGE = 1e6
"""Numbers from here on are written with a letter: `1.85B`."""


def plan_account(project: Project, result: Result, code: str, region: str, apart: Difference | None) -> MethodTable:
    """Return the account of a country; `apart` is its difference from the mean of its region."""
    contract, edition = result.contract, shown(result)
    ranked = code in edition.ranked
    columns = [_("Indicator"), _("Value"), _("Year")]
    if ranked:
        columns += [_("Score"), _("Rank"), _("Adds")]
    if apart and apart.parts is not None:
        columns.append(_("Beside {region}").format(region=region))
    return MethodTable(
        id=f"account-{contract.id}",
        title=_("The whole account: {index}, {year}").format(index=contract.title, year=edition.year),
        note=_note(result, code, region, apart),
        columns=tuple(columns),
        rows=tuple(_rows(project, result, code, apart.parts if apart else None)),
    )


def _note(result: Result, code: str, region: str, apart: Difference | None) -> str:
    edition = shown(result)
    if code not in edition.ranked:
        return _("What is known of it.")
    said = _("What the indicators add makes the score, {score}.").format(
        score=score_text(cell(edition.scores, code, result.contract.root))
    )
    if apart is None or apart.parts is None:
        return said
    away = _("The last column makes the difference from {reference}, the index of the mean scores of {region}.")
    return f"{said} {away.format(reference=score_text(apart.reference), region=region)}"


def _rows(project: Project, result: Result, code: str, parts: Mapping[str, float] | None) -> Iterator[tuple[str, ...]]:
    contract, edition = result.contract, shown(result)
    values, years = row(edition.prepared.raw.numbers, code), row(edition.prepared.raw.years, code)
    scored = _scored(edition, code) if code in edition.ranked else {}
    for key in contract.live_leaves:
        leaf = contract.leaves[key]
        figure = (value_in_unit(project, leaf, values[key]), rank_text(years[key]))
        apart = () if parts is None else (_signed(parts.get(key, math.nan)),)
        yield (_name(project, result, leaf), *figure, *scored.get(key, ()), *apart)


def _name(project: Project, result: Result, leaf: Leaf) -> str:
    """Return an indicator's name, `†` after that of a survey."""
    name = entry_name(project, result.contract, leaf.key)
    families = {getattr(entry, "family", "") for entry in result.contract.path(leaf.key)}
    is_survey = SURVEY in families or kind_mark(project.dataset.indicator(leaf.indicator)) == "†"
    return f"{name} †" if is_survey else name


def _scored(edition: Edition, code: str) -> Mapping[str, tuple[str, ...]]:
    """Return score, rank and contribution by indicator; a score that was filled in stands in brackets."""
    scores, ranks, adds = (row(frame, code) for frame in (edition.scores, edition.ranks, edition.contributions))
    filled = row(edition.prepared.filled.imputed, code)
    return {
        key: (
            f"({score_text(scores[key])})" if is_filled else score_text(scores[key]),
            rank_text(ranks[key]),
            score_text(adds[key]),
        )
        for key, is_filled in filled.items()
    }


def _signed(value: float) -> str:
    return f"+{score_text(value)}" if round(value, 1) > 0 else score_text(value)


def value_in_unit(project: Project, leaf: Leaf, value: float) -> str:
    """Return a value: in the indicator's unit where it is the figure itself, else the number."""
    if math.isnan(value):
        return MISSING
    figure, unit = Decimal(repr(value)), project.dataset.indicator(leaf.indicator).unit
    if not (leaf.times or leaf.per or leaf.scale != 1 or leaf.take is Take.MEAN):
        decimals = project.dataset.indicator(leaf.indicator).decimals
        return format_amount(figure, kind=unit.kind.value, symbol=unit.symbol, decimals=decimals, style="label")
    if abs(value) < LARGE:
        return value_text(value, 3)
    return format_amount(figure, kind="count", symbol="", decimals=0, style="label")
