"""A series that stands already under the name that an import asks for."""

from generator.data.catalog import Indicator
from generator.imports.observations import of_origin, rows_of
from generator.imports.sniff.look import LookError
from generator.refresh.adopt.wish import Wish
from generator.refresh.run import Project


def check_name(project: Project, wish: Wish) -> None:
    """Raise LookError where the name is that of a series which other origins have, and this one does not."""
    standing = project.catalog.indicators.get(wish.indicator)
    if standing and wish.origin not in standing.origins:
        raise LookError(
            f"'{standing.id}' is a series here already: {_words(standing)}, from {', '.join(standing.origins)}.",
            f"Is this another one? Name it with another --as. If it is the same, from one more origin, "
            f"add {wish.origin} to its `origins:` in data/catalog/indicators/ first, or say --origin.",
        )


def standing_words(project: Project, wish: Wish) -> str:
    """Return which figures the new ones would take the place of; empty where there are none."""
    standing = project.catalog.indicators.get(wish.indicator)
    rows = rows_of(project.sources.files.get(f"data/observations/{wish.indicator}.csv"))
    count = len(of_origin(rows, wish.origin))
    if standing is None or not count:
        return ""
    figures = f"{count:,} figure{'' if count == 1 else 's'}"
    return f"It is a series here already: {_words(standing)}. Its {figures} of {wish.origin} would be replaced."


def _words(standing: Indicator) -> str:
    unit = standing.unit.symbol or standing.unit.kind.value
    return f"{standing.title} ({unit})"
