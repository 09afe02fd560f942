"""The report of a refresh: text, Markdown for a pull request, or JSON for a program."""

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from generator.imports.revisions import LARGEST, Change
from generator.refresh.origin import OriginOutcome, SeriesOutcome
from generator.refresh.run import Refreshed
from generator.terminal.report import DriftFormat

LISTED = 12
"""Codes or years that one line names."""


def render_refresh(found: Refreshed, style: DriftFormat, *, dry: bool) -> str:
    """Return the report, ending with a line break."""
    if style is DriftFormat.JSON:
        return json.dumps(_record(found, dry=dry), ensure_ascii=False, indent=2) + "\n"
    lines = _markdown(found, dry=dry) if style is DriftFormat.MARKDOWN else _text(found, dry=dry)
    return "".join(f"{line}\n" for line in lines)


def _text(found: Refreshed, *, dry: bool) -> Iterator[str]:
    for outcome in found.outcomes:
        yield f"{outcome.origin}: {_state(outcome, dry=dry)}{_vintage(outcome)}"
        for one in outcome.series:
            yield f"  {one.indicator}: {'; '.join(_facts(one))}"
            yield from (f"    {_change(change)}" for change in one.revision.revised[:LARGEST])
            yield from (f"    left out: {line}" for line in _left_out(one))
            yield from (f"    held back: {reason}" for reason in one.held_back)
            if one.accepted:
                yield f"    accepted: {one.accepted}"
    yield _summary(found, dry=dry)


def _markdown(found: Refreshed, *, dry: bool) -> Iterator[str]:
    yield from ("## What the producers changed", "", _summary(found, dry=dry), "")
    for outcome in found.outcomes:
        yield from (f"### {_cell(outcome.origin)}: {_state(outcome, dry=dry)}{_cell(_vintage(outcome))}", "")
        yield from ("| series | what changed | largest revisions |", "| --- | --- | --- |")
        for one in outcome.series:
            largest = "<br>".join(_cell(_change(change)) for change in one.revision.revised[:LARGEST])
            reasons = "".join(f"<br>**held back:** {_cell(reason)}" for reason in one.held_back)
            yield f"| {_cell(one.indicator)} | {_cell('; '.join(_facts(one)))}{reasons} | {largest} |"
        yield ""


def _cell(text: str) -> str:
    """Return text that cannot end a table's cell or become markup."""
    for character in "\\|<>`*_[]":
        text = text.replace(character, f"\\{character}")
    return text


def _state(outcome: OriginOutcome, *, dry: bool) -> str:
    if outcome.failed:
        return "not written"
    if not outcome.changed:
        return "unchanged"
    return "would be written" if dry else "written"


def _vintage(outcome: OriginOutcome) -> str:
    before, after = outcome.before.vintage, outcome.receipt.vintage
    if not after:
        return ""
    return f", vintage {after}" if before in ("", after) else f", vintage {before} → {after}"


def _facts(one: SeriesOutcome) -> Iterator[str]:
    """Yield the changes of a series, from the most ordinary to the most telling."""
    revision = one.revision
    yield f"{revision.unchanged} unchanged"
    if revision.rerounded:
        yield f"{revision.rerounded} re-rounded"
    if revision.revised:
        yield f"{len(revision.revised)} revised (median {_percent(revision.median)})"
    if revision.new:
        yield f"{len(revision.new)} new"
    if revision.new_years and revision.before:
        yield f"new years {_list(revision.new_years)}"
    if revision.new_countries and revision.before:
        yield f"new countries {_list(revision.new_countries)}"
    if revision.withdrawn:
        yield f"{len(revision.withdrawn)} withdrawn"
    if revision.gone_countries:
        yield f"countries gone {_list(revision.gone_countries)}"
    if revision.statuses:
        yield f"{len(revision.statuses)} with another status"
    if revision.notes:
        yield f"{len(revision.notes)} with another note or interval"


def _left_out(one: SeriesOutcome) -> Iterator[str]:
    if one.mapped.left_out:
        yield ", ".join(f"{count} {reason}" for reason, count in one.mapped.left_out.items())


def _percent(share: Decimal | None) -> str:
    return "n/a" if share is None else f"{share * 100:.2g}%"


def _list(names: Sequence[str]) -> str:
    more = f" and {len(names) - LISTED} more" if len(names) > LISTED else ""
    return ", ".join(names[:LISTED]) + more


def _change(change: Change) -> str:
    relative = "" if change.relative is None else f" ({change.relative * 100:+.3g}%)"
    return f"{change.country} {change.year}: {change.old or '…'} → {change.new or '…'}{relative}"


def _summary(found: Refreshed, *, dry: bool) -> str:
    stopped = sum(bool(one.held_back) for outcome in found.outcomes for one in outcome.series)
    names = ", ".join(sorted(found.files)) or "no file"
    verb = "would change" if dry else "changed"
    return f"{len(found.outcomes)} origins asked; {names} {verb}; {stopped} series held back."


def _record(found: Refreshed, *, dry: bool) -> dict[str, Any]:
    return {
        "changed": found.changed,
        "dry": dry,
        "held": [one.indicator for outcome in found.outcomes for one in outcome.series if one.held_back],
        "files": sorted(found.files),
        "origins": [_origin(outcome, dry=dry) for outcome in found.outcomes],
        "problems": [
            {
                "rule": p.rule.value,
                "path": p.location.path,
                "line": p.location.line,
                "message": p.message,
                "hint": p.hint,
            }
            for p in found.problems
        ],
    }


def _origin(outcome: OriginOutcome, *, dry: bool) -> dict[str, Any]:
    return {
        "origin": outcome.origin,
        "state": _state(outcome, dry=dry),
        "vintage": {"before": outcome.before.vintage, "after": outcome.receipt.vintage},
        "series": [_series(one) for one in outcome.series],
    }


def _series(one: SeriesOutcome) -> dict[str, Any]:
    revision = one.revision
    return {
        "indicator": one.indicator,
        "unchanged": revision.unchanged,
        "rerounded": revision.rerounded,
        "revised": len(revision.revised),
        "median": None if revision.median is None else str(revision.median.normalize()),
        "largest": [
            {"country": c.country, "year": c.year, "old": c.old, "new": c.new} for c in revision.revised[:LARGEST]
        ],
        "new": len(revision.new),
        "new_years": list(revision.new_years),
        "new_countries": list(revision.new_countries),
        "withdrawn": len(revision.withdrawn),
        "countries_gone": list(revision.gone_countries),
        "statuses": len(revision.statuses),
        "notes": len(revision.notes),
        "left_out": one.mapped.left_out,
        "areas_left_out": one.mapped.areas_left_out,
        "held": list(one.held_back),
        "accepted": one.accepted,
    }
