"""The checks of a statistics office.

Each finds its fault, is answered by the catalog, and an idle answer is told.
"""

import pytest

from generator.cache import MemoryCache
from generator.config import load_config
from generator.data.loading.dataset import load_dataset
from generator.diagnostics import Diagnostic
from generator.sources.files import Source, Sources
from generator.state.sound import Sound
from tests.repository import REPOSITORY

PROJECT = REPOSITORY / "tests" / "data" / "loading" / "sound_project"
CATALOG = "data/catalog/indicators/checked.yaml"
HEAD = "country,year,value,status,origin,note\n"


def entry(name: str, kind: str, *more: str) -> str:
    unit = f"unit: {{kind: {kind}, symbol: x}}"
    fixed = ("title: T", "short_title: T", "description: D", "topic: society", unit, "decimals: 0")
    kept = (*fixed, "direction: neutral", "kind: official", "origins: [example_2024]", *more)
    return f"{name}:\n" + "".join(f"  {line}\n" for line in kept)


SOUND = Sound(state=MemoryCache(), program="1")
"""What all tests here have found sound: each is an edit of the data of those before it."""


def found(catalog: str, profiles: str = "KAZ, KGZ, UZB", **series: dict[str, str]) -> list[Diagnostic]:
    """Return the warnings of a project with these indicators; series as `{"KAZ": "2018 1 2019 2"}`.

    They are the same whatever was sound before.
    """
    files = {p.relative_to(PROJECT).as_posix(): p.read_bytes() for p in PROJECT.rglob("*") if p.is_file()}
    files[CATALOG] = catalog.encode()
    files["site.yaml"] = files["site.yaml"].replace(b"[KAZ, KGZ, UZB]", f"[{profiles}]".encode())
    for name, countries in series.items():
        rows = []
        for country, text in countries.items():
            cells = text.split()
            pairs = zip(cells[::2], cells[1::2], strict=True)
            rows += [
                f"{country},{y},{'' if v == '-' else v},{'O' if v == '-' else 'A'},example_2024,\n" for y, v in pairs
            ]
        files[f"data/observations/{name}.csv"] = (HEAD + "".join(rows)).encode()
    sources = Sources(files={path: Source(path=path, data=data) for path, data in files.items()})
    config, _ = load_config(sources)
    assert config is not None
    problems = load_dataset(sources, config)[1]
    assert load_dataset(sources, config, SOUND)[1] == load_dataset(sources, config, SOUND)[1] == problems
    return list(problems)


def told(problems: list[Diagnostic]) -> list[str]:
    return [f"{each.rule} {each.location} {each.message}" for each in problems]


KNOWN = 'known: [{{rule: {rule}, countries: [KAZ], years: [2019], reason: "a flood"}}]'
ONE_SERIES = [
    ("count", "2018 100 2019 4000", "value-jump", "KAZ goes from 100 in 2018 to 4,000 in 2019."),
    (
        "count",
        "2018 800000 2019 70000000 2020 810000",
        "value-jump",
        "KAZ goes from 800,000 in 2018 to 70,000,000 in 2019 and back to 810,000 in 2020.",
    ),
    (
        "currency",
        "2018 50.3 2019 501 2020 49.8",
        "value-jump",
        "KAZ goes from 50.3 in 2018 to 501 in 2019 and back to 49.8 in 2020.",
    ),
    ("years", "2018 60 2019 6 2020 61", "value-jump", "KAZ goes from 60 in 2018 to 6 in 2019 and back to 61 in 2020."),
    ("currency", "2018 1 2019 0.01", "value-jump", "KAZ goes from 1 in 2018 to 0.01 in 2019."),
    ("years", "2018 60 2019 40", "value-jump", "KAZ goes from 60 in 2018 to 40 in 2019."),
    ("count", "2017 7 2018 8 2019 0", "value-zero-at-end", "KAZ ends with 0 in 2019 after 8 in 2018."),
    ("share", "2019 104.4", "share-beyond-whole", "KAZ has a share of 104% in 2019."),
    ("share", "2019 -3", "share-beyond-whole", "KAZ has a share of −3% in 2019."),
]


@pytest.mark.parametrize(("kind", "series", "rule", "message"), ONE_SERIES)
def test_a_series_is_found_implausible_at_its_cell(kind: str, series: str, rule: str, message: str) -> None:
    line = series.split()[::2].index("2019") + 2
    assert told(found(entry("a", kind), a={"KAZ": series})) == [f"{rule} data/observations/a.csv:{line}:10 {message}"]


@pytest.mark.parametrize(("kind", "series", "rule", "message"), ONE_SERIES)
def test_the_catalog_answers_with_country_and_year(kind: str, series: str, rule: str, message: str) -> None:
    assert message
    assert found(entry("a", kind, KNOWN.format(rule=rule)), a={"KAZ": series}) == []


