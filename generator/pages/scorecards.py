"""The scorecard of a country: what is stated, what the record says, and what nobody knows."""

from collections import Counter

from generator.claims.stated import check_text, stated_figure, verdict
from generator.data.dataset import Dataset
from generator.data.scorecard import Scorecard, ScorecardRow
from generator.data.statements import Statement
from generator.messages import gettext as _
from generator.messages import ngettext
from generator.pages.score import ScoreEntry, ScoreRow, ScoreTable
from generator.pages.values import attribution, value_text
from generator.urls import indicator_url

FIGURES, DOUBTFUL = frozenset(("value", "qualitative")), frozenset(("differs", "mislabelled"))
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
    figures = tuple(_entry(s) for s in stated if s.state in FIGURES)
    state = _state(stated, record)
    return ScoreRow(
        id=row.id,
        title=row.title,
        state=state,
        state_text=_state_text(state),
        entries=figures + ((record,) if record else ()),
        note=row.note,
    )


def _state(stated: tuple[Statement, ...], record: ScoreEntry | None) -> str:
    """Return the best-known state among statements and record."""
    states = [("value" if s.state == "qualitative" else s.state) for s in stated]
    states += ["none" if record.value == _("None") else "value"] if record else []
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
    source = statement.attributed_to if statement.attributed_to not in {"", "not stated"} else statement.source
    return ScoreEntry(
        value=stated_figure(statement) if statement.state == "value" else "",
        label=statement.title,
        period="" if statement.period in statement.title else statement.period,
        source=source,
        url="",
        verdict=verdict(statement.check.result),
        check=check_text(statement.check),
        doubtful=statement.check.result in DOUBTFUL,
    )


def _record(dataset: Dataset, row: ScorecardRow, country: str) -> ScoreEntry | None:
    observation = dataset.latest(row.indicator, country) if row.indicator else None
    if observation is None:
        return None
    indicator = dataset.indicator(row.indicator)
    nil = indicator.zero and observation.value == 0
    return ScoreEntry(
        value=_("None") if nil else value_text(indicator, observation, "table"),
        label=indicator.title,
        period=str(observation.year),
        source=attribution(dataset, observation),
        url=indicator_url(indicator.id),
        verdict=_("Open record"),
        check="",
    )
