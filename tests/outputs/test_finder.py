"""The index of the finder as a file."""

import json

from generator.data.countries import Country
from generator.outputs.finder import _names, fold, plan_finder_index


def test_the_index_is_named_by_what_it_holds() -> None:
    one, other = plan_finder_index([("A", "a", "AAA")]), plan_finder_index([("B", "b", "BBB")])
    assert json.loads(one.render()) == [["A", "a", "AAA"]]
    assert one.path.startswith("assets/countries.")
    assert one.path != other.path
    assert one.key == plan_finder_index([("A", "a", "AAA")]).key != other.key


def country(name: str, *aliases: str, official: str = "", native: tuple[tuple[str, str], ...] = ()) -> Country:
    return Country(
        code="AAA",
        alpha2="AA",
        m49="001",
        name=name,
        slug="slug",
        official_name=official,
        native_names=native,
        aliases=aliases,
        capital="",
        region="",
        income_group="",
        income_group_year=None,
        area_km2=None,
        languages=(),
        currencies=(),
        neighbours=(),
    )


def test_name_slug_and_codes_stand_first() -> None:
    held = _names(country("Türkiye", "turkey", official="Republic of Türkiye", native=(("tr", "Türkiye"),)))
    assert held == ("Türkiye", "slug", "AAA", "AA", "Republic of Türkiye", "Turkey")


def test_a_name_that_differs_by_marks_alone_stands_once() -> None:
    assert _names(country("Türkiye", "Turkiye", "TÜRKIYE", "aaa"))[2:] == ("AAA", "AA")


def test_a_name_around_a_shorter_one_is_left_out() -> None:
    assert _names(country("Kazakhstan", "Qazaqstan Respublïkası", "Qazaqstan"))[4:] == ("Qazaqstan",)


def test_a_short_name_covers_nothing() -> None:
    assert _names(country("Chad", "The Tch", "Tch"))[4:] == ("Tch", "The Tch")


def test_folding_letters() -> None:
    assert [fold(name) for name in ("Côte d’Ivoire", "Қазақстан", "Guinea-Bissau", "İSTANBUL")] == [
        "cote divoire",
        "қазақстан",
        "guinea bissau",
        "istanbul",
    ]
