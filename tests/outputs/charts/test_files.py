"""Files of charts: figures with the producer's digits, pictures that stand alone.

Pictures say where they are from.
"""

import csv
import io
import struct
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree

from generator.build import prepare
from generator.cache import MemoryCache
from generator.charts.chart import DrawnData
from generator.charts.svg.picture import picture_png
from generator.charts.table import drawn_data
from generator.data.observations import Observation
from generator.output import Output
from generator.outputs.charts.files import light_palette
from generator.sources.files import Source, Sources

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def files(starter: Path) -> Mapping[str, Output]:
    made = prepare(starter, base_url="https://example.org/p", cache=MemoryCache())
    assert made.site
    return {output.path: output for output in made.outputs}


def of_kind(files: Mapping[str, Output], kind: str) -> list[str]:
    return [path for path in files if path.endswith(f".{kind}") and not path.endswith("data.csv")]


def test_every_picture_has_its_figures(files: Mapping[str, Output]) -> None:
    pictures = {path.removesuffix(".svg") for path in of_kind(files, "svg")} - {"favicon"}
    assert len(pictures) > 10
    figures = {
        path.removesuffix(".csv") for path in of_kind(files, "csv") if not path.startswith(("indices/", "data/"))
    }
    assert pictures == figures
    assert pictures > {path.removesuffix(".png") for path in of_kind(files, "png")} > {"indicators/population/trend"}


def test_the_picture_that_stands_for_a_page_is_a_file(starter: Path, files: Mapping[str, Output]) -> None:
    made = prepare(starter, base_url="https://example.org/p", cache=MemoryCache())
    assert made.site
    shown = {page.frame.url: page.frame.picture for page in made.site.pages}
    named = {url for url in shown.values() if url}
    assert {url.removeprefix("https://example.org/p/") for url in named} <= files.keys()
    assert shown["/indicators/population/"] == "https://example.org/p/indicators/population/trend.png"
    assert shown["/countries/kazakhstan/"].startswith("https://example.org/p/countries/kazakhstan/")
    assert shown["/about/"] == shown["/404.html"] == "https://example.org/p/lead.png"


def test_a_picture_stands_alone_and_says_where_it_is_from(files: Mapping[str, Output]) -> None:
    for path in of_kind(files, "svg"):
        if path == "favicon.svg":
            continue
        text = files[path].render().decode()
        root = etree.fromstring(text.encode())
        assert "var(" not in text, path
        assert "href" not in text, path
        words = " ".join(str(found) for found in root.itertext())
        assert "Data source:" in words, path
        assert "example.org" in words, path
        assert root.findtext(f"{SVG}title"), path
        assert len(root.findtext(f"{SVG}desc") or "") > 20, path
        used = {
            value[5:-1] for e in root.iter("*") for value in map(str, e.attrib.values()) if value.startswith("url(#")
        }
        assert used <= {str(e.get("id")) for e in root.iter("*")}, path


def test_the_figures_are_those_of_the_data(starter: Path, files: Mapping[str, Output]) -> None:
    rows = list(csv.DictReader(io.StringIO(files["indicators/population/trend.csv"].render().decode())))
    held = csv.DictReader(io.StringIO((starter / "data/observations/population.csv").read_text("utf-8")))
    wanted = {(row["country"], row["year"], row["value"]) for row in held if row["value"]}
    assert {(row["country"], row["year"], row["value"]) for row in rows} == wanted
    assert {row["indicator"] for row in rows} == {"population"}


def test_a_png_has_twice_the_size_and_always_the_same_bytes(files: Mapping[str, Output]) -> None:
    drawn = files["indicators/population/trend.svg"].render()
    root = etree.fromstring(drawn)
    made = picture_png(drawn, MemoryCache())
    assert made[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", made[16:24]) == (2 * int(root.get("width", "0")), 2 * int(root.get("height", "0")))
    assert made == picture_png(drawn, MemoryCache()) == files["indicators/population/trend.png"].render()


def test_a_picture_is_made_once() -> None:
    cache = MemoryCache()
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>'
    made = picture_png(svg, cache)
    assert picture_png(svg, cache) is made


def seen(country: str, year: int, text: str = "1") -> Observation:
    return Observation(indicator="i", country=country, year=year, text=text, status="A", origin="o")


def test_what_is_drawn_is_told_by_year() -> None:
    found = drawn_data([seen("KAZ", 2020), None, seen("UZB", 2019), seen("KGZ", 2020), seen("TJK", 2020, "")])
    assert found == (
        DrawnData(indicator="i", countries=("KAZ", "KGZ"), first=2020, last=2020),
        DrawnData(indicator="i", countries=("UZB",), first=2019, last=2019),
    )


def test_light_colours_are_those_before_any_media_query() -> None:
    style = b":root{--ink:#111;--s1:.25rem}@media (prefers-color-scheme:dark){:root{--ink:#eee}}"
    sources = Sources(files={"templates/styles/style.css": Source(path="templates/styles/style.css", data=style)})
    assert light_palette(sources) == {"ink": "#111"}
