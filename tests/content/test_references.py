"""References as they are parsed."""

import pytest

from generator.content.checks.chart_options import chart_faults
from generator.content.references import ReferenceFaultError, parse_reference
from generator.diagnostics import Diagnostic, Location
from tests.datasets import dataset

HERE = Location(path="content/pages/a.md", line=3, column=1)
HELD = dataset({})


def test_years_that_run_backwards_are_turned_round() -> None:
    with pytest.raises(ReferenceFaultError, match=r"The years 2019\.\.2010 run backwards\.") as told:
        faults("years=2019..2010")
    assert told.value.hint == "Write 2010..2019"


def faults(options: str) -> tuple[Diagnostic, ...]:
    address = f"chart:one/KAZ?{options}" if options else "chart:one/KAZ"
    reference = parse_reference(address, title="", text="alt", html="alt", location=HERE, is_image=True)
    return chart_faults(reference, HELD)
