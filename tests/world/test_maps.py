"""The world map: every country is on it, classes are round and filled, colours can be told apart."""

import re
from dataclasses import replace
from itertools import pairwise
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts.map.classes import class_breaks, class_of
from generator.charts.map.plan import WEST, WorldMap, map_description, plan_map, shape_key, world_paths
from generator.charts.map.projection import HEIGHT, WIDTH, equal_earth, world_ring
from generator.charts.map.words import map_title
from generator.charts.request import ChartKind, ChartRequest
from generator.charts.svg.paths import path_data
from generator.config import SiteConfig
from generator.data.dataset import Dataset
from generator.data.geo.geometry import Geometry, load_geometry
from tests.real import real_data
from tests.sheets import read_sheet

World = tuple[SiteConfig, Dataset, Geometry]


def drawn_map(
    dataset: Dataset, geometry: Geometry, indicator: str, country: str = "", years: tuple[int, ...] = ()
) -> WorldMap | None:
    request = ChartRequest(kind=ChartKind.MAP, indicator=indicator, country=country, years=years)
    return plan_map(request, dataset, geometry, map_id="map", note="")


@pytest.fixture(scope="module")
def world() -> World:
    sources, config, dataset = real_data()
    geometry, _ = load_geometry(sources, config, dataset.countries)
    assert geometry is not None
    return config, dataset, geometry


def test_every_profiled_country_has_an_outline_or_a_dot(world: World) -> None:
    config, dataset, geometry = world
    paths = world_paths(geometry)
    outlined = {c for c in config.profiles if shape_key(dataset.countries[c], geometry) in paths}
    assert {"KAZ", "XKX", "TWN", "PSE", "FJI"} <= outlined
    assert {"TUV", "VAT", "SGP", "NRU"} <= set(config.profiles) - outlined
    drawn = drawn_map(dataset, geometry, "life_expectancy")
    assert drawn is not None
    assert len(drawn.dots) == len(config.profiles) - len(outlined)
    assert all(0 < dot.x < drawn.width and 0 < dot.y < drawn.height for dot in drawn.dots)
    assert drawn == drawn_map(dataset, geometry, "life_expectancy")


def test_the_description_names_both_ends_and_what_is_missing(world: World) -> None:
    _config, dataset, geometry = world
    drawn = drawn_map(dataset, geometry, "life_expectancy")
    ranking = dataset.ranking("life_expectancy")
    assert drawn is not None
    assert ranking is not None
    best, last = (dataset.countries[row.observation.country].name for row in (ranking.rows[0], ranking.rows[-1]))
    assert drawn.description.startswith(f"Highest: {best} (")
    assert f"lowest: {last} (" in drawn.description
    assert drawn.description.endswith(f"{197 - len(ranking.rows)} of 197 countries have no value.")
    assert [kind for kind, _text in drawn.legend] == [f"class-{n}" for n in range(1, 6)]


def test_the_title_names_both_ends_and_the_line_below_the_measure(world: World) -> None:
    _config, dataset, geometry = world
    indicator = dataset.indicator("life_expectancy")
    drawn = drawn_map(dataset, geometry, "life_expectancy")
    ranking = dataset.ranking("life_expectancy")
    assert drawn is not None
    assert ranking is not None
    best, last = (dataset.countries[row.observation.country].name for row in (ranking.rows[0], ranking.rows[-1]))
    assert drawn.title == f"{best} highest, {last} lowest"
    assert drawn.subtitle == f"{indicator.title}, years, {ranking.year}"
    assert map_title(indicator, [("A", 1.0), ("B", 1.0), ("C", 2.0)]) == "Life expectancy at birth around the world"
    assert map_title(indicator, [("A", 1.0)]) == "Life expectancy at birth around the world"


def test_a_country_is_outlined_or_its_dot_marked_and_a_year_may_be_asked(world: World) -> None:
    _config, dataset, geometry = world
    kazakhstan = drawn_map(dataset, geometry, "life_expectancy", "KAZ", (2000,))
    tuvalu = drawn_map(dataset, geometry, "life_expectancy", "TUV")
    assert kazakhstan is not None
    assert tuvalu is not None
    assert kazakhstan.here == world_paths(geometry)["398"]
    assert kazakhstan.subtitle.endswith(", 2000")
    assert not any(dot.here for dot in kazakhstan.dots)
    assert tuvalu.here == ""
    assert sum(dot.here for dot in tuvalu.dots) == 1
    request = ChartRequest(kind=ChartKind.MAP, indicator="life_expectancy", country="TUV")
    assert map_description(request, dataset) == tuvalu.description
    assert map_description(replace(request, indicator="visitor_arrivals"), dataset) == ""


