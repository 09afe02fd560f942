"""Our World in Data: `Entity,Code,Year,…`, with metadata in a file of its own."""

from collections.abc import Iterator, Sequence

from generator.imports.cells import Cell, Reply, invalid
from generator.imports.query import Query
from generator.imports.readers.json_text import Json, load_json, mapping
from generator.imports.readers.lines import check_wrapped, decode, read_lines

KEYS = ("entity", "code", "year", "day")


def read(reply: Reply, query: Query) -> Iterator[Cell]:
    """Yield the cells of one column; raises ReplyError."""
    lines = read_lines(decode(reply), ",")
    if not lines.rows:
        raise invalid("The file is empty.")
    head = _head(lines.rows[0][1], [cells for _line, cells in lines.rows[1:]])
    check_wrapped(lines.rows[1:], ",", len(head))
    fold = [name.strip().casefold() for name in head]
    if "entity" not in fold or not {"year", "day"} & set(fold):
        raise invalid("The header has no 'Entity' and 'Year'.", "Take the CSV of a chart of Our World in Data.")
    time = fold.index("year" if "year" in fold else "day")
    value = _column(head, query.value or query.code)
    code = fold.index("code") if "code" in fold else fold.index("entity")
    for line, cells in lines.rows[1:]:
        if len(cells) > max(time, value, code):
            yield Cell(
                area=cells[code] if "code" in fold else "",
                name=cells[fold.index("entity")],
                period=cells[time],
                text=cells[value],
                place=f"line {line}",
            )


def _head(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the header, with one `Year` where it has two and the rows have a cell fewer."""
    names = list(head)
    twice = [at for at, name in enumerate(names) if name.strip().casefold() == "year"]
    if len(twice) > 1 and rows and max(map(len, rows)) < len(names):
        del names[twice[1]]
    return names


def _column(head: Sequence[str], name: str) -> int:
    columns = [at for at, each in enumerate(head) if each.strip().casefold() not in KEYS]
    if not columns:
        raise invalid("The file has no column of figures.")
    if name in head:
        return list(head).index(name)
    if len(columns) == 1 and not name:
        return columns[0]
    known = ", ".join(repr(head[at]) for at in columns[:12])
    raise invalid(f"Which column? There is none '{name}'.", f"There are {known}.")


def columns_of(reply: Reply) -> dict[str, Json]:
    """Return the columns' descriptions in a metadata.json, by name and by short name."""
    columns = mapping(mapping(load_json(reply), "metadata").get("columns"), "columns")
    short = {
        str(said["shortName"]): said for said in columns.values() if isinstance(said, dict) and "shortName" in said
    }
    return {**columns, **short}
