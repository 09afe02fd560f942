"""``data/observations/<indicator>.csv`` to observations; every fault of every cell is found."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import PurePosixPath

from generator.data.catalog import Catalog, Indicator, UnitKind
from generator.data.columns import Columns, compact, numbers_of
from generator.data.countries import Country
from generator.data.loading.codes import missing, unknown_country
from generator.data.loading.columns import REPEATING, read_columns
from generator.data.loading.observation_cells import Fault, interval_faults, number_hint, year_message
from generator.data.observations import NUMBER, STATUSES, WITHOUT_VALUE, YEARS
from generator.data.packed import PackedRows, Rows
from generator.diagnostics import Diagnostic, Location, suggest
from generator.rules import Rule
from generator.sources.csv_file import Row, Table, parse_table
from generator.sources.csv_frame import parse_frame
from generator.sources.files import Source, Sources
from generator.sources.yaml_nodes import SHOWN

FOLDER = "data/observations"
COLUMNS = ("country", "year", "value", "status", "origin", "note")
INTERVAL = ("lower", "upper")
"""Two further columns of a file whose figures have intervals."""
ReadFile = tuple[Columns | PackedRows | None, tuple[Diagnostic, ...]]
"""The sound rows of a file, which may wait to be unpacked, and its faults."""


def load_observations(
    sources: Sources,
    catalog: Catalog,
    countries: Mapping[str, Country],
    edition: int,
    once: Callable[[str, Callable[[], ReadFile]], ReadFile] = lambda _name, read: read(),
    *,
    by_rows: bool = False,
) -> tuple[Rows, tuple[Diagnostic, ...]]:
    """Return the observations of each indicator as they stand in its file, and all faults.

    A year after that of the `edition` may have a forecast only. `once` knows what the same file came to before;
    `by_rows` reads without frames.
    """
    read = _read_rows if by_rows else _read_file
    found: dict[str, Columns | PackedRows] = {}
    problems: list[Diagnostic] = []
    if not any(sources.under(FOLDER, ".csv")):
        problems.append(missing(FOLDER, "Put one CSV file for each indicator into it."))
    for source in sources.under(FOLDER, ".csv"):
        name = PurePosixPath(source.path).stem
        indicator = catalog.indicators.get(name)
        if source.path != f"{FOLDER}/{name}.csv":
            problems.append(_below_a_folder(source))
            continue
        if indicator is None:
            problems.append(_no_indicator(source, name, catalog))
            continue
        columns, faults = once(name, partial(read, source, indicator, countries, edition))
        problems += faults
        if columns:
            found[name] = columns
    return Rows(found), tuple(problems)


def _no_indicator(source: Source, name: str, catalog: Catalog) -> Diagnostic:
    withheld = name in catalog.withheld
    hint = suggest(name, catalog.indicators, "Describe it in data/catalog/indicators/ first.", form="'{}.csv'")
    return Diagnostic(
        rule=Rule.DATA_WITHHELD if withheld else Rule.INDICATOR_UNKNOWN,
        location=Location(path=source.path),
        message=f"'{name}' is withheld: its licence forbids publication."
        if withheld
        else f"There is no indicator '{name}'.",
        hint="Remove the file." if withheld else hint,
    )


def _below_a_folder(source: Source) -> Diagnostic:
    message = f"Files of observations stand in {FOLDER}/ itself."
    where = Location(path=source.path)
    return Diagnostic(rule=Rule.INDICATOR_UNKNOWN, location=where, message=message, hint="Move the file up.")


def _read_file(
    source: Source, indicator: Indicator, countries: Mapping[str, Country], edition: int
) -> tuple[Columns | None, tuple[Diagnostic, ...]]:
    if columns_of(source) != COLUMNS:
        return _read_rows(source, indicator, countries, edition)  # the ends of intervals are compared row by row
    frame = parse_frame(source, COLUMNS, REPEATING, ("year",))
    columns = None if frame is None else read_columns(frame, indicator, countries, edition)
    return (columns, ()) if columns else _read_rows(source, indicator, countries, edition)


def columns_of(source: Source) -> tuple[str, ...]:
    """Return the columns that a file must have: those of intervals too where it names one of them."""
    head = source.data.partition(b"\n")[0].decode("utf-8", "replace").strip().split(",")
    return (*COLUMNS, *INTERVAL) if set(INTERVAL) & set(head) else COLUMNS


def _read_rows(
    source: Source, indicator: Indicator, countries: Mapping[str, Country], edition: int
) -> tuple[Columns | None, tuple[Diagnostic, ...]]:
    """Return the sound rows of a file in order of their keys, and the faults of the others."""
    table, problems = parse_table(
        source, columns_of(source), counts=indicator.unit.kind is UnitKind.COUNT and not indicator.decimals
    )
    if table is None:
        return None, problems
    reader = _Reader(table, indicator, countries, edition)
    sound = sorted(reader.read(), key=_key)
    return _columns([cells for _line, cells in sound], indicator.id) if sound else None, tuple(reader.problems)


def _columns(rows: list[list[str]], indicator: str) -> Columns:
    """Return sound rows as columns."""
    countries, years, texts, statuses, origins, notes, *ends = zip(*rows, strict=True)
    columns = Columns(
        indicator=indicator,
        countries=countries,
        years=[YEARS[year] for year in years],
        texts=texts,
        statuses=statuses,
        origins=origins,
        notes=notes,
        values=numbers_of(texts),
        lowers=ends[0] if ends else (),
        uppers=ends[1] if ends else (),
    )
    return compact(columns)


def _key(row: Row) -> tuple[str, str, str]:
    _line, (country, year, _value, _status, origin, _note, *_interval) = row
    return country, year, origin


class _Reader:
    """Reads the rows of one file; keys seen and the order of rows are remembered between them."""

    def __init__(self, table: Table, indicator: Indicator, countries: Mapping[str, Country], edition: int) -> None:
        self.problems: list[Diagnostic] = []
        self._edition = edition
        self._table = table
        self._indicator = indicator
        self._countries = countries
        self._origins = frozenset(indicator.origins)
        self._seen: dict[tuple[str, str, str], int] = {}
        self._last = ("", "", "")

    def read(self) -> Iterator[Row]:
        """Yield sound rows, those out of order too; faults of the others are noted."""
        for line, cells in self._table.rows:
            country, year, value, status, origin, _note, *interval = cells
            key = (country, year, origin)
            sound = self._sound(key, value, status)
            if sound and (faults := tuple(interval_faults(value, *interval))):
                self._note(line, faults)
                continue
            if not sound or key < self._last:
                self._explain(line, key, value, status)
            if sound:
                self._last = key
                self._seen[key] = line
                yield line, cells

    def _sound(self, key: tuple[str, str, str], value: str, status: str) -> bool:
        country, year, origin = key
        return (
            country in self._countries
            and year in YEARS
            and origin in self._origins
            and status in STATUSES
            and (status == "F" or YEARS[year] <= self._edition)
            and key not in self._seen
            and ((status not in WITHOUT_VALUE and self._in_range(value)) if value else status in WITHOUT_VALUE)
        )

    def _in_range(self, value: str) -> bool:
        if not NUMBER.fullmatch(value):
            return False
        number, low, high = float(value), self._indicator.minimum, self._indicator.maximum
        return (low is None or number >= low) and (high is None or number <= high)

    def _explain(self, line: int, key: tuple[str, str, str], value: str, status: str) -> None:
        faults = (*self._key_faults(key), *self._value_faults(value, status), *self._early_faults(key, status))
        self._note(line, faults)
        self._seen.setdefault(key, line)

    def _note(self, line: int, faults: Iterable[Fault]) -> None:
        for column, rule, message, hint in faults:
            where = self._table.location(line, column)
            self.problems.append(Diagnostic(rule=rule, location=where, message=message, hint=hint))

    def _key_faults(self, key: tuple[str, str, str]) -> Iterator[Fault]:
        country, year, origin = key
        if country not in self._countries:
            fault = unknown_country(Location(path=""), country, self._countries)
            yield "country", fault.rule, fault.message, fault.hint
        if year not in YEARS:
            yield "year", Rule.YEAR_INVALID, *year_message(year)
        if origin not in self._origins:
            known = ", ".join(self._indicator.origins)
            message = f"'{origin}' is no origin of '{self._indicator.id}'."
            yield "origin", Rule.ORIGIN_UNKNOWN, message, f"The catalog names: {known}"
        if key in self._seen:
            hint = f"The first stands in line {self._seen[key]}; keep one."
            yield "country", Rule.OBSERVATION_DUPLICATE, f"{country} {year} from '{origin}' stands here twice.", hint
        elif key < self._last:
            hint = "Sort by country, year, origin."
            yield "country", Rule.OBSERVATION_ORDER, "This row is out of order.", hint

    def _early_faults(self, key: tuple[str, str, str], status: str) -> Iterator[Fault]:
        year = key[1]
        if status in STATUSES - {"F"} and YEARS.get(year, 0) > self._edition:
            message = f"{year} is after the edition of {self._edition}, and status {status} is no forecast."
            hint = "Write F if it is a forecast; mend the year, or the edition in site.yaml, if it is not."
            yield "year", Rule.YEAR_AFTER_EDITION, message, hint

    def _value_faults(self, value: str, status: str) -> Iterator[Fault]:
        if status not in STATUSES:
            hint = "SDMX: A normal, B break, E estimated, F forecast, I imputed, L not collected, M cannot exist, O missing, P provisional"
            yield "status", Rule.STATUS_UNKNOWN, f"There is no status '{status}'.", hint
        elif not value and status not in WITHOUT_VALUE:
            hint = "Write the value, or leave the row out; O, M and L say why there is none."
            yield "value", Rule.STATUS_MISMATCH, f"Status {status} needs a value.", hint
        elif value and status in WITHOUT_VALUE:
            yield (
                "value",
                Rule.STATUS_MISMATCH,
                f"Status {status} says there is no value.",
                "Empty the cell or write A.",
            )
        if value and not NUMBER.fullmatch(value):
            yield "value", Rule.VALUE_INVALID, f"'{value[:SHOWN]}' is no number.", number_hint(value)
        elif value and not self._in_range(value):
            low, high = self._indicator.minimum, self._indicator.maximum
            bounds = f"{'…' if low is None else f'{low:g}'} to {'…' if high is None else f'{high:g}'}"
            hint = "Check the digits and the unit, or mend the bounds in the catalog."
            if low == 0 and value.startswith("-") and self._indicator.unit.kind is UnitKind.COUNT:
                hint = "Check the sign; a count that may be below 0 needs a `minimum` in the catalog that says how far."
            yield "value", Rule.VALUE_OUT_OF_RANGE, f"{value} lies outside {bounds}.", hint
