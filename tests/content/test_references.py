"""References as they are parsed."""

import pytest

from generator.content.checks.chart_options import chart_faults
from generator.content.references import ReferenceFaultError, parse_reference
from generator.diagnostics import Diagnostic, Location
from tests.datasets import dataset

HERE = Location(path="content/pages/a.md", line=3, column=1)
HELD = dataset({})
ONE_YEAR = "Write {}:…@2019; what happened between two years is a trend:"


def test_years_that_run_backwards_are_turned_round() -> None:
    with pytest.raises(ReferenceFaultError, match=r"The years 2019\.\.2010 run backwards\.") as told:
        faults("years=2019..2010")
    assert told.value.hint == "Write 2010..2019"


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("value:one/KAZ@2019-2000", ONE_YEAR.format("value")),
        ("rank:one/KAZ@2000–2019", ONE_YEAR.format("rank")),
        ("value:one/KAZ@2019..2000", ONE_YEAR.format("value")),
        ("value:one/KAZ@2000..2019", ONE_YEAR.format("value")),
        ("value:one/KAZ@19", "Write @2019"),
        ("trend:one/KAZ@2019-2000", "Write 2000..2019"),
        ("trend:one/KAZ@2000-2019", "Write 2000..2019"),
        ("trend:one/KAZ@19", "Write @2019 or @2010..2019"),
    ],
)
def test_what_to_write_for_years_can_be_written(address: str, hint: str) -> None:
    with pytest.raises(ReferenceFaultError) as told:
        parse_reference(address, title="", text="a", html="a", location=HERE, is_image=False)
    assert told.value.hint == hint


def faults(options: str) -> tuple[Diagnostic, ...]:
    address = f"chart:one/KAZ?{options}" if options else "chart:one/KAZ"
    reference = parse_reference(address, title="", text="alt", html="alt", location=HERE, is_image=True)
    return chart_faults(reference, HELD)
