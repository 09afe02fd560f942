"""What a new project takes of the world's data."""

from generator.starter.choose import chosen_data, fitted, latest
from tests.starter.world import FILES, WORLD

ENTRY = """population:
  origins: [old, new]
  note: "Three countries come from the old one."
  related: [{indicator: births, reason: "R"}]
  aggregate: {mean: births}
  total: {2024: [7.9e9, 8.3e9]}
  derived: {numerator: births, denominator: deaths, tolerance: 2}
  known:
    - {rule: value-jump, countries: [HTI], years: [2010], reason: "An earthquake."}
    - {rule: value-jump, countries: [KAZ, HTI], years: [2011], reason: "A flood."}
    - {rule: derived-disagrees, countries: [KAZ], reason: "D"}
"""


def test_what_holds_for_others_only_is_left_out() -> None:
    assert fitted(ENTRY, {"new"}, {"EST"}, {"population"}) == "population:\n  origins: [new]\n"


def test_what_holds_for_a_chosen_country_and_series_is_kept() -> None:
    kept = fitted(ENTRY, {"old", "new"}, {"KAZ"}, {"population", "births"}).splitlines()
    assert kept[1:5] == ENTRY.splitlines()[1:5]
    assert kept[5:] == ["  known:", '    - {rule: value-jump, countries: [KAZ], years: [2011], reason: "A flood."}']


def test_rows_of_chosen_countries_are_taken_with_what_they_need() -> None:
    files = chosen_data(WORLD, ("EST", "LVA"), ("population", "ships"))
    assert sorted(files) == [
        "data/catalog/indicators/all.yaml",
        "data/catalog/origins.yaml",
        "data/catalog/topics.yaml",
        "data/countries.csv",
        "data/geo/a.json",
        "data/geo/points.csv",
        "data/groups.yaml",
        "data/observations/population.csv",
        "data/observations/ships.csv",
    ]
    assert files["data/countries.csv"].splitlines()[1:] == [
        "EST,EE,Estonia,estonia,Northern Europe,LVA",
        "LVA,LV,Latvia,latvia,Northern Europe,EST",
    ]
    assert files["data/observations/ships.csv"].count("\n") == 4
    assert files["data/catalog/origins.yaml"] == 'new:\n  producer: "N"\n'
    assert files["data/catalog/topics.yaml"] == FILES["data/catalog/topics.yaml"].replace("  lead: births\n", "")
    assert files["data/geo/points.csv"] == "country,latitude,longitude\nEST,59,26\n"


def test_a_group_is_taken_whole_or_not_at_all() -> None:
    assert chosen_data(WORLD, ("EST", "KAZ", "LVA"), ("ships",))["data/groups.yaml"] == (
        "baltic:\n  title: Baltic states\n  members: [EST,\n    LVA]\n  others: [{country: KAZ, role: former}]\n"
    )
    assert "others" not in chosen_data(WORLD, ("EST", "LVA"), ("ships",))["data/groups.yaml"]
    assert "data/groups.yaml" not in chosen_data(WORLD, ("EST",), ("ships",))


def test_a_series_without_a_figure_is_left_out() -> None:
    assert "data/observations/ships.csv" not in chosen_data(WORLD, ("FIN",), ("ships",))


def test_the_latest_figure_is_none_of_the_future() -> None:
    text = FILES["data/observations/population.csv"]
    assert latest(text, "EST") == ("2024", "1300")
    assert latest(text, "FIN") is None
