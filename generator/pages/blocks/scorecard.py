"""The scorecard of a country: what is stated, what the record says, and what nobody knows."""

from collections.abc import Iterator
from decimal import Decimal

from generator.claims.statement_text import check_text, stated_figure, verdict
from generator.data.columns import is_figure
from generator.data.dataset import Dataset
from generator.data.observations import Observation
from generator.data.scorecard import Scorecard, ScorecardRow
from generator.data.statements import CheckResult, Statement, StatementState
from generator.formatting import format_amount
from generator.messages import gettext as _
from generator.pages.blocks.values import attribution, not_applicable, unlisted, value_text
from generator.pages.records.scorecard import RowState, ScoreEntry, ScoreGroup, ScoreRow, ScoreTable
from generator.urls import indicator_url

DOUBTFUL = frozenset((CheckResult.DIFFERS, CheckResult.MISLABELLED))
UNCOVERED = frozenset("LM")
"""Statuses of an observation without a value: nobody looked there, or there is nothing to look for."""

STATES = {
    RowState.VALUE: _("With a figure"),
    RowState.NONE: _("None"),
    RowState.NOT_COVERED: _("Not covered"),
    RowState.NO_DATA: _("No data"),
    RowState.WITHHELD: _("Withheld by its licence"),
    RowState.NO_SOURCE: _("No open source for any country"),
    RowState.NOT_STATED: _("Not stated"),
    RowState.NOT_APPLICABLE: _("Not applicable"),
}
"""The states of a row in words, from most to least known."""

ORDER = tuple(RowState)
SHOWN = frozenset((RowState.VALUE, RowState.NONE))


def plan_scorecard(dataset: Dataset, scorecard: Scorecard, country: str) -> ScoreTable:
    """Return the scorecard of one country, every row whether known or not."""
    rows = tuple(_row(dataset, row, country) for row in scorecard.rows)
    return ScoreTable(
        title=scorecard.title,
        description=scorecard.description,
        summary=" ".join((_summary(rows), *_closed(scorecard, rows))),
        groups=_grouped(rows),
        rows=tuple(row for row in rows if _says_more(row)),
        rest=_grouped(tuple(row for row in rows if not _says_more(row))),
    )


def _says_more(row: ScoreRow) -> bool:
    return bool(row.entries) or row.state is RowState.NOT_COVERED


def _grouped(rows: tuple[ScoreRow, ...]) -> tuple[ScoreGroup, ...]:
    by_state = ((state, tuple(row.title for row in rows if row.state is state)) for state in ORDER)
    return tuple(ScoreGroup(state=state, text=STATES[state], titles=titles) for state, titles in by_state if titles)


def _summary(rows: tuple[ScoreRow, ...]) -> str:
    """Return for how many rows the open record has an answer, as a sentence."""
    count = sum(any(entry.url for entry in row.entries) for row in rows)
    return _("Open figures for {count} of {all} indicators.").format(count=count, all=len(rows))


def _closed(scorecard: Scorecard, rows: tuple[ScoreRow, ...]) -> Iterator[str]:
    """Yield rows without an open series for any country, if statements stand in their place."""
    for reason in (RowState.NO_SOURCE, RowState.WITHHELD):
        closed = {row.id for row in scorecard.rows if row.unavailable == reason}
        if any(row.id in closed and row.state is not reason for row in rows):
            titles = "; ".join(row.title for row in rows if row.id in closed)
            yield _("{reason}: {titles}.").format(reason=STATES[reason], titles=titles)


def _row(dataset: Dataset, row: ScorecardRow, country: str) -> ScoreRow:
    stated = tuple(dataset.statements[s] for s in row.statements.get(country, ()))
    records = _records(dataset, row, country)
    figures = tuple(_entry(s) for s in stated if _stated_state(s) in SHOWN)
    states = (*(_stated_state(s) for s in stated), *(record.state for record in records))
    state = min(states, key=ORDER.index, default=None) or _gap(dataset, row, country)
    return ScoreRow(
        id=row.id,
        title=row.title,
        state=state,
        state_text=STATES[state],
        entries=figures + records,
        note=_outside(dataset, row, country) or row.note,
    )


