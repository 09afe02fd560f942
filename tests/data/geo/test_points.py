"""Points of countries: each fault at its cell."""

from generator.data.geo.points import check_codes, parse_points
from tests.data.geo.square import COUNTRIES, points, source


def test_points_outside_the_globe_are_said_at_their_cell() -> None:
    assert parse_points(points("TUV,-8,178\n")) == ({"TUV": (178.0, -8.0)}, ())
    _held, problems = parse_points(points("TUV,-8,278\nKIR,north,173\n"))
    assert [(p.location.line, p.location.column) for p in problems] == [(2, 8), (3, 5)]
    assert parse_points(source("a,b\n"))[0] == {}


def test_points_and_countries_are_compared_both_ways() -> None:
    assert check_codes(points("KAZ,48,68\n"), COUNTRIES, ("KAZ",)) == ()
    unknown, without = check_codes(points("KZA,48,68\n"), COUNTRIES, ("KAZ", "XXX"))
    assert (str(unknown.rule), unknown.location.line, unknown.hint) == (
        "country-unknown",
        2,
        "Did you mean 'KAZ' (Kazakhstan)?",
    )
    assert (str(without.rule), without.message) == (
        "geometry-invalid",
        "There is no point for KAZ (Kazakhstan), which has a profile.",
    )
    assert check_codes(source("a,b\n"), COUNTRIES, ("KAZ",)) == ()
