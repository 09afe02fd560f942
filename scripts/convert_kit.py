"""Converts a data kit (folders world/, culture/) into the project's data/: observations, countries and groups.

Run: python scripts/convert_kit.py --source DIR [--target DIR]

The catalog in data/catalog/ decides: an indicator's `producer_code` names the kit's series, its origin the source that
is written beside each value. Digits are copied as they stand. What the catalog does not name is not converted, so a
withheld series never reaches data/.
"""

import argparse
import csv
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from babel.core import get_global

sys.path.insert(0, str(Path(__file__).parent.parent))

from generator.data.catalog import Catalog
from generator.data.load_catalog import load_catalog
from generator.data.load_countries import COLUMNS
from generator.data.load_lists import COLUMNS as LIST_COLUMNS
from generator.data.load_lists import GAMES, HERITAGE
from generator.data.points import COLUMNS as POINTS
from generator.sources import Source, Sources
from scripts.lost_letters import mend_letters
from scripts.mended_facts import CAPITALS, CURRENCIES, SPOKEN

Row = tuple[str, str, str, str, str, str]
"""A row of an observations file: country, year, value, status, origin, note."""

SERIES, MORE_SERIES = "world/indicators.csv", "world/hdr_components.csv"
"""Files of the kit with rows of country, year, indicator and value; a kit may lack the second."""

EARLIER = "world/revisions.csv"
"""Earlier editions of a few series, with their vintage."""

FILLED = {"population": ("2023-09-19", "wdi_2023_09")}
"""Series whose newer copy lacks whole countries (a program took Namibia's NA for nothing): the edition that has them."""

NO_PARTY = "not a state party to the World Heritage Convention in 2019"
NO_TEAM = "has no National Olympic Committee and sends no team"
SHARED = "Medieval Monuments in Kosovo is on UNESCO’s list under Serbia"
NOTES = {
    ("visitor_arrivals", "KAZ", "1999"): "suspect: the receipts of the year have the same digits",
    ("tourism_receipts", "KAZ", "1999"): "suspect: the arrivals of the year have the same digits",
    ("world_heritage_sites", "SRB", "2019"): SHARED,
}

OUTSIDE: Mapping[str, Mapping[str, str]] = {
    "world_heritage_sites": {
        **dict.fromkeys(("LIE", "NRU", "SOM", "TUV", "TWN"), NO_PARTY),
        "XKX": f"{NO_PARTY}; {SHARED}",
    },
    "olympic_medals_summer": {"VAT": NO_TEAM},
    "olympic_medals_winter": {"VAT": NO_TEAM},
}
"""Who can have no entry in a list, and why: an empty value of theirs means not applicable, not a nil."""

UNCOVERED = frozenset(("VAT", "PSE", "XKX", "TWN"))
"""Countries beside the members of the United Nations of which it is told where nobody counted."""

NAMES = {"CIV": "Côte d’Ivoire", "VAT": "Holy See"}
"""English names that differ from the kit's."""

NATIVE = {"VAT": "it: Santa Sede; la: Sancta Sedes"}
"""Native names where the kit has those of something else, of the city and not of the See."""

ALIASES = {
    "BLR": ("Belorussia",),
    "CHN": ("PRC",),
    "GBR": ("Britain", "England", "Scotland", "Wales"),
    "IRN": ("Persia",),
    "KGZ": ("Kirghizia",),
    "LKA": ("Ceylon",),
    "USA": ("America",),
}
"""Names that readers type in search and the kit does not have."""

NO_NAMES = frozenset(("ʁɛpublika de an'ɡɔla",))
"""What the kit gives as a name and is the sound of one."""

REGIONS = {
    **dict.fromkeys(("CZE", "HUN", "POL", "SVK", "BGR", "ROU"), "Eastern Europe"),
    **dict.fromkeys(("ALB", "BIH", "HRV", "MKD", "MNE", "SRB", "SVN", "XKX"), "Southern Europe"),
    "AUT": "Western Europe",
    "CYP": "Western Asia",
    "MEX": "Central America",
    "SSD": "Eastern Africa",
    "TWN": "Eastern Asia",
}
"""Subregions of M49 where the kit has another; M49 has no entry for Kosovo and Taiwan, which stand with their neighbours."""