def _stated_state(statement: Statement) -> RowState:
    """Return what a statement says of its row; a nil that nobody checked is a figure like any other."""
    if statement.state is StatementState.QUALITATIVE:
        return RowState.VALUE
    if statement.state is StatementState.NONE and statement.check.result is CheckResult.NOT_CHECKED:
        return RowState.VALUE
    return RowState(statement.state)


def _gap(dataset: Dataset, row: ScorecardRow, country: str) -> RowState:
    """Return why a value is unknown: no open source, nobody looked, or a gap in the series."""
    if row.unavailable:
        return RowState(row.unavailable)
    observations = dataset.series(row.indicator, country).observations
    return RowState.NOT_COVERED if any(o.status in UNCOVERED for o in observations) else RowState.NO_DATA


def _outside(dataset: Dataset, row: ScorecardRow, country: str) -> str:
    """Return why the row cannot apply to the country."""
    return not_applicable(dataset, row.indicator, country) if row.indicator and not row.unavailable else ""


def _entry(statement: Statement) -> ScoreEntry:
    source = statement.attributed_to if statement.attributed_to not in {"", "not stated"} else statement.source
    state = _stated_state(statement)
    figure = stated_figure(statement) if statement.value else ""
    return ScoreEntry(
        value=_("None") if state is RowState.NONE else figure,
        state=state,
        label=statement.title,
        period="" if statement.period in statement.title else statement.period,
        source=source,
        url="",
        verdict=verdict(statement.check.result),
        check=check_text(statement.check),
        doubtful=statement.check.result in DOUBTFUL,
    )


def _records(dataset: Dataset, row: ScorecardRow, country: str) -> tuple[ScoreEntry, ...]:
    """Return the values of the open record; a country missing in a complete list has a nil."""
    if row.divided_by:
        derived = _derived(dataset, row, country)
        return (derived,) if derived else ()
    names = [name for name in (row.indicator, row.also) if name]
    latest = [(name, dataset.latest(name, country)) for name in names]
    found = [_record(dataset, name, o) for name, o in latest if o is not None]
    nil = bool(names) and all(unlisted(dataset, name, country) for name in names)
    return tuple(found) or ((_nothing_listed(dataset, row.indicator),) if nil else ())


def _record(dataset: Dataset, name: str, observation: Observation) -> ScoreEntry:
    indicator = dataset.indicator(name)
    nil = bool(indicator.zero) and observation.value == 0
    return ScoreEntry(
        value=_("None") if nil else value_text(indicator, observation, "table"),
        state=RowState.NONE if nil else RowState.VALUE,
        label=indicator.title,
        period=str(observation.year),
        source=attribution(dataset, observation),
        url=indicator_url(indicator.id),
        verdict=_("Open record"),
        check="",
    )


def _nothing_listed(dataset: Dataset, name: str) -> ScoreEntry:
    indicator = dataset.indicator(name)
    origin = dataset.catalog.origins[indicator.origins[0]]
    return ScoreEntry(
        value=_("None"),
        state=RowState.NONE,
        label=_("in the list"),
        period="",
        source=f"{origin.producer} – {origin.title}, {origin.vintage}",
        url=indicator_url(name),
        verdict=_("Open record"),
        check=_("The list names nothing under this country’s own name"),
    )


def _derived(dataset: Dataset, row: ScorecardRow, country: str) -> ScoreEntry | None:
    """Return one indicator divided by another in the latest year that has both, with its working."""
    below = {o.year: o for o in dataset.series(row.divided_by, country).observations if o.value and is_figure(o)}
    above = [o for o in dataset.series(row.indicator, country).observations if is_figure(o) and o.year in below]
    if not above:
        return None
    top, bottom = above[-1], below[above[-1].year]
    over, under = dataset.indicator(row.indicator), dataset.indicator(row.divided_by)
    value = Decimal(top.text) / Decimal(bottom.text)
    return ScoreEntry(
        value=format_amount(value, kind="currency", symbol=over.unit.symbol, decimals=0, style="table"),
        state=RowState.VALUE,
        label=_("derived"),
        period=str(top.year),
        source=_("{above} divided by {below}").format(above=over.title, below=under.title),
        url=indicator_url(row.indicator),
        verdict=_("Derived here"),
        check=f"{value_text(over, top)} / {value_text(under, bottom)}. {under.not_comparable_reason.rstrip('.')}",
    )
