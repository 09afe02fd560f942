"""``data/claims/*.yaml`` and ``data/scorecards/*.yaml`` to records."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from generator.data.catalog import Catalog
from generator.data.countries import Country
from generator.data.loading.codes import unknown_country
from generator.data.scorecard import Scorecard, ScorecardRow
from generator.data.statements import Check, CheckResult, StatedUnit, Statement, StatementState
from generator.diagnostics import Diagnostic
from generator.rules import Rule
from generator.sources.files import Sources
from generator.sources.shapes import CountryCode, NonEmpty, Slug, StrictModel
from generator.sources.yaml_file import Located, parse_yaml

Digits = Annotated[str, StringConstraints(pattern=r"^(-?[0-9]+(\.[0-9]+)?)?$")]


class _Check(StrictModel):
    result: CheckResult
    """What an independent check of the figure found."""
    value: str = ""
    """What the check found in its place; digits are shown in groups of three."""
    source: str = ""
    """Where the check found it."""
    note: str = ""
    """Why the two differ, or why there is nothing to compare with."""


class StatementShape(StrictModel):
    """A claim as it is written."""

    subject: NonEmpty
    """Whom or what the claim is about: `Kazakhstan`."""
    country: CountryCode | Literal[""] = ""
    """The code of that country; empty where it is about no single one."""
    title: NonEmpty
    """What the figure counts: `Tourists in 2019`."""
    value: Digits = ""
    """The source's digits, in quotes and without separators; empty where it states no figure."""
    unit: str = ""
    """The words after the figure: `% of arrivals`.

    `US$` stands before it; a count shows none, because its title says what is counted.
    """
    unit_kind: StatedUnit = StatedUnit.COUNT
    """What kind of number it is, which decides how a text may state it."""
    state: StatementState
    """What the source says: `value` a figure, `none` a nil, `qualitative` words only.

    `no-data` is that it knows no figure, `not-stated` nothing at all.
    """
    period: str
    """The period as printed: `about 2019–2020`."""
    attributed_to: str = ""
    """Whom the source names for the figure; empty if nobody."""
    source: NonEmpty
    """The text that the claim was found in."""
    check: _Check
    """What a check of the claim found; `{result: not-checked}` without one."""


class _Row(StrictModel):
    id: Slug
    """The id of the row, one of its own in the scorecard."""
    title: NonEmpty
    """What the row asks for: `Olympic medals`."""
    indicator: str = ""
    """The indicator in the catalog that answers it best; a row has it or `unavailable`."""
    also: str = ""
    """A further indicator of the same row, as the medals of the other season."""
    divided_by: str = ""
    """An indicator by which the first is divided, in the latest year that has both."""
    unavailable: Literal["", "no-source", "withheld"] = ""
    """Why no country has a series: nobody publishes one openly, or its licence forbids it."""
    note: str = ""
    """What readers must know of the row, as what the series does not count."""
    statements: dict[CountryCode, tuple[Slug, ...]] = Field(default_factory=dict)
    """Ids of claims by the code of the country whose profile shows them."""


