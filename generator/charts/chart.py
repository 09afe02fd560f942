"""A chart as a record: specification, words and table; nothing is drawn yet."""

from dataclasses import dataclass

__all__ = ("Chart", "Drawing", "DrawnData", "Table", "TableRow", "leads")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row of a chart's data table: heading and cells, formatted; `highlight` marks the page's country."""

    header: str
    cells: tuple[str, ...]
    highlight: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The data behind a chart for reading: caption, column headings and rows."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """One size of a chart: a Vega-Lite specification with its data as canonical JSON; `width` in pixels."""

    spec: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnData:
    """Observations that a chart draws: those of an indicator for these countries from a year to another."""

    indicator: str
    countries: tuple[str, ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A figure of a page. `id` is unique on its page; `drawings` are one size, or a narrow and a wide one.

    `title` states the finding or the subject, `subtitle` the measure, unit and years; `description` is generated from
    the data (range, trend, latest, extremes, comparison) and read by assistive technology.
    """

    id: str
    kind: str
    indicator: str
    title: str
    subtitle: str
    description: str
    drawings: tuple[Drawing, ...]
    table: Table
    source: str
    """Attribution, as `World Bank (2026)`."""
    license: str
    note: str = ""
    figures: tuple[DrawnData, ...] = ()
    """The observations drawn, for downloads."""


def leads(chart: Chart) -> bool:
    """Whether a chart leads its section, with two drawings and a picture file of its own."""
    return len(chart.drawings) > 1
