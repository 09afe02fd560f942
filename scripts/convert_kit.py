"""Converts a data kit (folders world/, culture/) into the project's data/.

It writes observations, countries and groups.

Run: python scripts/convert_kit.py --source DIR [--target DIR]

The catalog in data/catalog/ decides: an indicator's `producer_code` names the kit's series, its origin the source that
is written beside each value. Digits are copied as they stand. What the catalog does not name is not converted, so a
withheld series never reaches data/. A series that a contract in data/imports/ takes from its producer's own file is left to
`profiles refresh`.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from generator.data.catalog import Catalog
from generator.data.geo.points import COLUMNS as POINTS
from generator.data.loading.catalog import load_catalog
from generator.data.loading.countries import COLUMNS
from generator.data.loading.lists import COLUMNS as LIST_COLUMNS
from generator.imports.contract import load_contracts
from generator.sources.files import Source, Sources
from scripts.kit.countries import countries as list_countries
from scripts.kit.countries import points
from scripts.kit.files import write_rows
from scripts.kit.groups import groups, own_groups
from scripts.kit.lists import LISTS, list_order
from scripts.kit.series import observations

HEAD = "country,year,value,status,origin,note"


def main(arguments: list[str] | None = None) -> int:
    """Convert and return the exit code.

    It is 0, or 1 with a message where the kit or the catalog is not as expected.
    """
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--source", type=Path, required=True, help="the kit: a folder with world/ and culture/")
    parser.add_argument("--target", type=Path, default=Path(), help="the project; default: here")
    parser.add_argument("--countries", default="", help="codes to keep, separated by commas; default: all")
    options = parser.parse_args(arguments)
    try:
        written = convert(options.source, options.target, frozenset(filter(None, options.countries.split(","))))
    except (OSError, KeyError, ValueError) as error:
        print(f"Cannot convert: {error}", file=sys.stderr)
        return 1
    print(f"Wrote {written} files below {options.target / 'data'}")
    return 0


def convert(source: Path, target: Path, countries: frozenset[str]) -> int:
    """Write data/ of the project at `target` and return the count of files."""
    kept = partial(_of, countries)
    catalog = _catalog(target)
    refreshed = _refreshed(target, catalog)
    found = {name: rows for name, rows in observations(source, catalog).items() if name not in refreshed}
    for indicator, rows in found.items():
        write_rows(target / f"data/observations/{indicator}.csv", HEAD, sorted(kept(rows)))
    for path, listed in LISTS.items():
        write_rows(target / path, ",".join(LIST_COLUMNS[path]), sorted(kept(listed(source)), key=list_order))
    write_rows(target / "data/countries.csv", COLUMNS, list_countries(source))
    write_rows(target / "data/geo/points.csv", ",".join(POINTS), kept(points(source)))
    grouped = target / "data/groups.yaml"
    grouped.write_text("\n".join((*groups(source), *own_groups(grouped))), encoding="utf-8")
    return len(found) + len(LISTS) + 3


def _of(countries: frozenset[str], rows: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of some countries; of all if none is named."""
    return (row for row in rows if not countries or row[0] in countries)


def _refreshed(target: Path, catalog: Catalog) -> frozenset[str]:
    """Return the series that contracts take."""
    contracts, problems = load_contracts(_sources(target, "data/imports"), catalog)
    if problems:
        raise ValueError("; ".join(f"{p.location} {p.message}" for p in problems))
    return frozenset(name for contract in contracts.values() for name in contract.terms.series)


def _sources(target: Path, folder: str) -> Sources:
    files = {path.relative_to(target).as_posix(): path for path in sorted((target / folder).rglob("*.yaml"))}
    return Sources(files={name: Source(path=name, data=path.read_bytes()) for name, path in files.items()})


def _catalog(target: Path) -> Catalog:
    catalog, problems = load_catalog(_sources(target, "data/catalog"))
    if catalog is None or problems:
        raise ValueError("; ".join(f"{p.location} {p.message}" for p in problems))
    return catalog


if __name__ == "__main__":
    sys.exit(main())
