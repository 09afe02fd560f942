"""Single cells of a table: their text, and whether they are figures or periods."""

from generator.imports.figures import FigureError, figure_of
from generator.imports.periods import PeriodError, shorter_than_a_year, year_of
from generator.imports.readers.lines import Row


def cell_of(row: Row, at: int) -> str:
    """Return the text of a cell; empty beyond the end of its row."""
    return row[1][at].strip() if at < len(row[1]) else ""


def is_number(text: str) -> bool:
    """Whether a text is a figure in any usual notation."""
    for decimal, thousands in ((".", ""), (".", ","), (",", "."), (",", " "), (",", "")):
        try:
            return figure_of(text, decimal=decimal, thousands=thousands) is not None
        except FigureError:
            continue
    return False


def is_period(text: str) -> bool:
    """Whether a text is a year, or a part of one."""
    if shorter_than_a_year(text):
        return True
    try:
        return 1500 <= year_of(text) <= 2200  # noqa: PLR2004 - years of statistics
    except PeriodError as error:
        return "runs over two years" in error.message
