"""Examples about composite indices: the keys of one, put into a contract.

It stands in a project with a few more figures.
"""

from pathlib import Path

from tests.docs.example_data import add_country
from tests.docs.example_surroundings import COLUMNS, ENTRY, ORIGINS, put

CONTRACT = {
    "id": "id: test\n",
    "version": 'version: "1"\n',
    "countries": "countries: profiles\n",
    "years": "years: [2019]\n",
    "nodes": "nodes: {whole: {}}\n",
    "indicators": (
        "indicators:\n"
        "  internet_users: {parent: whole, direction: higher_is_better}\n"
        "  life_expectancy: {parent: whole, direction: higher_is_better}\n"
    ),
}
CODES = ("KAZ", "KGZ", "UZB", *(f"QQ{letter}" for letter in "ABCDEFGHI"))
SERIES: dict[str, tuple[str, tuple[int, ...]]] = {
    "extra": ("wdi", (5,)),
    "partly": ("wdi", (2, 0, *(1,) * 10)),
    "verbatim": ("verbatim", (1, 2, 3)),
    "shared": ("shared", (1, 2, 3)),
    "rising": ("wdi", tuple(range(12))),
    "doubled": ("wdi", tuple(x * x for x in range(12))),
    "mixed": ("wdi", (3, 9, 1, 7, 5, 12, 2, 8, 4, 11, 6, 10)),
    "opposed": ("wdi", (9, 12, 6, 11, 10, 2, 8, 3, 7, 1, 5, 4)),
    "against": ("wdi", (9, 3, 10, 12, 2, 11, 6, 1, 8, 4, 5, 7)),
    "tailed": ("wdi", (0,) * 11 + (1,)),
}
LICENCES = {"verbatim": ("CC BY-ND 4.0", "verbatim"), "shared": ("CC BY-SA 4.0", "yes")}


def contract(root: Path, text: str) -> None:
    """Write a contract with the keys of the example in place of its own."""
    own = {line.partition(":")[0] for line in text.splitlines()}
    kept = "".join(lines for key, lines in CONTRACT.items() if key not in own)
    put(root, "data/indices/test.yaml", f"{kept}{text}\n")
    for code in CODES[3:]:
        add_country(root, code)
    _more_figures(root)


def _more_figures(root: Path) -> None:
    origins = (root / "data/catalog/origins.yaml").read_text("utf-8")
    one = ORIGINS[ORIGINS.index("wdi:") : ORIGINS.index("unesco_list:")]
    for name, (licence, redistribution) in LICENCES.items():
        other = one.replace("wdi:", f"{name}:").replace('"CC BY 4.0"', f'"{licence}"')
        origins += f"\n{other}".replace("redistribution: yes", f"redistribution: {redistribution}")
    put(root, "data/catalog/origins.yaml", origins)
    entries = ""
    for name, (origin, values) in SERIES.items():
        lines = (ENTRY | {"origins": f"[{origin}]", "jump": "0"}).items()
        entries += f"{name}:\n" + "".join(f"  {key}: {value}\n" for key, value in lines)
        rows = (f"{code},2019,{value},A,{origin},\n" for code, value in zip(sorted(CODES), values, strict=False))
        put(root, f"data/observations/{name}.csv", COLUMNS + "".join(rows))
    put(root, "data/catalog/indicators/more.yaml", entries)
