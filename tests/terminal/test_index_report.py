"""A country's calculation in an index as text."""

from generator.terminal.index_report import explain_country
from tests.indices.world import contract, loaded, project

UP = "direction: higher_is_better"
TEXT = f"""title: Small
minimum: {{country: 0.5}}
treatment: {{method: auto}}
nodes:
  top: {{aggregation: geometric}}
  part: {{parent: top}}
indicators:
  rising: {{parent: top, {UP}, normalisation: {{method: goalposts, low: 0, high: 20, range: [1, 100]}}}}
  square: {{parent: part, {UP}, transform: ln}}
  share: {{parent: part, {UP}, indicator: mixed, per: rising, scale: 10}}
  counted: {{parent: part, {UP}, absent: zero, normalisation: {{method: z_score}}}}
sensitivity: {{seed: 1, draws: 20, weights: 0.2}}
"""


def explained(country: str, text: str = TEXT) -> str:
    dataset, results, _problems = loaded(project(test=contract(text)))
    return explain_country(results["test"], dataset, country)


def test_every_step_from_the_observations_to_the_rank() -> None:
    text = explained("CCC")
    assert text.startswith("Small, version 1, 2019: Ccc\n\n1. Values\n")
    assert "0: not on the list" in text
    assert "mixed / rising · 10" in text
    assert "2. Screen: 100.0% of the indicators, at least 50.0%: in." in text
    assert "goalposts 0–20 to 1–100" in text
    assert "part = " in text
    assert "5. Rank: " in text
    assert "In 20 draws of weights and methods: " in text
    assert "7. Difference from North, whose mean scores make " in text
    assert "8. Strengths: " in text


def test_contributions_add_up_to_the_score() -> None:
    lines = explained("LLL").split("\n")
    total = next(line.split()[-1] for line in lines if line.startswith("  sum"))
    assert any(line.startswith(f"  top = {total}, geometric mean of 2 of 2") for line in lines)


def test_a_country_that_does_not_pass_the_screen_has_its_values_and_no_rank() -> None:
    text = explained("LLL", TEXT.replace("indicator: mixed, per: rising", "indicator: three").replace("0.5", "0.9"))
    assert "share" in text
    assert "missing" in text
    assert "at least 90.0%: out." in text
    assert "Rank" not in text
