"""The scorecard of a country: what is stated, what the record says, and what nobody knows."""

from collections import Counter
from decimal import Decimal

from generator.data.dataset import Dataset
from generator.data.scorecard import Scorecard, ScorecardRow
from generator.data.statements import Statement
from generator.formatting import format_ordinal
from generator.messages import gettext as _
from generator.messages import ngettext
from generator.pages.page import ScoreEntry, ScoreRow, ScoreTable
from generator.pages.values import attribution, value_text
from generator.urls import indicator_url

ORDER = ("value", "none", "no-data", "not-stated", "not-applicable")
"""The states of a row, from most to least known."""


def plan_scorecard(dataset: Dataset, scorecard: Scorecard, country: str) -> ScoreTable:
    """Return the scorecard of one country, all rows in their order whether known or not."""
    rows = tuple(_row(dataset, row, country) for row in scorecard.rows)
    return ScoreTable(title=scorecard.title, description=scorecard.description, summary=_summary(rows), rows=rows)


def _summary(rows: tuple[ScoreRow, ...]) -> str:
    counts = Counter(row.state for row in rows)
    texts = [f"{counts[state]} {_state_text(state).lower()}" for state in ORDER if counts[state]]
    head = ngettext("{count} indicator", "{count} indicators", len(rows)).format(count=len(rows))
    return f"{head}: {', '.join(texts)}."


def _row(dataset: Dataset, row: ScorecardRow, country: str) -> ScoreRow:
    stated = tuple(dataset.statements[s] for s in row.statements.get(country, ()))
    record = _record(dataset, row, country)
    state = _state(stated, record)
    return ScoreRow(
        id=row.id,
        title=row.title,
        state=state,
        state_text=_state_text(state),
        entries=tuple(_entry(s) for s in stated) + ((record,) if record else ()),
        note=row.note,
        disagree=any(s.check.result in {"differs", "mislabelled"} for s in stated),
    )


def _state(stated: tuple[Statement, ...], record: ScoreEntry | None) -> str:
    """Return the best-known state among statements and record."""
    states = [("value" if s.state == "qualitative" else s.state) for s in stated]
    states += ["none" if record.amount == 0 else "value"] if record else []
    return min(states, key=ORDER.index, default="no-data")


def _state_text(state: str) -> str:
    return {
        "value": _("With a value"),
        "none": _("None"),
        "no-data": _("No data"),
        "not-stated": _("Not stated"),
        "not-applicable": _("Not applicable"),
    }[state]


def _entry(statement: Statement) -> ScoreEntry:
    return ScoreEntry(
        text=_stated_text(statement),
        period=statement.period,
        source=statement.attributed_to if statement.attributed_to not in {"", "not stated"} else statement.source,
        url="",
        note=_check_text(statement),
        amount=float(statement.value) if statement.state == "value" and _is_number(statement.value) else None,
    )


def _stated_text(statement: Statement) -> str:
    if statement.state == "value":
        return f"{statement.title}: {_figure(statement)}"
    if statement.state == "qualitative":
        return statement.title
    return f"{statement.title}: {_state_text(statement.state).lower()}"


def _figure(statement: Statement) -> str:
    if statement.unit_kind == "rank":
        return format_ordinal(int(statement.value))
    number = f"{Decimal(statement.value):,f}"
    return f"{number}{statement.unit}" if statement.unit.startswith("%") else f"{number} {statement.unit}".strip()


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).removeprefix("-").isdigit()


def _check_text(statement: Statement) -> str:
    check = statement.check
    results = {
        "agrees": _("An independent source agrees"),
        "differs": _("An independent source differs"),
        "mislabelled": _("The figure carries the wrong label"),
        "not-comparable": _("No comparable figure"),
        "not-checked": _("Not checked"),
    }
    head = results.get(check.result, "")
    value = f"{Decimal(check.value):,f}".replace("-", "−") if _is_number(check.value) else check.value
    found = ", ".join(part for part in (value, check.source) if part)
    return ". ".join(part for part in (f"{head}: {found}" if head and found else head, check.note) if part)


def _record(dataset: Dataset, row: ScorecardRow, country: str) -> ScoreEntry | None:
    observation = dataset.latest(row.indicator, country) if row.indicator else None
    if observation is None:
        return None
    indicator = dataset.indicator(row.indicator)
    text = _("None") if indicator.zero and observation.value == 0 else value_text(indicator, observation, "exact")
    return ScoreEntry(
        text=f"{indicator.title}: {text}",
        period=str(observation.year),
        source=attribution(dataset, observation),
        url=indicator_url(indicator.id),
        note="",
        amount=observation.value,
    )
