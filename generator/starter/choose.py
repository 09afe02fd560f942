"""What a new project takes of the world's data: rows and entries, as texts."""

import csv
import io
import re
from collections.abc import Collection, Iterator, Mapping

from generator.starter.world import World, entries, members_of

_LIST = re.compile(r"(countries: )\[(.*?)\]")
_OF_THE_WORLD = ("total", "total_change", "counted_from", "derived")
"""Keys of an entry that hold for the whole world, or for a list or series that may not be taken."""


def chosen_data(world: World, countries: tuple[str, ...], indicators: tuple[str, ...]) -> dict[str, str]:
    """Return the files below `data/` for some countries and indicators, by path.

    An indicator without a figure for any of the countries is left out.
    """
    series = {name: text for name in indicators if (text := observations(world, name, countries))}
    return {
        "data/countries.csv": country_rows(world, countries),
        **{f"data/observations/{name}.csv": text for name, text in series.items()},
        **catalog(world, series, countries),
        **groups(world, countries),
        **geometry(world, countries),
    }


def observations(world: World, name: str, countries: Collection[str]) -> str:
    """Return the observations of some countries as the text of their file; empty where there is no figure."""
    head, *rows = world.text(f"data/observations/{name}.csv").splitlines(keepends=True)
    kept = head + "".join(row for row in rows if row[:3] in countries)
    return kept if any(row["value"] for row in csv.DictReader(kept.splitlines())) else ""


def country_rows(world: World, countries: Collection[str]) -> str:
    """Return the rows of some countries; neighbours that are not among them are left out."""
    rows = [dict(row) for code, row in world.countries.items() if code in countries]
    for row in rows:
        row["neighbours"] = "; ".join(code for code in row["neighbours"].split("; ") if code in countries)
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def catalog(world: World, series: Mapping[str, str], countries: Collection[str]) -> dict[str, str]:
    """Return the files of the catalog: the entries of the series, their topics and origins."""
    chosen = {
        name: fitted(world.indicators[name], origins_of(text), countries, series) for name, text in series.items()
    }
    named = set(re.findall(r"^  topic: (\w+)", "\n".join(chosen.values()), flags=re.MULTILINE))
    origins = {origin for text in series.values() for origin in origins_of(text)}
    files = {"data/catalog/indicators/all.yaml": "\n".join(chosen.values())}
    for name, wanted in (("topics", named), ("origins", origins)):
        kept = (text for key, text in entries(world.text(f"data/catalog/{name}.yaml")).items() if key in wanted)
        files[f"data/catalog/{name}.yaml"] = "\n".join(kept)
    topics = files["data/catalog/topics.yaml"]
    files["data/catalog/topics.yaml"] = re.sub(
        r"^  lead: (\w+)\n", lambda line: _lead(line, series), topics, flags=re.MULTILINE
    )
    return files


def _lead(line: re.Match[str], series: Collection[str]) -> str:
    """Return the line with a topic's leading indicator if that is among the series."""
    return line[0] if line[1] in series else ""


def origins_of(text: str) -> set[str]:
    """Return the origins that the rows of a file of observations name."""
    return {row["origin"] for row in csv.DictReader(text.splitlines())}


def fitted(entry: str, origins: Collection[str], countries: Collection[str], series: Collection[str]) -> str:
    """Return an indicator's entry without what is not all there.

    Left out are totals of the world, what is derived from or related to others, origins of other countries with
    the note on those, and what is known of other countries.
    """
    entry = re.sub(rf"^  (?:{'|'.join(_OF_THE_WORLD)}):.*\n", "", entry, flags=re.MULTILINE)
    entry = re.sub(r"^  (?:related|aggregate):.*\n", lambda line: _related(line[0], series), entry, flags=re.MULTILINE)
    named = re.findall(r"\w+", entry.partition("  origins:")[2].partition("\n")[0])
    kept = [origin for origin in named if origin in origins]
    if kept != named:
        entry = re.sub(r"^  note:.*\n", "", entry, flags=re.MULTILINE)
        entry = re.sub(r"(?<=^  origins: ).*", f"[{', '.join(kept)}]", entry, flags=re.MULTILINE)
    entry = re.sub(r"^    - \{rule:.*\n", lambda line: _known(line[0], countries), entry, flags=re.MULTILINE)
    return re.sub(r"^  known:\n(?!    -)", "", entry, flags=re.MULTILINE)


def _related(line: str, series: Collection[str]) -> str:
    """Return a line that names other indicators if all of them are among the series."""
    return line if all(name in series for name in re.findall(r"(?:indicator|mean|sum): (\w+)", line)) else ""


def _known(line: str, countries: Collection[str]) -> str:
    """Return a line with a known finding for the countries that are chosen; for none of them nothing."""
    found = _LIST.search(line)
    kept = [code for code in found[2].split(", ") if code in countries] if found else []
    return _LIST.sub(rf"\1[{', '.join(kept)}]", line) if kept and "derived-disagrees" not in line else ""


def groups(world: World, countries: Collection[str]) -> dict[str, str]:
    """Return the groups all of whose members are chosen; others would be shown as what they are not."""
    kept = [entry for entry in world.group_entries.values() if set(members_of(entry)) <= set(countries)]
    texts = (_without_others(entry, countries) for entry in kept)
    return {"data/groups.yaml": "\n".join(texts)} if kept else {}


def _without_others(entry: str, countries: Collection[str]) -> str:
    """Return a group's entry without observers and others that are not chosen."""
    entry = re.sub(
        r"\{country: ([A-Z]{3}), [^}]*\}(?:, )?", lambda part: part[0] if part[1] in countries else "", entry
    )
    return re.sub(r"^  others: \[\]\n", "", entry.replace(", ]", "]"), flags=re.MULTILINE)


def geometry(world: World, countries: Collection[str]) -> dict[str, str]:
    """Return the shapes, with the points of the chosen countries."""
    head, *rows = world.text("data/geo/points.csv").splitlines(keepends=True)
    points = head + "".join(row for row in rows if row[:3] in countries)
    names = [name for name in world.names("data/geo") if name != "points.csv"]
    return {"data/geo/points.csv": points, **{f"data/geo/{name}": world.text(f"data/geo/{name}") for name in names}}


def latest(text: str, country: str) -> tuple[str, str] | None:
    """Return year and figure of a country's latest observation, `2024` and `20592571`."""
    return next(reversed(list(_reported(text, country))), None)


def _reported(text: str, country: str) -> Iterator[tuple[str, str]]:
    for row in csv.DictReader(text.splitlines()):
        if row["country"] == country and row["value"] and row["status"] not in {"F", "M", "O"}:
            yield row["year"], row["value"]
