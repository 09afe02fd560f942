"""Makes the data of the project that `profiles new` copies, from the project's own data.

Run: python scripts/make_starter.py [--source DIR] [--target DIR]
"""

import argparse
import csv
import io
import re
import sys
from pathlib import Path

COUNTRIES = ("KAZ", "KGZ", "UZB")
INDICATORS = (
    "population",
    "gdp_per_head_ppp",
    "life_expectancy",
    "visitor_arrivals",
    "internet_users",
    "co2_per_head",
    "rule_of_law",
    "urban_population_share",
)


def main(arguments: list[str] | None = None) -> int:
    """Write the starter's data and return the exit code."""
    here = Path(__file__).parent.parent
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--source", type=Path, default=here / "data", help="the data to choose from")
    parser.add_argument("--target", type=Path, default=here / "generator/starter/data", help="where to write")
    options = parser.parse_args(arguments)
    _observations(options.source, options.target)
    _catalog(options.source, options.target / "catalog")
    _countries(options.source / "countries.csv", options.target / "countries.csv")
    return 0


def _countries(source: Path, target: Path) -> None:
    """Copy the rows of the chosen countries; neighbours that are not among them are left out."""
    with source.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["code"] in COUNTRIES]
    for row in rows:
        row["neighbours"] = "; ".join(code for code in row["neighbours"].split("; ") if code in COUNTRIES)
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    _write(target, text.getvalue())


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _observations(source: Path, target: Path) -> None:
    for name in INDICATORS:
        head, rows = _rows(source, name)
        _write(target / f"observations/{name}.csv", head + "".join(rows))


def _rows(source: Path, name: str) -> tuple[str, list[str]]:
    """Return the header of an indicator's observations and the lines of the chosen countries."""
    head, *rows = (source / f"observations/{name}.csv").read_text("utf-8").splitlines(keepends=True)
    return head, [row for row in rows if row.startswith(COUNTRIES)]


def _catalog(source: Path, target: Path) -> None:
    """Copy the entries that the indicators need."""
    files = sorted((source / "catalog/indicators").glob("*.yaml"))
    entries = {key: text for path in files for key, text in _entries(path).items()}
    chosen = "\n".join(fitted(entries[name], _origins(source, name)) for name in INDICATORS)
    _write(target / "indicators/all.yaml", chosen)
    named = set(re.findall(r"\w+", " ".join(re.findall(r"^  (?:topic|origins):(.*)", chosen, flags=re.MULTILINE))))
    for name in ("topics", "origins"):
        used = (text for key, text in _entries(source / f"catalog/{name}.yaml").items() if key in named)
        _write(target / f"{name}.yaml", "\n".join(used))


def _origins(source: Path, name: str) -> set[str]:
    head, rows = _rows(source, name)
    return {row["origin"] for row in csv.DictReader([head, *rows])}


def fitted(entry: str, held: set[str]) -> str:
    """Leave out of an entry what is not all there.

    Relations, totals, origins of others and the note on those, their `known`.
    """
    entry = re.sub(r"^  (?:related|total|total_change):.*\n", "", entry, flags=re.MULTILINE)
    named = re.findall(r"\w+", entry.partition("  origins:")[2].partition("\n")[0])
    kept = [origin for origin in named if origin in held]
    if kept != named:
        entry = re.sub(r"^  note:.*\n", "", entry, flags=re.MULTILINE)
        entry = re.sub(r"(?<=^  origins: ).*", f"[{', '.join(kept)}]", entry, flags=re.MULTILINE)
    entry = re.sub(rf"^    - \{{rule:(?!.*(?:{'|'.join(COUNTRIES)})).*\n", "", entry, flags=re.MULTILINE)
    return re.sub(r"^  known:\n(?!    -)", "", entry, flags=re.MULTILINE)


def _entries(path: Path) -> dict[str, str]:
    """Return the text of each top-level entry of a YAML file by its key."""
    blocks = re.split(r"^(?=\w+:$)", path.read_text("utf-8"), flags=re.MULTILINE)
    return {block.partition(":")[0]: block.rstrip("\n") + "\n" for block in blocks if block.strip()}


if __name__ == "__main__":
    sys.exit(main())
