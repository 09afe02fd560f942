"""A small project with a contract, and replies of the World Bank for it.

They are written in the form of the recorded ones.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from generator.imports.cells import Reply
from generator.network.replay import Recorder
from tests.starter_project import write_starter

URL = "https://api.worldbank.org/v2/country/all/indicator/SP.POP.TOTL?format=json&per_page=20000&footnote=y&source=2"
CONTRACT = 'reader: worldbank\ndataset: "2"\nseries:\n  population: {code: SP.POP.TOTL}\n'
HEADERS = {"content-type": "application/json", "date": "Sun, 01 Mar 2026 10:00:00 GMT"}
WDI = "wdi_extract_2025b"
Figures = Mapping[tuple[str, int], str | None]


def project(folder: Path) -> Path:
    """Make the starter with a contract for its population."""
    write_starter(folder)
    put(folder / f"data/imports/{WDI}.yaml", CONTRACT)
    return folder


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def standing(root: Path) -> dict[tuple[str, int], str | None]:
    """Return the figures of population that stand in the project."""
    lines = (root / "data/observations/population.csv").read_text("utf-8").splitlines()[1:]
    cells = [line.split(",") for line in lines]
    return {(c[0], int(c[1])): c[2] for c in cells if c[4] == WDI}


def page(
    figures: Figures, *, updated: str = "2026-02-24", page: int = 1, pages: int = 1, total: int | None = None
) -> bytes:
    """Return a page as the World Bank writes it."""
    head = {"page": page, "pages": pages, "per_page": 20000, "total": total or len(figures), "lastupdated": updated}
    records = ", ".join(
        f'{{"indicator":{{"id":"SP.POP.TOTL","value":"Population"}},"country":{{"id":"","value":""}},"countryiso3code":"{country}",'
        f'"date":"{year}","value":{"null" if value is None else value},"unit":"","obs_status":"","decimal":0}}'
        for (country, year), value in figures.items()
    )
    return f"[{json.dumps(head)},[{records}]]".encode()


def keep(folder: Path, bodies: Mapping[str, bytes], status: int = 200) -> Path:
    """Keep replies as `--record` does."""
    recorder = Recorder(
        get_reply=lambda url: Reply(url=url, body=bodies[url], status=status, headers=HEADERS), folder=folder
    )
    for url in bodies:
        recorder.get(url)
    return folder
