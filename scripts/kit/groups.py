"""Blocks of groups.yaml.

Organisations with members and others, and the groups that were compiled by hand.
"""

from collections.abc import Iterator
from pathlib import Path

from scripts.kit.files import read_rows

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


def groups(source: Path) -> Iterator[str]:
    """Yield the block of each organisation."""
    rows = list(read_rows(source / "world/memberships.csv"))
    for key, title in ORGANISATIONS.items():
        mine = [row for row in rows if row["organisation"] == key]
        members = sorted(row["iso3"] for row in mine if row["role"] == "member")
        others = sorted((row["iso3"], row["role"]) for row in mine if row["role"] != "member")
        yield f"{key.lower()}:\n  title: {title}\n  kind: organisation\n  members: [{', '.join(members)}]"
        if others:
            listed = ", ".join(f"{{country: {code}, role: {role}}}" for code, role in others)
            yield f"  others: [{listed}]"
        yield f"  source: {SOURCE}\n"


def own_groups(path: Path) -> Iterator[str]:
    """Yield the groups of the present file that the kit does not have: they were compiled by hand."""
    made = tuple(f"{key.lower()}:" for key in ORGANISATIONS)
    blocks = path.read_text("utf-8").split("\n\n") if path.exists() else []
    yield from (block.strip() + "\n" for block in blocks if block.strip() and not block.strip().startswith(made))