class ScorecardShape(StrictModel):
    """A scorecard as it is written."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
    """The id by which `scorecard` in `content/profile.yaml` names it."""
    title: NonEmpty
    """The heading on profiles."""
    description: NonEmpty
    """What the rows are, in a sentence."""
    source: NonEmpty
    """Whose list of rows it is."""
    rows: Annotated[tuple[_Row, ...], Field(min_length=1)]
    """What is asked of every country, in order."""


def load_statements(
    sources: Sources, countries: Mapping[str, Country]
) -> tuple[dict[str, Statement], tuple[Diagnostic, ...]]:
    """Return all stated figures by id, and what is wrong with their files."""
    statements: dict[str, Statement] = {}
    problems: list[Diagnostic] = []
    for source in sources.under("data/claims", ".yaml"):
        located, faults = parse_yaml(source, dict[Slug, StatementShape])
        problems += faults
        if located is not None:
            for key, shape in located.value.items():
                problems += _check_statement(located, key, statements, countries)
                statements[key] = _statement(key, shape)
    return statements, tuple(problems)


def _statement(key: str, shape: StatementShape) -> Statement:
    given = dict(shape)
    given["check"] = Check(**dict(shape.check))
    return Statement(id=key, **given)


def _check_statement(
    located: Located[dict[Slug, StatementShape]],
    key: str,
    seen: Mapping[str, Statement],
    countries: Mapping[str, Country],
) -> Iterator[Diagnostic]:
    shape = located.value[key]
    if key in seen:
        yield _fault(located, (key,), f"The claim '{key}' stands in two files.", "Keep one of the two.")
    if shape.country and shape.country not in countries:
        yield unknown_country(located.location(key, "country"), shape.country, countries)
    if (shape.state in {StatementState.VALUE, StatementState.NONE}) != bool(shape.value):
        hint = "States value and none have a value; the others have none."
        yield _fault(located, (key, "state"), f"State '{shape.state}' does not fit the value '{shape.value}'.", hint)


def load_scorecards(
    sources: Sources,
    catalog: Catalog,
    countries: Mapping[str, Country],
    statements: Mapping[str, Statement] | None,
) -> tuple[dict[str, Scorecard], tuple[Diagnostic, ...]]:
    """Return all scorecards by id, and what is wrong with their files.

    Without `statements` (their files are broken) the ids of claims are not looked up.
    """
    scorecards: dict[str, Scorecard] = {}
    problems: list[Diagnostic] = []
    for source in sources.under("data/scorecards", ".yaml"):
        located, faults = parse_yaml(source, ScorecardShape)
        problems += faults
        if located is not None:
            shape = located.value
            problems += _check_scorecard(located, catalog, countries, statements)
            rows = tuple(ScorecardRow(**dict(row)) for row in shape.rows)
            scorecards[shape.id] = Scorecard(
                id=shape.id, title=shape.title, description=shape.description, source=shape.source, rows=rows
            )
    return scorecards, tuple(problems)


def _check_scorecard(
    located: Located[ScorecardShape],
    catalog: Catalog,
    countries: Mapping[str, Country],
    statements: Mapping[str, Statement] | None,
) -> Iterator[Diagnostic]:
    shape = located.value
    for at, row in enumerate(shape.rows):
        if row.id in [other.id for other in shape.rows[:at]]:
            yield _fault(located, ("rows", at, "id"), f"A row '{row.id}' stands here twice.", "Give each its own id.")
        for key, name in (("indicator", row.indicator), ("also", row.also), ("divided_by", row.divided_by)):
            if name and name not in catalog.indicators:
                message = f"There is no indicator '{name}'."
                where = located.location("rows", at, key)
                yield Diagnostic(
                    rule=Rule.INDICATOR_UNKNOWN, location=where, message=message, hint="Its id is in data/catalog/."
                )
        if bool(row.indicator) == bool(row.unavailable):
            hint = (
                "Name an indicator, or say `unavailable: no-source` (nobody publishes it) or `unavailable: withheld`."
            )
            yield _fault(located, ("rows", at), f"Row '{row.id}' does not say where its figures are.", hint)
        for country, ids in row.statements.items():
            if country not in countries:
                yield unknown_country(located.location("rows", at, "statements", country, key=True), country, countries)
            for position, name in enumerate(ids):
                if statements is not None and name not in statements:
                    where_id = ("rows", at, "statements", country, position)
                    yield _fault(located, where_id, f"There is no claim '{name}'.", "Ids are in data/claims/.")


def _fault(located: Located[Any], where: tuple[int | str, ...], message: str, hint: str) -> Diagnostic:
    return Diagnostic(rule=Rule.CATALOG_INVALID, location=located.location(*where), message=message, hint=hint)
