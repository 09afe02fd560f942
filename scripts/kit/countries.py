"""Rows of countries.csv and of the points on maps: names, capitals and regions, the kit's or mended."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from babel.core import get_global

from scripts.kit.corrections import CAPITALS, CURRENCIES, SPOKEN
from scripts.kit.files import read_rows

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
"""Subregions of M49 where the kit has another.

M49 has no entry for Kosovo and Taiwan, which stand with their neighbours.
"""

SPELLING = {"North America": "Northern America", "South-Eastern Asia": "South-eastern Asia"}
"""The kit's names of subregions that M49 spells otherwise."""

LANGUAGES: Mapping[str, str] = get_global("language_aliases")
"""The tags of the web (`kk`, `fa_AF`) for three-letter codes, from CLDR.

A code without one is a tag itself (`fil`).
"""


def profiled(source: Path) -> tuple[str, ...]:
    """Return the codes of the countries with a profile."""
    rows = read_rows(source / "world/countries.csv")
    return tuple(row["iso3"] for row in rows if row["un_member"] == "yes" or row["iso3"] in UNCOVERED)


def points(source: Path) -> Iterator[tuple[str, str, str]]:
    """Yield where each country with a profile stands on a map, to a kilometre or ten."""
    codes = profiled(source)
    for row in sorted(read_rows(source / "world/countries.csv"), key=lambda row: row["iso3"]):
        if row["iso3"] in codes:
            yield row["iso3"], f"{float(row['lat']):.4g}", f"{float(row['lon']):.5g}"


def countries(source: Path) -> list[list[str]]:
    """Return a row of countries.csv for every country of the kit, in the kit's order."""
    names = defaultdict(list)
    for row in read_rows(source / "world/country_names.csv"):
        names[row["iso3"]].append(row["name"])
    return [_country(row, names[row["iso3"]]) for row in read_rows(source / "world/countries.csv")]


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
