"""What is said of a chart's options: the kind, the option, the parts."""

import pytest

from generator.content.checks.chart_options import OF_KIND, chart_faults
from generator.content.references import OPTIONS, Scheme, parse_reference
from generator.diagnostics import Diagnostic, Location
from tests.datasets import dataset

HERE = Location(path="content/pages/a.md", line=3, column=1)
HELD = dataset({})


@pytest.mark.parametrize(
    ("options", "message", "hint"),
    [
        ("kind=slop", "There is no kind of chart 'slop'.", "Did you mean 'slope'?"),
        ("kind=pie", "There is no kind of chart 'pie'.", "Kinds are: trend, ranking, slope, strip, stacked, map"),
        ("kind=strip&compare=UZB", "A strip has no option 'compare'.", "Its options are: kind, years"),
        ("with=two", "A trend has no option 'with'.", "Its options are: kind, compare, years"),
        ("kind=map&compare=UZB", "A map has no option 'compare'.", "Its options are: kind, years"),
        ("kind=slope&years=2020", "A slope runs between two years.", "Write years=2000..2020"),
        ("kind=stacked&with=twoo", "There is no indicator 'twoo'.", "Did you mean 'two'?"),
        (
            "kind=stacked",
            "Stacked shares have two to 4 parts.",
            "Write with=industry_value_added,services_value_added",
        ),
    ],
)
def test_a_wrong_option_is_answered_with_the_right_ones(options: str, message: str, hint: str) -> None:
    (found,) = faults(options)
    assert (found.location, found.rule, found.message, found.hint) == (HERE, "chart-invalid", message, hint)


def test_a_chart_has_the_options_of_its_kinds_and_no_others() -> None:
    assert set(OPTIONS[Scheme.CHART]) == {name for names in OF_KIND.values() for name in names}


def test_parts_must_be_shares() -> None:
    assert [fault.message for fault in faults("kind=stacked&with=two")] == [
        "'one' is not a share of a whole.",
        "'two' is not a share of a whole.",
    ]


@pytest.mark.parametrize("options", ["", "kind=slope&years=2000..2020&compare=UZB", "kind=strip&years=2020"])
def test_right_options_pass(options: str) -> None:
    assert faults(options) == ()


def faults(options: str) -> tuple[Diagnostic, ...]:
    address = f"chart:one/KAZ?{options}" if options else "chart:one/KAZ"
    reference = parse_reference(address, title="", text="alt", html="alt", location=HERE, is_image=True)
    return chart_faults(reference, HELD)
