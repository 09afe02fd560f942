"""Examples about data: each function writes one into a project as its rule says."""

import re
from pathlib import Path

from tests.docs.example_surroundings import (
    COLUMNS,
    ENTRY,
    GEOMETRY,
    HERITAGE,
    NUMBERS,
    POINTS,
    SHAPES,
    WITHHELD,
    pictured,
    put,
    unbound,
)

GAP = re.compile(r" {2,}")


def entry(root: Path, text: str = "", **more: str) -> None:
    """Write an indicator; keys of the example take the place of its own."""
    own = ENTRY | more
    kept = [f"{key}: {value}" for key, value in own.items() if not re.search(rf"^{key}:", text, re.MULTILINE)]
    lines = [*kept, *text.splitlines()]
    put(root, "data/catalog/indicators/extra.yaml", "extra:\n" + "".join(f"  {line}\n" for line in lines))


def observed(root: Path, text: str, **more: str) -> None:
    """Write rows of an indicator, below their columns unless the example has some."""
    entry(root, **more)
    rows = "" if text == "(an empty file)" else f"{pictured(text)}\n"
    head = "" if not rows or rows.startswith("country,") else COLUMNS
    put(root, "data/observations/extra.csv", f"{head}{rows}")


def ended(root: Path, text: str) -> None:
    """Write a row with the line ending that the example shows."""
    entry(root)
    put(root, "data/observations/extra.csv", COLUMNS + pictured(text.removesuffix("\n")))


def of_years(root: Path, text: str) -> None:
    observed(root, text, unit='{kind: years, symbol: "years"}', minimum="0", maximum="120", decimals="1")


def of_a_share(root: Path, text: str) -> None:
    observed(root, text, unit='{kind: share, symbol: "%"}', decimals="1")


def after_another(root: Path, text: str) -> None:
    observed(root, f"KAZ,2018,18513673,A,wdi,\n{text}")


def add_country(root: Path, code: str, *, profile: bool = False) -> None:
    rows = (root / "data/countries.csv").read_text("utf-8")
    cells = f"{code},,,{code.title()},{code.lower()},,,,,,,,,,,\n"
    put(root, "data/countries.csv", rows + cells)
    site = (root / "site.yaml").read_text("utf-8")
    put(root, "site.yaml", site.replace("UZB]", f"UZB, {code}]") if profile else site)


def of_china(root: Path, text: str) -> None:
    add_country(root, "CHN")
    observed(root, f"{text}\nKAZ,2023,20330104,A,wdi,\nKAZ,2024,20592571,A,wdi,", total_change="[-1, 3]")


def of_haiti(root: Path, text: str) -> None:
    add_country(root, "HTI", profile=True)
    entry(root, text)
    put(root, "data/observations/extra.csv", f"{COLUMNS}HTI,2009,100,A,wdi,\nHTI,2010,300000,A,wdi,\n")


def on_a_map(root: Path, text: str) -> None:
    add_country(root, "TUV")
    put(root, "data/geo/points.csv", f"{text}\n{POINTS}")
    put(root, "data/geo/shapes.json", SHAPES)
    put(root, "site.yaml", (root / "site.yaml").read_text("utf-8") + GEOMETRY)


def derived(root: Path, text: str) -> None:
    parts = {"gdp": "20", "area": "8", "population": "4", "gdp_per_head": "5"}
    for part, value in parts.items():
        if part != "population":
            lines = [f"  {key}: {value}\n" for key, value in ENTRY.items()]
            own = f"{text}\n" if text.startswith(f"{part}:") else f"{part}:\n"
            put(root, f"data/catalog/indicators/{part}.yaml", own + "".join(lines))
        origin = "wdi_extract_2025b" if part == "population" else "wdi"
        put(root, f"data/observations/{part}.csv", f"{COLUMNS}KAZ,2024,{value},A,{origin},\n")
    unbound(root)


def counted(root: Path, text: str) -> None:
    observation, listed = (GAP.split(line) for line in text.splitlines())
    rows = HERITAGE[: NUMBERS[listed[1].split()[0]] + 1]
    put(root, observation[0], f"{COLUMNS}{observation[1]}\n")
    put(root, listed[0], "".join(f"{row}\n" for row in rows))
    lines = (ENTRY | {"origins": "[unesco_list]", "counted_from": "world_heritage"}).items()
    name = Path(observation[0]).stem
    put(
        root,
        "data/catalog/indicators/sites.yaml",
        f"{name}:\n" + "".join(f"  {key}: {value}\n" for key, value in lines),
    )


def listed(root: Path, text: str) -> None:
    put(root, "data/lists/world_heritage.csv", f"{HERITAGE[0]}\n{text}\n")


def withheld(root: Path, text: str) -> None:
    """Write the list of the withheld, or the file of one of them."""
    if text.startswith("data/"):
        put(root, text, f"{COLUMNS}KAZ,2024,1,A,wdi,\n")
    put(root, "data/catalog/withheld.yaml", WITHHELD if text.startswith("data/") else f"{text}\n")


def contract(root: Path, text: str) -> None:
    """Write a contract of the origin that the starter's population is from."""
    put(root, "data/imports/wdi_extract_2025b.yaml", f"{text}\n")


def list_of_areas(root: Path, text: str) -> None:
    """Write a list of areas."""
    put(root, "data/imports/areas/wdi.csv", f"{text}\n")


def receipt(root: Path, text: str) -> None:
    """Write a receipt of the origin that the starter's population is from."""
    put(root, "data/imports/receipts/wdi_extract_2025b.json", f"{text}\n")
