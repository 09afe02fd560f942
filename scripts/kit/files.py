"""The kit's files and ours: rows of CSV in, rows of CSV out."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path


def read_rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a file of the kit by the names of its columns."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def write_rows(path: Path, head: str, rows: Iterable[Iterable[str]]) -> None:
    """Write a file of the project: its first line and its rows."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"{head}\n")
        csv.writer(file, lineterminator="\n").writerows(rows)