SPELLING = {"North America": "Northern America", "South-Eastern Asia": "South-eastern Asia"}
"""The kit's names of subregions that M49 spells otherwise."""

LANGUAGES: Mapping[str, str] = get_global("language_aliases")
"""The tags of the web (`kk`, `fa_AF`) for three-letter codes, from CLDR; a code without one is a tag itself (`fil`)."""

ORGANISATIONS = {
    "EAEU": "Eurasian Economic Union",
    "SCO": "Shanghai Cooperation Organisation",
    "CIS": "Commonwealth of Independent States",
    "CSTO": "Collective Security Treaty Organization",
    "OTS": "Organization of Turkic States",
    "ECO": "Economic Cooperation Organization",
    "OIC": "Organisation of Islamic Cooperation",
    "OSCE": "Organization for Security and Co-operation in Europe",
}


SOURCE = "compiled from the treaties and compared with the CIA World Factbook; changes after 2024 are not followed"
"""Where the kit's groups come from."""


def main(arguments: list[str] | None = None) -> int:
    """Convert and return the exit code: 0, or 1 with a message where the kit or the catalog is not as expected."""
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
    catalog = _catalog(target)
    rows = _observations(source, catalog)
    for indicator, found in rows.items():
        kept = sorted(row for row in found if not countries or row[0] in countries)
        _write(target / f"data/observations/{indicator}.csv", ["country,year,value,status,origin,note"], kept)
    for path, listed in LISTS.items():
        kept_rows = sorted((row for row in listed(source) if not countries or row[0] in countries), key=_list_order)
        _write(target / path, [",".join(LIST_COLUMNS[path])], kept_rows)
    _write(target / "data/countries.csv", [COLUMNS], _countries(source))
    points = [row for row in _points(source) if not countries or row[0] in countries]
    _write(target / "data/geo/points.csv", [",".join(POINTS)], points)
    groups = target / "data/groups.yaml"
    groups.write_text("\n".join((*_groups(source), *_own_groups(groups))), encoding="utf-8")
    return len(rows) + len(LISTS) + 3


def _catalog(target: Path) -> Catalog:
    files = {path.relative_to(target).as_posix(): path for path in sorted((target / "data/catalog").rglob("*.yaml"))}
    sources = Sources(files={name: Source(path=name, data=path.read_bytes()) for name, path in files.items()})
    catalog, problems = load_catalog(sources)
    if catalog is None or problems:
        raise ValueError("; ".join(f"{p.location} {p.message}" for p in problems))
    return catalog


