"""The options of an import, and the series it is for."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.imports.cells import Reply
from generator.imports.contract import Contract
from generator.imports.vintages import vintage_of
from generator.refresh.run import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """The options of an import: the series' id here, and answers to questions of a first look."""

    indicator: str
    origin: str
    area: str = ""
    time: str = ""
    value: str = ""
    areas: str = ""
    sheet: str = ""
    encoding: str = "utf-8"
    decimal: str = ""
    """The decimal mark; empty where nobody said it."""
    thousands: str = ""
    split_year: str = ""
    missing: tuple[str, ...] = ()
    name: str = ""
    where: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The words for a series, for its entry in the catalog."""

    title: str = ""
    description: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One series: its draft of a contract, the producer's replies, options and words."""

    project: Project
    contract: Contract
    replies: tuple[Reply, ...]
    wish: Wish
    about: About

    @property
    def default_status(self) -> str:
        """The status of a figure without one, as the catalog has it."""
        indicator = self.project.catalog.indicators.get(self.wish.indicator)
        return indicator.default_status if indicator else "A"

    @property
    def vintage(self) -> str:
        """The edition of the replies by their own account; empty where none names it."""
        terms = self.contract.terms
        found = (vintage_of(terms.reader, reply, terms.name) for reply in self.replies)
        return next((vintage for vintage in found if vintage), "")
