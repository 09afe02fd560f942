"""A first look at a table: its header, and its columns of areas, years and figures.

Results are shown to a person and put into a contract; ambiguity is a question, never a guess.
"""

import re
from collections.abc import Mapping, Sequence

from generator.imports.areas import Areas
from generator.imports.periods import shorter_than_a_year
from generator.imports.readers.lines import Row
from generator.imports.readers.table import joined, years_of
from generator.imports.sniff.cells import cell_of
from generator.imports.sniff.columns import GROUP, find_figures, find_named, find_open, find_time, years_in
from generator.imports.sniff.header import find_header, words_below
from generator.imports.sniff.look import Look, LookError
from generator.imports.sniff.places import find_areas, find_names

FLAG_NAMES = re.compile(r"flag|obs_?status|status", re.IGNORECASE)
NOTE_NAMES = re.compile(r"foot ?note|note|comment", re.IGNORECASE)


def look_at(rows: Sequence[Row], schemes: Mapping[str, Areas]) -> Look:
    """Return the layout of a table; raises LookError.

    `schemes` are the lists of areas by name, the plain one first.
    """
    at, column, scheme = find_areas(rows, schemes)
    areas = schemes[scheme]
    header = find_header(rows, at)
    head = joined([rows[line][1] for line in header])
    data = [row for row in rows[at:] if sum(bool(cell.strip()) for cell in row[1]) > 1]
    name = find_names(head, data, column, areas)
    grouped = [match for each in head if (match := GROUP.fullmatch(each))]
    plain = [period for _at, period in years_of(head)]
    wide = plain or [match[2] for match in grouped]
    time = "" if len(wide) > 1 else find_time(head, data, column)
    if not time and not wide:
        raise LookError("No column holds years, and no header names them.", "Name the column with --time.")
    periods = [cell_of(row, head.index(time)) for row in data] if time else wide
    numeric = [name for name in find_figures(head, data) if name not in (head[column], time)]
    values = tuple(numeric) if time else () if plain else tuple(dict.fromkeys(match[1] for match in grouped))
    return Look(
        header=tuple(rows[line][0] for line in header),
        head=tuple(head),
        rows=tuple(data),
        area=head[column],
        area_name=head[name] if name >= 0 else "",
        scheme=scheme,
        time=time,
        values=values,
        flag=find_named(head, FLAG_NAMES, values),
        note=find_named(head, NOTE_NAMES, values),
        open=find_open(head, data, (column, name), time, values),
        years=years_in(periods),
        shorter=next((found for period in periods if (found := shorter_than_a_year(period))), ""),
        above=tuple(" ".join(filter(None, map(str.strip, cells))) for _line, cells in rows[: header[0]] if any(cells)),
        below=words_below(rows[at:], column, areas),
    )