def _read(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _write(path: Path, head: list[str], rows: Iterable[Iterable[str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("\n".join(head) + "\n")
        csv.writer(file, lineterminator="\n").writerows(rows)


def _observations(source: Path, catalog: Catalog) -> dict[str, list[Row]]:
    """Return the rows of every indicator that the catalog describes and the kit holds."""
    found: dict[str, list[Row]] = defaultdict(list)
    codes = {i.producer_code: i for i in catalog.indicators.values() if i.producer_code}
    more = source / MORE_SERIES
    for line in chain(_read(source / SERIES), _read(more) if more.exists() else ()):
        indicator = codes.get(line["indicator"])
        if indicator is not None:
            found[indicator.id].append(_row(catalog, indicator.id, line["iso3"], line["year"], line["value"]))
    for name in FILLED.keys() & found.keys():
        found[name] += _earlier(source, catalog, name, {row[0] for row in found[name]})
    for name, read in CULTURE.items():
        if name in catalog.indicators:
            found[name] = [_row(catalog, name, *values) for values in read(source)]
    return found


def _earlier(source: Path, catalog: Catalog, indicator: str, held: set[str]) -> Iterator[Row]:
    """Yield an earlier edition's rows of the countries that the newer copy does not have at all."""
    described, (vintage, origin) = catalog.indicators[indicator], FILLED[indicator]
    for line in _read(source / EARLIER) if (source / EARLIER).exists() else ():
        wanted = (line["indicator"], line["vintage"]) == (described.producer_code, vintage)
        if wanted and line["iso3"] not in held:
            yield line["iso3"], line["year"], line["value"], described.default_status, origin, ""


def _row(catalog: Catalog, indicator: str, country: str, year: str, value: str) -> Row:
    described = catalog.indicators[indicator]
    outside = OUTSIDE.get(indicator, {})
    if not value and country in outside:
        return country, year, "", "M", described.origins[0], outside[country]
    note = NOTES.get((indicator, country, year), "")
    return country, year, value, described.default_status if value else "L", described.origins[0], note


def _profiled(source: Path) -> tuple[str, ...]:
    """Return the codes of the countries with a profile."""
    rows = _read(source / "world/countries.csv")
    return tuple(row["iso3"] for row in rows if row["un_member"] == "yes" or row["iso3"] in UNCOVERED)


def _heritage(source: Path) -> Iterator[tuple[str, str, str]]:
    """Yield the count of entries on the list of 2019: a state party without any has a nil, who is none has no value."""
    counts: dict[str, int] = dict.fromkeys(_profiled(source), 0)
    for site in _read(source / "culture/world_heritage_sites.csv"):
        counts[site["iso3"]] = counts.get(site["iso3"], 0) + 1
    outside = OUTSIDE["world_heritage_sites"]
    for country, count in counts.items():
        yield country, "2019", "" if country in outside and not count else str(count)


def _films(source: Path) -> Iterator[tuple[str, str, str]]:
    rows = _read(source / "culture/feature_films_uis.csv")
    return ((row["iso3"], row["year"], row["feature_films_produced"]) for row in rows)


def _restaurants(source: Path) -> Iterator[tuple[str, str, str]]:
    """Yield the starred restaurants of the guide's countries; an empty value for the others: nobody looked there."""
    rows = _read(source / "culture/michelin_by_country.csv")
    held = {row["iso3"]: row["value"] for row in rows if row["indicator"] == "michelin_starred_restaurants"}
    for country in sorted({*held, *_profiled(source)}):
        yield country, "2022", held.get(country, "")


def _medals(season: str) -> Callable[[Path], Iterator[tuple[str, str, str]]]:
    def read(source: Path) -> Iterator[tuple[str, str, str]]:
        totals: dict[tuple[str, str], int] = defaultdict(int)
        for row in _read(source / "culture/olympic_medals_by_games.csv"):
            if row["iso3"] and row["season"] == season:
                totals[row["iso3"], row["year"]] += int(row["total"])
        yield from ((country, year, str(total)) for (country, year), total in totals.items())
        last = max((year for _, year in totals), default="")
        yield from ((country, last, "") for country in OUTSIDE[f"olympic_medals_{season}"] if last)

    return read


CULTURE: dict[str, Callable[[Path], Iterator[tuple[str, str, str]]]] = {
    "world_heritage_sites": _heritage,
    "feature_films": _films,
    "michelin_restaurants": _restaurants,
    "olympic_medals_summer": _medals("summer"),
    "olympic_medals_winter": _medals("winter"),
}


PLACES = {
    "cortina-d-ampezzo": "Cortina d’Ampezzo",
    "garmisch-partenkirchen": "Garmisch-Partenkirchen",
    "st-louis": "St. Louis",
    "st-moritz": "St. Moritz",
}
"""Host cities whose names are more than their words with capitals."""


def _list_order(row: tuple[str, ...]) -> tuple[str, ...]:
    """Return what sorts the rows of a list: numbers by size, all else by its letters."""
    return tuple(cell.zfill(6) if cell.isdigit() else cell for cell in row)


def _listed_places(source: Path) -> Iterator[tuple[str, ...]]:
    rows = _read(source / "culture/world_heritage_sites.csv")
    for site in rows:
        name = mend_letters(" ".join(site["name"].split()))
        number, kind, shared = site["id_no"], site["category"].lower(), site["transboundary"]
        yield site["iso3"], site["year_inscribed"], number, name, kind, shared, "unesco_list"


def _listed_medals(source: Path) -> Iterator[tuple[str, ...]]:
    """Yield the medals of every team; a team that is no present country has no code."""
    for row in _read(source / "culture/olympic_medals_by_games.csv"):
        city = row["games"].rpartition("-")[0]
        place = PLACES.get(city, city.replace("-", " ").title())
        medals = (row["gold"], row["silver"], row["bronze"])
        yield row["iso3"], row["team"], row["year"], row["season"], place, *medals, "olympic_lists"


LISTS: dict[str, Callable[[Path], Iterator[tuple[str, ...]]]] = {HERITAGE: _listed_places, GAMES: _listed_medals}


def _points(source: Path) -> Iterator[tuple[str, str, str]]:
    """Yield where each country with a profile stands on a map, to a kilometre or ten."""
    profiled = _profiled(source)
    for row in sorted(_read(source / "world/countries.csv"), key=lambda row: row["iso3"]):
        if row["iso3"] in profiled:
            yield row["iso3"], f"{float(row['lat']):.4g}", f"{float(row['lon']):.5g}"


def _countries(source: Path) -> list[list[str]]:
    names = defaultdict(list)
    for row in _read(source / "world/country_names.csv"):
        names[row["iso3"]].append(row["name"])
    return [_country(row, names[row["iso3"]]) for row in _read(source / "world/countries.csv")]


def _country(row: dict[str, str], names: list[str]) -> list[str]:
    code, name = row["iso3"], NAMES.get(row["iso3"], row["name"])
    return [
        code,
        row["iso2"],
        row["m49"],
        name,
        slug(name),
        row["official_name"],
        NATIVE.get(code) or "; ".join(_native(part) for part in row["native_names"].split("; ") if part),
        "; ".join(_aliases(code, name, (row["name"], *names))),
        CAPITALS.get(code, row["capital"]),
        REGIONS.get(code, SPELLING.get(row["subregion"], row["subregion"])),
        row["income_group"],
        row["income_group_year"],
        str(round(float(row["area_km2"]))) if row["area_km2"] and float(row["area_km2"]) > 0 else "",
        SPOKEN.get(code) or "; ".join(part.partition(": ")[2] for part in row["languages"].split("; ") if part),
        CURRENCIES.get(code, row["currencies"]),
        "; ".join(row["borders"].split()),
    ]


def _aliases(code: str, name: str, names: Iterable[str]) -> Iterable[str]:
    """Return every other name once, the kit's in its order, then ours."""
    others = (other.replace(";", ",") for other in names if other not in {name, code} | NO_NAMES)
    return dict.fromkeys((*others, *ALIASES.get(code, ())))


def _native(part: str) -> str:
    language, _, name = part.partition(": ")
    return f"{LANGUAGES.get(language, language).replace('_', '-')}: {name}"


def slug(name: str) -> str:
    """Return a name as ASCII for addresses: `Côte d'Ivoire` becomes `cote-divoire`."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("’", "").replace("'", ""))
    kept = "".join(c if c.isalnum() else " " for c in plain.encode("ascii", "ignore").decode().lower())
    return "-".join(kept.split())


def _groups(source: Path) -> Iterator[str]:
    rows = list(_read(source / "world/memberships.csv"))
    for key, title in ORGANISATIONS.items():
        mine = [row for row in rows if row["organisation"] == key]
        members = sorted(row["iso3"] for row in mine if row["role"] == "member")
        others = sorted((row["iso3"], row["role"]) for row in mine if row["role"] != "member")
        yield f"{key.lower()}:\n  title: {title}\n  kind: organisation\n  members: [{', '.join(members)}]"
        if others:
            listed = ", ".join(f"{{country: {code}, role: {role}}}" for code, role in others)
            yield f"  others: [{listed}]"
        yield f"  source: {SOURCE}\n"


def _own_groups(path: Path) -> Iterator[str]:
    """Yield the groups of the present file that the kit does not have: they were compiled by hand."""
    made = tuple(f"{key.lower()}:" for key in ORGANISATIONS)
    blocks = path.read_text("utf-8").split("\n\n") if path.exists() else []
    yield from (block.strip() + "\n" for block in blocks if block.strip() and not block.strip().startswith(made))


if __name__ == "__main__":
    sys.exit(main())
