"""What is wrong with an index, or notable, as the engine finds it: rule, entry, countries, edition."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.rules import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something a step found.

    `place` are the keys of the contract it is about, as `("indicators", "gdp")`.
    """

    rule: Rule
    place: tuple[str | int, ...]
    message: str
    hint: str = ""
    countries: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    year: int | None = None

    @property
    def is_error(self) -> bool:
        """Whether there can be no index with it."""
        return not self.rule.is_warning


def any_error(findings: Iterable[Finding]) -> bool:
    """Whether one of the findings stops the index."""
    return any(finding.is_error for finding in findings)
