"""Files of charts: pictures that stand alone and say where they are from."""

import struct
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree

from generator.cache import MemoryCache
from generator.charts.chart import DrawnData
from generator.charts.svg.picture import picture_png
from generator.charts.table import drawn_data
from generator.data.observations import Observation
from generator.output import Output
from generator.outputs.charts.files import light_palette
from generator.prepare import prepare
from generator.sources.files import Source, Sources

pytestmark = pytest.mark.uncounted  # others count the lines it runs

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def files(starter: Path) -> Mapping[str, Output]:
    made = prepare(starter, base_url="https://example.org/p", cache=MemoryCache())
    assert made.site
    return {output.path: output for output in made.outputs}


def of_kind(files: Mapping[str, Output], kind: str) -> list[str]:
    return [path for path in files if path.endswith(f".{kind}") and not path.endswith("data.csv")]


def test_charts_that_lead_have_pictures_of_their_own_and_the_rest_share_one(
    starter: Path, files: Mapping[str, Output]
) -> None:
    made = prepare(starter, base_url="https://example.org/p", cache=MemoryCache())
    assert made.site
    charts = made.site.charts_on(made.site.page(made.site.by_url["/countries/kazakhstan/"]))
    folder = "countries/kazakhstan/"
    lead = {chart.id for chart in charts if len(chart.drawings) > 1}
    small = {chart.id for chart in charts} - lead
    pictures = {path.removeprefix(folder) for path in of_kind(files, "svg") if path.startswith(folder)}
    assert pictures == {"charts.svg", *(f"{name}.svg" for name in lead)}
    sheet = etree.fromstring(files[f"{folder}charts.svg"].render())
    parts = {str(each.get("id")): each for each in sheet.findall(f"{SVG}svg")}
    assert parts.keys() == small
    tops = [int(each.get("y", "0")) for each in parts.values()]
    heights = [int(each.get("height", "0")) for each in parts.values()]
    assert tops == [sum(heights[:at]) for at in range(len(tops))]
    assert sheet.get("height") == str(sum(heights))
    assert of_kind(files, "csv") == [
        path for path in files if path.startswith(("indices/", "data/")) and path.endswith(".csv")
    ]


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
        for picture in root.findall(f"{SVG}svg") if path.endswith("charts.svg") else [root]:
            assert picture.findtext(f"{SVG}title"), path
            assert len(picture.findtext(f"{SVG}desc") or "") > 20, path
        used = {
            value[5:-1] for e in root.iter("*") for value in map(str, e.attrib.values()) if value.startswith("url(#")
        }
        assert used <= {str(e.get("id")) for e in root.iter("*")}, path


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
