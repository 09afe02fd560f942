"""The geometry of maps: read from the files that site.yaml names."""

import json
from datetime import date

from generator.config import GeometrySettings, Publisher, SiteConfig
from generator.data.geo.geometry import load_geometry
from generator.sources.files import Sources
from tests.data.geo.square import COUNTRIES, SQUARE, points, source

CONFIG = SiteConfig(
    title="T",
    description="D",
    publisher=Publisher(name="P", repository="https://example.org/r"),
    base_url="https://example.org",
    edition=date(2026, 1, 1),
    reference_year=2024,
    profiles=("KAZ",),
    geometry=GeometrySettings(file="data/geo/shapes.json", points="data/geo/points.csv", note="Shapes as they are."),
)


def test_a_missing_file_is_said_for_site_yaml() -> None:
    geometry, problems = load_geometry(Sources(files={}), CONFIG, {})
    assert geometry is None
    assert [(str(p.rule), p.location.path) for p in problems] == [("file-missing", "site.yaml")] * 2


def test_without_the_setting_there_is_no_geometry() -> None:
    assert load_geometry(Sources(files={}), CONFIG.model_copy(update={"geometry": None}), {}) == (None, ())


def test_both_files_make_a_geometry_or_say_why_not() -> None:
    files = {"data/geo/shapes.json": source(json.dumps(SQUARE)), "data/geo/points.csv": points("KAZ,48,68\n")}
    geometry, problems = load_geometry(Sources(files=files), CONFIG, COUNTRIES)
    assert problems == ()
    assert geometry is not None
    assert geometry.points == {"KAZ": (68.0, 48.0)}
    bad = files | {"data/geo/points.csv": points("KAZ,x,68\n")}
    assert load_geometry(Sources(files=bad), CONFIG, COUNTRIES)[0] is None


def test_finer_lines_are_read_from_a_file_of_their_own() -> None:
    assert CONFIG.geometry is not None
    finer = CONFIG.geometry.model_copy(update={"detail": "data/geo/fine.json", "caption": "As they are"})
    config = CONFIG.model_copy(update={"geometry": finer})
    files = {"data/geo/shapes.json": source(json.dumps(SQUARE)), "data/geo/points.csv": points("KAZ,48,68\n")}
    [problem] = load_geometry(Sources(files=files), config, COUNTRIES)[1]
    assert problem.message == "There is no data/geo/fine.json."
    two = SQUARE | {"arcs": [*SQUARE["arcs"], [[0, 0], [8, 0]]]}
    geometry, _ = load_geometry(
        Sources(files=files | {"data/geo/fine.json": source(json.dumps(two))}), config, COUNTRIES
    )
    assert geometry is not None
    assert len(geometry.detail.arcs) == 3
    assert geometry.caption == "As they are"
