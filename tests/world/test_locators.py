"""Locators: all 197 countries have one, small, named, with names that have room."""

import gzip
import re
from itertools import combinations
from math import hypot
from pathlib import Path

import pytest
from lxml import etree

from generator.cache import MemoryCache, SqliteCache
from generator.charts.locator.draw import draw_locator, locator_svg
from generator.charts.locator.labels import LETTER, LINE
from generator.charts.locator.plan import Atlas, make_atlas, plan_locator
from generator.charts.locator.view import HEIGHT, WIDTH
from generator.config import SiteConfig
from generator.data.dataset import Dataset
from generator.data.geo.geometry import load_geometry
from tests.world.data import real_data

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def world() -> tuple[SiteConfig, Dataset, Atlas]:
    sources, config, dataset = real_data()
    geometry, _ = load_geometry(sources, config, dataset.countries)
    assert geometry is not None
    return config, dataset, make_atlas(dataset, geometry)


@pytest.fixture(scope="module")
def drawn(world: tuple[SiteConfig, Dataset, Atlas], real_project: Path) -> dict[str, etree._Element]:
    """The drawings that the real site was built with."""
    config, dataset, atlas = world
    found = {code: plan_locator(dataset, code, atlas) for code in config.profiles}
    with SqliteCache(real_project / ".cache" / "charts.sqlite") as cache:
        texts = {code: locator_svg(locator, atlas, cache) for code, locator in found.items() if locator}
    assert max(len(gzip.compress(text.encode())) for text in texts.values()) < 4096
    return {code: etree.fromstring(text) for code, text in texts.items()}


def marked(svg: etree._Element) -> str:
    return "ring" if svg.find("circle") is not None else "filled"


def box(text: etree._Element) -> tuple[float, float, float, float]:
    """Return the room of a name by the measure it was placed with."""
    lines = [text] if text.text else list(text)
    width = max(len(line.text or "") for line in lines) * LETTER
    x, y = float(lines[0].get("x", "")), float(lines[0].get("y", ""))
    return x - width / 2, y - LINE / 2, x + width / 2, y + LINE * (len(lines) - 0.5)


def test_every_profiled_country_is_filled_or_ringed(
    world: tuple[SiteConfig, Dataset, Atlas], drawn: dict[str, etree._Element]
) -> None:
    config, dataset, _atlas = world
    assert sorted(drawn) == sorted(config.profiles)
    for code, svg in drawn.items():
        assert svg.get("role") == "img"
        assert dataset.countries[code].name in (svg.findtext("title") or "")
        assert svg.find("path[@class='land']") is not None
        assert svg.find("path[@class='own']") is not None or marked(svg) == "ring"
    filled = {code for code, svg in drawn.items() if marked(svg) == "filled"}
    assert {"KAZ", "RUS", "USA", "FRA", "NOR", "CHL", "XKX", "TWN", "PSE", "LUX", "NZL", "FJI"} <= filled
    assert {"TUV", "VAT", "KIR", "SGP", "NRU", "MCO", "MDV"} <= set(drawn) - filled


def test_names_neither_meet_nor_leave_the_frame(drawn: dict[str, etree._Element]) -> None:
    for code, svg in drawn.items():
        boxes = [box(text) for text in svg.iter("text")]
        assert 1 <= len(boxes) <= 3, code
        for left, top, right, bottom in boxes:
            assert -WIDTH / 2 <= left < right <= WIDTH / 2, code
            assert -HEIGHT / 2 <= top < bottom <= HEIGHT / 2, code
        for a, b in combinations(boxes, 2):
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1], code


def test_land_neighbours_are_named_before_others(drawn: dict[str, etree._Element]) -> None:
    names = {
        code: {" ".join(line.text or "" for line in text.iter() if line.text) for text in svg.iter("text")}
        for code, svg in drawn.items()
    }
    assert names["FRA"] == {"Germany", "Italy", "Spain"}
    assert {"Russia", "China"} <= names["KAZ"]
    assert "Italy" in names["VAT"]


def places(svg: etree._Element, kind: str) -> list[tuple[float, float]]:
    """Return where the outlines of a kind begin."""
    data = "".join(path.get("d", "") for path in svg.findall(f"path[@class='{kind}']"))
    return [(int(x) / 2, int(y) / 2) for x, y in re.findall(r"M(-?\d+) (-?\d+)", data)]


def test_outlines_stay_within_the_frame_and_the_country_in_its_middle(drawn: dict[str, etree._Element]) -> None:
    for code, svg in drawn.items():
        for x, y in (*places(svg, "land"), *places(svg, "own")):
            assert abs(x) <= WIDTH / 2 + 4, code
            assert abs(y) <= HEIGHT / 2 + 4, code
    for code in ("USA", "FRA", "CHL", "NOR", "RUS"):
        assert min(hypot(x, y) for x, y in places(drawn[code], "own")) < 90, code


def test_a_locator_says_its_neighbours_in_words(world: tuple[SiteConfig, Dataset, Atlas]) -> None:
    _config, dataset, atlas = world
    kazakhstan, tuvalu = (plan_locator(dataset, code, atlas) for code in ("KAZ", "TUV"))
    assert kazakhstan is not None
    assert tuvalu is not None
    assert kazakhstan.title == "Map: Kazakhstan, Central Asia"
    assert kazakhstan.description == "Land neighbours: China, Kyrgyzstan, Russia, Turkmenistan and Uzbekistan."
    assert tuvalu.description == "No land neighbours."
    assert draw_locator(kazakhstan, atlas) == draw_locator(kazakhstan, atlas)


class Full(MemoryCache):
    """A cache that has everything."""

    def get(self, key: str) -> bytes:
        """The same drawing under each key."""
        return b"<path/>" if key else b""


def test_a_drawing_is_taken_from_the_cache(world: tuple[SiteConfig, Dataset, Atlas]) -> None:
    _config, dataset, atlas = world
    locator = plan_locator(dataset, "VAT", atlas)
    assert locator is not None
    assert "circle" in locator_svg(locator, atlas, MemoryCache())
    assert locator_svg(locator, atlas, Full()).endswith("</desc><path/></svg>")
