"""World maps of this world: every country is on them, ends are named."""

from dataclasses import replace
from math import dist

import pytest

from generator.charts.map.plan import WorldMap, map_description, plan_map, shape_key, world_paths
from generator.charts.map.words import map_title
from generator.charts.request import ChartKind, ChartRequest
from generator.config import SiteConfig
from generator.data.dataset import Dataset
from generator.data.geo.geometry import Geometry, load_geometry
from tests.world.data import real_data

pytestmark = pytest.mark.slow

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
    assert not any(dot.own for dot in kazakhstan.dots)
    assert tuvalu.here == ""
    assert sum(dot.own for dot in tuvalu.dots) == 1
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


def test_a_map_says_which_figures_are_estimates(world: World) -> None:
    _config, dataset, geometry = world
    columns = dataset.observations["life_expectancy"]
    statuses = [
        "E" if code == "KAZ" else status for code, status in zip(columns.countries, columns.statuses, strict=True)
    ]
    estimated = {**dataset.observations, "life_expectancy": replace(columns, statuses=statuses)}
    drawn = drawn_map(replace(dataset, observations=estimated, digest="estimated"), geometry, "life_expectancy")
    assert drawn is not None
    assert "Estimated: Kazakhstan." in drawn.note
