"""The facts at the head of a profile."""

from dataclasses import replace

import pytest

from generator.pages.blocks.tables import plan_facts, plan_key_figures
from tests.datasets import CODES, dataset


@pytest.mark.parametrize(
    ("area", "shown"), [(None, None), (0, "under 1 km²"), (2, "2 km²"), (2724900, "2,724,900 km²")]
)
def test_an_area_is_told_as_far_as_it_is_known(area: int | None, shown: str | None) -> None:
    held, code = dataset({}), CODES[0]
    changed = replace(held, countries={**held.countries, code: replace(held.countries[code], area_km2=area)})
    assert {fact.label: fact.value for fact in plan_facts(changed, code)}.get("Area") == shown


def test_a_key_figure_says_its_interval() -> None:
    held = dataset({"one": {CODES[0]: {2020: "60", 2021: "62.5"}, CODES[1]: {2021: "50"}}})
    columns = replace(held.observations["one"], lowers=["", "58.1", ""], uppers=["", "67", ""])
    held = replace(held, observations={"one": columns})
    told = [figure.interval for code in CODES[:2] for figure in plan_key_figures(held, code, ("one",))]
    assert told == ["58.1 to 67.0", ""]
