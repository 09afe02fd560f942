"""The facts at the head of a profile."""

from dataclasses import replace

import pytest

from generator.pages.blocks.tables import plan_facts
from tests.datasets import CODES, dataset


@pytest.mark.parametrize(
    ("area", "shown"), [(None, None), (0, "under 1 km²"), (2, "2 km²"), (2724900, "2,724,900 km²")]
)
def test_an_area_is_told_as_far_as_it_is_known(area: int | None, shown: str | None) -> None:
    held, code = dataset({}), CODES[0]
    changed = replace(held, countries={**held.countries, code: replace(held.countries[code], area_km2=area)})
    assert {fact.label: fact.value for fact in plan_facts(changed, code)}.get("Area") == shown
