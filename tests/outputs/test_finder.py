"""The index of the finder as a file."""

import json

from generator.outputs.finder import plan_finder_index


def test_the_index_is_named_by_what_it_holds() -> None:
    one, other = plan_finder_index([("A", "a", "AAA")]), plan_finder_index([("B", "b", "BBB")])
    assert json.loads(one.render()) == [["A", "a", "AAA"]]
    assert one.path.startswith("assets/countries.")
    assert one.path != other.path
    assert one.key == plan_finder_index([("A", "a", "AAA")]).key != other.key
