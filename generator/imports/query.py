"""The question to a reader: the figures that are meant, and their columns or dimensions."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One series of a contract: `code` names it, `where` fixes dimensions or columns."""

    code: str = ""
    where: Mapping[str, str] = field(default_factory=dict)
    dataset: str = ""
    area: str = ""
    """The dimension or column of areas; empty where the reader knows it."""
    area_name: str = ""
    """The column of names that count where the code is empty."""
    time: str = ""
    """The dimension or column of periods.

    Empty where the reader knows it, or a table has a column for each year.
    """
    value: str = ""
    """The column of figures."""
    lower: str = ""
    """The columns of the lower and the upper end of intervals."""
    upper: str = ""
    flag: str = ""
    """The column of flags."""
    note: str = ""
    """The column of footnotes."""
    sheet: str = ""
    header: tuple[int, ...] = (1,)
    """The lines of a table that hold its header, counted from 1."""
    encoding: str = "utf-8"
    name: str = ""
    """Which data set of a bundle."""