@pytest.mark.parametrize(
    ("kind", "series", "more"),
    [
        ("count", "2018 2 2019 99", ""),
        ("count", "2017 1 2019 4000", ""),
        ("count", "2018 100 2019 4000", "jump: 0"),
        ("count", "2018 100 2019 4000", "jump: 40"),
        ("count", "2018 6800 2019 68000 2020 6900", "jump: 40"),
        ("count", "2018 6800 2019 68000 2020 30000", ""),
        ("count", "2018 6 2019 60 2020 7", ""),
        ("percent", "2018 1 2019 900", ""),
        ("share", "2018 104 2019 105", "maximum: 150"),
        ("count", "2018 8 2019 0", ""),
        ("count", "2017 7 2018 8 2019 0", "zero: none"),
        ("count", "2017 7 2018 0 2019 0", ""),
    ],
)
def test_what_is_plausible_is_silent(kind: str, series: str, more: str) -> None:
    assert found(entry("a", kind, *filter(None, [more])), a={"KAZ": series}) == []


def test_an_answer_to_nothing_is_a_warning_at_its_place() -> None:
    problems = found(entry("a", "count", KNOWN.format(rule="value-jump")), a={"KAZ": "2018 1 2019 2"})
    assert told(problems) == [f"known-unused {CATALOG}:11:11 This answers no 'value-jump'."]


@pytest.mark.parametrize("countries", ["[UZB]", "[KAZ, UZB]"])
def test_an_answer_for_a_country_without_a_profile_is_no_answer_to_nothing(countries: str) -> None:
    known = f'known: [{{rule: value-jump, countries: {countries}, years: [2019], reason: "a flood"}}]'
    series = {"KAZ": "2018 1 2019 2", "UZB": "2018 100 2019 4000"}
    assert found(entry("a", "count", known), "KAZ, KGZ", a=series) == []


def test_an_indicator_without_any_value_is_found() -> None:
    problems = found(entry("a", "count"), a={"KAZ": "2018 -"})
    assert told(problems) == ["indicator-empty data/observations/a.csv:1:1 No country has a value of 'a'."]


PARTS = entry("gdp", "currency") + entry("heads", "count")
DERIVED = "derived: {numerator: gdp, denominator: heads, tolerance: 2}"


def test_a_ratio_is_held_against_its_parts_and_the_worst_year_named() -> None:
    catalog = PARTS + entry("each", "currency", DERIVED)
    problems = found(
        catalog,
        gdp={"KAZ": "2017 100 2018 110 2019 120"},
        heads={"KAZ": "2017 10 2018 10 2019 10"},
        each={"KAZ": "2017 10.1 2018 12 2019 15"},
    )
    message = "KAZ is 25.0% from gdp / heads in 2019; 2 of 3 years are off."
    assert told(problems) == [f"derived-disagrees data/observations/each.csv:4:10 {message}"]


def test_a_part_that_changes_has_its_ratio_looked_at_again() -> None:
    catalog = PARTS + entry("each", "currency", DERIVED)
    for gdp, heads, rules in (("100", "10", []), ("100", "11", ["derived-disagrees"]), ("110", "11", [])):
        problems = found(catalog, gdp={"KAZ": f"2017 {gdp}"}, heads={"KAZ": f"2017 {heads}"}, each={"KAZ": "2017 10"})
        assert [each.rule.value for each in problems] == rules
        assert ("each" in SOUND.parts("plausible")) is not bool(rules)


def test_a_ratio_of_an_unknown_part_is_an_error() -> None:
    problems = found(PARTS + entry("each", "currency", DERIVED.replace("heads", "headz")))
    assert [(p.rule.value, p.hint) for p in problems] == [("indicator-unknown", "Did you mean 'heads'?")]


def test_the_sum_of_the_countries_known_in_both_years_moves_plausibly() -> None:
    catalog = entry("heads", "count", "total_change: [0, 3]")
    series = {"KAZ": "2017 100 2018 101 2019 90", "UZB": "2018 100 2019 101"}
    problems = found(catalog, heads=series)
    message = "All countries together change by -4.98% in 2019; 0 to 3 is plausible."
    assert told(problems) == [f"total-implausible data/observations/heads.csv:1:1 {message}"]


def test_the_sum_is_of_all_countries_of_the_file_with_a_profile_or_without() -> None:
    catalog = entry("heads", "count", "total_change: [0, 3]")
    assert found(catalog, "KAZ, KGZ", heads={"KAZ": "2018 100 2019 99", "UZB": "2018 100 2019 102"}) == []


@pytest.mark.parametrize(("heads", "warned"), [("2018 90", ""), ("2018 90000", "90,100"), ("2017 9", "109")])
def test_the_sum_of_all_countries_is_near_what_it_should_be(heads: str, warned: str) -> None:
    catalog = entry("heads", "count", "total: {2018: [150, 250]}")
    problems = found(catalog, heads={"KAZ": heads, "UZB": "2018 100"})
    message = f"All countries together have {warned} in 2018; 150 to 250 is plausible."
    assert told(problems) == ([f"total-implausible data/observations/heads.csv:1:1 {message}"] if warned else [])


def test_an_answer_without_a_reason_or_for_another_rule_is_an_error() -> None:
    for known in ("known: [{rule: value-jump}]", 'known: [{rule: figure-unbound, reason: "x"}]'):
        assert {p.severity.value for p in found(entry("a", "count", known))} == {"error"}
