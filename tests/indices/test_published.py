"""An index beside the same index of another publisher."""

from decimal import Decimal

import pytest

from generator.indices.published import Comparison, compare_published
from tests.indices.world import contract, loaded, project, told

GOALPOSTS = """title: Again
countries: [AAA, JJJ, KKK]
published: {indicator: late, scale: 0.1}
nodes: {top: {}}
indicators:
  rising: {parent: top, direction: higher_is_better, normalisation: {method: goalposts, low: 0, high: 20}}
"""


def compared(text: str) -> Comparison:
    dataset, results, problems = loaded(project(test=contract(text)))
    assert problems == ()
    found = compare_published(results["test"], dataset)
    assert found
    return found


def test_fixed_goalposts_are_compared_for_all_countries_that_the_other_index_has() -> None:
    found = compared(GOALPOSTS)
    assert [(row.country, row.theirs) for row in found.rows] == [
        ("AAA", None),
        ("JJJ", Decimal(1)),
        ("KKK", Decimal(5)),
        ("LLL", Decimal(9)),
    ]
    assert [row.ours for row in found.rows] == pytest.approx([0.5, 5, 5.5, 6])
    assert [row.difference for row in found.both] == pytest.approx([4, 0.5, -3])
    assert [row.country for row in found.ours_alone] == ["AAA"]
    assert len(found.unexplained) == len(found.both) == 3
    assert found.largest == 4.0


def test_a_scale_that_others_move_is_compared_only_as_far_as_it_goes() -> None:
    found = compared(GOALPOSTS.replace(", normalisation: {method: goalposts, low: 0, high: 20}", ""))
    assert [(row.country, row.rounded) for row in found.rows] == [
        ("AAA", Decimal("0.0")),
        ("JJJ", Decimal("9.0")),
        ("KKK", Decimal("10.0")),
        ("LLL", None),
    ]
    assert [row.country for row in found.theirs_alone] == ["LLL"]


def test_rounding_explains_what_is_the_same_in_their_digits() -> None:
    text = GOALPOSTS.replace("indicator: late, scale: 0.1", "indicator: rising, scale: 0.2001")
    found = compared(text.replace("countries: [AAA, JJJ, KKK]", "countries: profiles"))
    assert (len(found.both), found.unexplained, found.theirs_alone) == (12, (), ())
    assert 0 < found.largest < 0.01


def test_without_another_index_there_is_nothing_to_compare() -> None:
    dataset, results, _problems = loaded(project(test=contract(GOALPOSTS.replace("published", "# published"))))
    assert compare_published(results["test"], dataset) is None


def test_another_index_that_is_not_there_is_answered_at_its_place() -> None:
    assert told(test=contract(GOALPOSTS.replace("indicator: late", "indicator: lat"))) == [
        ("index-unknown-indicator", "data/indices/test.yaml:6:24")
    ]
