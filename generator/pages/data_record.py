"""The record of the page about the data."""

from dataclasses import dataclass

from generator.pages.parts import Link, Mark, Shell
from generator.pages.rows import ListGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage:
    """What there is to download, in which form, and under which terms."""

    shell: Shell
    title: str
    summary: str
    groups: tuple[ListGroup, ...]
    """Indicators by topic, with the years they cover."""
    countries: tuple[Link, ...]
    statuses: tuple[Mark, ...]
    licences: tuple[tuple[str, str], ...]
    """Licences of the data, each with the producers whose data are under it."""
    withheld: tuple[tuple[str, str], ...]
