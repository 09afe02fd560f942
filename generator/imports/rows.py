"""Cells as rows of observations: areas, years, figures and statuses translated, the rest counted."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.imports.areas import Areas
from generator.imports.cells import Cell, Fault
from generator.imports.contract import ContractShape, SeriesShape
from generator.imports.figures import FigureError, figure_of
from generator.imports.periods import PeriodError, shorter_than_a_year, year_of
from generator.imports.statuses import FlagError, status_of
from generator.rules import Rule
from generator.sources.shapes import FIRST_YEAR, LAST_YEAR

NOTE_LENGTH = 200
Row = tuple[str, str, str, str, str, str, str, str]
"""Country, year, value, status, origin, note, lower, upper: a line of an observations file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapped:
    """The result for a series: rows, faults, and what was left out, with reasons."""

    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]
    areas_left_out: dict[str, str]
    """Each area that is none of ours, with the reason."""
    left_out: dict[str, int]
    """Cells by why they made no row: `no figure`, `aggregate`, `projection`, `other years`, `said twice`."""
    unknown: dict[str, tuple[str, ...]]
    """Areas that no list has, each with names that are like it."""


@dataclass(slots=True, kw_only=True)
class _Mapper:
    """A translator of cells, one by one, that counts what it leaves out."""

    terms: ContractShape
    series: SeriesShape
    origin: str
    default_status: str
    areas: Areas
    left: Counter[str] = field(default_factory=Counter)
    areas_left: dict[str, str] = field(default_factory=dict)
    unknown: dict[str, str] = field(default_factory=dict)
    kept: dict[tuple[str, str], tuple[Row, str]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def take(self, cell: Cell) -> None:
        """Make a row of a cell, or count it as left out."""
        entry = self.areas.find(cell.area, cell.name)
        if entry is None:
            self.unknown.setdefault(cell.area or cell.name, cell.place)
            self._check_period(cell)
        elif not entry.country:
            self.areas_left.setdefault(cell.area or cell.name, entry.reason)
            has_figure = bool((cell.text or "").strip())
            self.left[entry.reason.partition(":")[0] if has_figure else "no figure"] += 1
        elif row := self._row(cell, entry.country):
            self._keep(row, cell.place)

    def _check_period(self, cell: Cell) -> None:
        """Note a quarter or day, so that nobody explains the areas of figures that cannot be taken."""
        if shorter_than_a_year(cell.period):
            try:
                year_of(cell.period, self.terms.split_year)
            except PeriodError as error:
                self._fault(Rule.YEAR_INVALID, error, cell)

    def _fault(self, rule: Rule, error: PeriodError | FigureError, cell: Cell) -> None:
        self.faults.append(Fault(rule=rule, message=error.message, hint=error.hint, place=cell.place))

    def _row(self, cell: Cell, country: str) -> Row | None:
        self._check_unit(cell)
        try:
            year = year_of(cell.period, self.terms.split_year)
            value, status, note = self._figure(cell)
            lower, upper = (self._number(end, cell) or "" for end in (cell.lower, cell.upper))
        except (PeriodError, FigureError) as error:
            self._fault(Rule.YEAR_INVALID if isinstance(error, PeriodError) else Rule.VALUE_INVALID, error, cell)
            return None
        except FlagError as error:
            self.faults.append(_flag_fault(str(error), cell))
            return None
        if not status:
            self.left["no figure"] += 1
            return None
        return self._of_time(year, (country, str(year), value, status, self.origin, note, lower, upper))

    def _figure(self, cell: Cell) -> tuple[str, str, str]:
        """Return value, status and note; no status for a cell without any content."""
        terms = self.terms
        status, also = status_of(cell.flag, terms.reader.value, terms.flags)
        value = self._number(cell.text, cell)
        note = "; ".join(part for part in (also, " ".join(cell.note.split())) if part)[:NOTE_LENGTH]
        if value is None:
            return "", status if status in tuple("LMO") else "", note
        if status in tuple("LMO"):
            return "", status, note
        return value, status or self.default_status, note

    def _number(self, text: str | None, cell: Cell) -> str | None:
        terms, scale = self.terms, self.series.scale if self.series.scale is not None else cell.scale
        return figure_of(text, scale=scale, decimal=terms.decimal, thousands=terms.thousands, missing=terms.missing)

    def _of_time(self, year: int, row: Row) -> Row | None:
        """Return the row of a wanted year, marked as a forecast where it is one."""
        (first, last), after = self.terms.years or (FIRST_YEAR, LAST_YEAR), self.terms.forecast_after
        if not first <= year <= last:
            self.left["other years"] += 1
            return None
        if isinstance(after, int) and year > after:
            if self.terms.projections == "leave":
                self.left["projection"] += 1
                return None
            return (*row[:3], "F", *row[4:])
        return row

    def _check_unit(self, cell: Cell) -> None:
        if self.series.unit and cell.unit and cell.unit != self.series.unit:
            message = f"The producer counts in '{cell.unit}', not in '{self.series.unit}'."
            hint = "Nothing is converted: check the series, then write the new unit into the contract."
            self.faults.append(Fault(rule=Rule.UNIT_CHANGED, message=message, hint=hint, place=cell.place))

    def _keep(self, row: Row, place: str) -> None:
        before = self.kept.get(row[:2])
        if before is None:
            self.kept[row[:2]] = (row, place)
        elif (before[0][2:4], before[0][6:]) == (row[2:4], row[6:]):
            self.left["said twice"] += 1
            self.kept[row[:2]] = min(before, (row, place))
        else:
            message = (
                f"{row[0]} {row[1]} has two figures: {before[0][2] or '…'} ({before[1]}) and {row[2] or '…'} ({place})."
            )
            hint = "Fix what tells them apart with `where:`, or ask the producer."
            self.faults.append(Fault(rule=Rule.OBSERVATION_DUPLICATE, message=message, hint=hint, place=place))


def map_cells(
    cells: Iterable[Cell], terms: ContractShape, series: SeriesShape, *, origin: str, default_status: str, areas: Areas
) -> Mapped:
    """Return the sorted rows of cells, with all faults and all that was left out."""
    mapper = _Mapper(terms=terms, series=series, origin=origin, default_status=default_status, areas=areas)
    for cell in cells:
        mapper.take(cell)
    close = {text: areas.close(text) for text in sorted(mapper.unknown)}
    unknown = tuple(_unknown_area(text, mapper.unknown[text], near) for text, near in close.items())
    return Mapped(
        rows=tuple(sorted(row for row, _place in mapper.kept.values())),
        faults=(*unknown, *_grouped(mapper.faults)),
        areas_left_out=dict(sorted(mapper.areas_left.items())),
        left_out=dict(sorted(mapper.left.items())),
        unknown=close,
    )


def _unknown_area(text: str, place: str, near: tuple[str, ...]) -> Fault:
    hint = f"Is it {' or '.join(near)}? " if near else ""
    return Fault(
        rule=Rule.AREA_UNKNOWN,
        message=f"No list knows the area '{text}'.",
        hint=f"{hint}Write it into a list of data/imports/areas/, with its country or the reason why it is none.",
        place=place,
    )


def _flag_fault(flag: str, cell: Cell) -> Fault:
    hint = f"Write into the contract what it means: `flags: {{{flag}: E}}`, a letter of SDMX."
    return Fault(rule=Rule.FLAG_UNKNOWN, message=f"Nobody knows the flag '{flag}'.", hint=hint, place=cell.place)


def _grouped(faults: list[Fault]) -> Iterator[Fault]:
    """Yield one fault for each cause, with the number of its cells and the first of them."""
    groups: dict[tuple[Rule, str], list[Fault]] = defaultdict(list)
    for fault in faults:
        groups[fault.rule, _cause(fault)].append(fault)
    for found in groups.values():
        first = found[0]
        more = f" ({len(found) - 1} more cells are like it.)" if len(found) > 1 else ""
        yield Fault(rule=first.rule, message=first.message + more, hint=first.hint, place=first.place)


def _cause(fault: Fault) -> str:
    """Return the common cause of faults: years or figures of one form have one remedy."""
    return (
        fault.message
        if fault.rule in (Rule.FLAG_UNKNOWN, Rule.UNIT_CHANGED, Rule.OBSERVATION_DUPLICATE)
        else fault.hint
    )
