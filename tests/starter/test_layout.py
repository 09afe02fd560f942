"""The layout of a new project's profiles."""

from generator.starter.layout import HEAD, layout_text, usual_indicators
from tests.starter.world import WORLD


def test_the_usual_indicators_are_those_that_the_world_shows() -> None:
    assert usual_indicators(WORLD) == ("population", "births", "deaths")


def test_a_chart_is_kept_if_all_its_indicators_are_there() -> None:
    assert layout_text(WORLD, ["population", "births"]) == HEAD + (
        "key_figures: [population, births]\nsections:\n"
        '  - id: people\n    title: "People"\n    charts:\n      - {kind: trend, indicator: population}\n'
    )
    stacked = '      - {kind: stacked, indicator: births, parts: [deaths], title: "Born, died"}\n'
    assert stacked in layout_text(WORLD, ["births", "deaths"])


def test_a_topic_that_the_world_does_not_show_has_a_section_with_two_charts() -> None:
    assert layout_text(WORLD, ["ports", "ships", "fish"]) == HEAD + (
        "key_figures: [ports, ships, fish]\nsections:\n"
        '  - id: sea\n    title: "Sea, shore"\n    charts:\n'
        "      - {kind: trend, indicator: ports}\n      - {kind: trend, indicator: ships}\n"
    )