def test_dots_that_crowd_are_small(world: World) -> None:
    _config, dataset, geometry = world
    drawn = drawn_map(dataset, geometry, "population")
    assert drawn is not None
    for dot in drawn.dots:
        near = [o for o in drawn.dots if o is not dot and dist((o.x, o.y), (dot.x, dot.y)) < 7]
        assert dot.crowded or not near
    assert 5 < sum(dot.crowded for dot in drawn.dots) < len(drawn.dots)


def test_what_is_not_comparable_has_no_map(world: World) -> None:
    _config, dataset, geometry = world
    assert drawn_map(dataset, geometry, "visitor_arrivals") is None


def test_the_middle_of_the_map_is_eleven_degrees_east() -> None:
    x, y = equal_earth(11, 0)
    assert x == 500
    assert 0 < y < HEIGHT
    assert equal_earth(-169.1, 0)[0] > 999
    assert equal_earth(-168.9, 0)[0] < 1


def test_a_ring_beyond_the_date_line_stays_whole() -> None:
    chukotka = ((-180.0, 66.0), (-170.0, 66.0), (-175.0, 68.0), (-180.0, 66.0))
    assert int(re.findall(r"M(\d+)", world_ring(chukotka))[0]) > 700


def test_a_ring_across_the_date_line_is_not_torn() -> None:
    across = ((170.0, 60.0), (-175.0, 60.0), (-175.0, 66.0), (170.0, 66.0), (170.0, 60.0))
    steps = [abs(int(step)) for step in re.findall(r"-?\d+", world_ring(across).split("l")[1])]
    assert max(steps) < 60


def test_path_data_is_whole_relative_and_without_repeats() -> None:
    assert path_data([(0, 0), (5.2, 0), (5.3, 0.1), (5, -4), (0, 0)]) == "M0 0l5 0 0-4z"
    assert path_data([(0, 0), (0.1, 0), (3, 0), (0, 0)]) == ""


def test_breaks_are_round_and_classes_even() -> None:
    breaks = class_breaks([float(n) for n in range(1, 101)])
    assert list(breaks) == [20, 40, 60, 80]
    assert [class_of(v, breaks) for v in (19, 20, 100)] == [0, 1, 4]
    assert list(class_breaks([1, 1, 2])) == [2]
    assert class_breaks([7]) == ()


@given(st.lists(st.floats(-1e12, 1e12, allow_nan=False), min_size=1, max_size=60))
def test_breaks_rise_and_lie_within_the_values(values: list[float]) -> None:
    breaks = class_breaks(values)
    assert list(breaks) == sorted(set(breaks))
    assert len(breaks) <= 4
    assert all(min(values) < b <= max(values) for b in breaks)


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_neighbouring_classes_can_be_told_apart_in_both_schemes() -> None:
    text = read_sheet("foundation/tokens.css")
    ramps = re.findall(r"--ramp-\d:(#[0-9a-f]{6})", text)
    assert len(ramps) == 15
    for at in range(0, 15, 5):
        shades = sorted(luminance(colour) for colour in ramps[at : at + 5])
        assert all((b + 0.05) / (a + 0.05) >= 1.3 for a, b in pairwise(shades))


def test_names_and_the_country_of_a_locator_stand_out_in_both_schemes() -> None:
    text = read_sheet("foundation/tokens.css")
    colours = {name: re.findall(rf"--{name}:(#[0-9a-f]{{6}})", text) for name in ("land", "sea", "ink-2", "accent")}
    schemes = [dict(zip(colours, values, strict=True)) for values in zip(*colours.values(), strict=True)]
    assert len(schemes) == 3
    for scheme in schemes:
        for ground in ("land", "sea"):
            assert contrast(scheme["ink-2"], scheme[ground]) >= 4.5
            assert contrast(scheme["accent"], scheme[ground]) >= 3


def contrast(a: str, b: str) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def test_the_style_sheet_crops_a_map_where_the_americas_end() -> None:
    """The crop's percentages are those of the units that the template shows apart below."""
    sheet = read_sheet("components/maps/maps.css")
    east = WIDTH - WEST
    assert f"width:{100 * WIDTH / east:.1f}%;max-width:none;margin-left:-{100 * WEST / east:.1f}%" in sheet
    assert f".map__west{{display:block;width:{100 * WEST / east:.1f}%" in sheet
