"""Counts compared with the lists behind them, for indicators that name a list."""

from collections.abc import Iterator, Mapping

from generator.data.catalog import Catalog, Indicator
from generator.data.columns import Columns
from generator.data.lists import CountedList, Lists
from generator.data.loading.lists import GAMES, HERITAGE
from generator.data.loading.observations import FOLDER
from generator.data.observations import Observation
from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.sources.files import Sources


def check_counts(
    sources: Sources, catalog: Catalog, observations: Mapping[str, Columns], lists: Lists
) -> Iterator[Diagnostic]:
    """Yield observations that differ from their list, and list entries not counted."""
    for indicator in catalog.indicators.values():
        if indicator.counted_from is not None:
            columns = observations.get(indicator.id)
            rows = tuple(columns.row(at) for at in range(len(columns.countries))) if columns else ()
            yield from _wrong(sources, indicator, indicator.counted_from, rows, lists)
            yield from _uncounted(sources, indicator, indicator.counted_from, rows, lists)


def _wrong(
    sources: Sources, indicator: Indicator, listed: CountedList, observations: tuple[Observation, ...], lists: Lists
) -> Iterator[Diagnostic]:
    for each in observations:
        count = lists.count(listed, each.country, each.year)
        if each.decimal is not None and each.decimal != count:
            where = _first_line(sources, f"{FOLDER}/{indicator.id}.csv", f"{each.country},{each.year},")
            message = f"{each.country} {each.year} is {each.text}; the list behind it has {count}."
            yield _fault(where, message, f"Count again in {_path(listed)}, or mend the list.")


def _uncounted(
    sources: Sources, indicator: Indicator, listed: CountedList, observations: tuple[Observation, ...], lists: Lists
) -> Iterator[Diagnostic]:
    """Yield entries of a country, or of its Games of a year, without an observation."""
    counted = {(o.country, o.year) for o in observations} | {(o.country, 0) for o in observations}
    for country, year in _entries(listed, lists):
        if (country, year) not in counted:
            message = f"'{indicator.id}' has no row for {country}{f' {year}' if year else ''}, which is listed here."
            where = _first_line(sources, _path(listed), f"{country},")
            yield _fault(where, message, f"Add the row to {FOLDER}/{indicator.id}.csv.")


def _entries(listed: CountedList, lists: Lists) -> list[tuple[str, int]]:
    """Return pairs of country and year that need an observation; year 0 stands for any."""
    if listed is CountedList.WORLD_HERITAGE:
        return [(country, 0) for country in lists.heritage]
    return [(country, games.year) for country in lists.games if country for games in lists.medals(listed, country)]


def _path(listed: CountedList) -> str:
    return HERITAGE if listed is CountedList.WORLD_HERITAGE else GAMES


def _first_line(sources: Sources, path: str, start: str) -> Location:
    """Return the first line of a file with this start, or the file alone."""
    source = sources.files.get(path)
    lines = source.data.decode("utf-8", "replace").split("\n") if source else []
    line = next((at for at, text in enumerate(lines, 1) if text.startswith(start)), None)
    return Location(path=path, line=line, column=1) if line else Location(path=path)


def _fault(where: Location, message: str, hint: str) -> Diagnostic:
    return Diagnostic(rule=Rule.LIST_COUNT, location=where, message=message, hint=hint)
