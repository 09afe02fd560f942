"""Each error of a contract is told at its place, and nothing else is."""

import pytest

from tests.indices.world import contract, marked, told

TREE = "nodes: {top: {}}\n"
GEOMETRIC = "nodes: {top: {aggregation: geometric}}\n"
RISING = "  rising: {parent: top, direction: higher_is_better}\n"
UP = "parent: top, direction: higher_is_better"

CASES = (
    (
        "index-root",
        "nodes: {top: {}, ‸other: {}}\nindicators:\n"
        + RISING
        + "  mixed: {parent: other, direction: higher_is_better}\n",
    ),
    ("index-root", "‸nodes: {}\nindicators: {}\n"),
    ("index-parent", TREE + "indicators:\n" + RISING + "  mixed: {parent: ‸tpo, direction: higher_is_better}\n"),
    ("index-parent", TREE + "indicators:\n" + RISING + "  ‸mixed: {direction: higher_is_better}\n"),
    (
        "index-parent",
        "nodes: {top: {}, part: {parent: ‸rising}}\nindicators:\n"
        + RISING
        + "  mixed: {parent: part, direction: higher_is_better}\n",
    ),
    (
        "index-duplicate",
        "nodes: {top: {}, rising: {parent: top}}\nindicators:\n  mixed: {parent: rising, direction: higher_is_better}\n  ‸rising: {parent: top, direction: higher_is_better}\n",
    ),
    (
        "index-duplicate",
        "nodes: {top: {}, ‸method: {parent: top}}\nindicators:\n  mixed: {parent: method, direction: higher_is_better}\n",
    ),
    ("index-childless", "nodes: {top: {}, ‸part: {parent: top}}\nindicators:\n" + RISING),
    ("index-cycle", "nodes: {top: {}, one: {parent: ‸two}, two: {parent: one}}\nindicators:\n" + RISING),
    ("index-weight", TREE + f"indicators:\n  rising: {{{UP}, weight: ‸-1}}\n"),
    ("index-weight", TREE + f"indicators:\n  rising: {{{UP}, weight: ‸heavy}}\n"),
    ("index-weight", TREE + f"indicators:\n  rising: {{{UP}, weight: ‸.inf}}\n"),
    ("index-weight", TREE + f"indicators:\n  rising: {{{UP}, weight: ‸.nan}}\n"),
    ("index-weights-zero", "nodes: {‸top: {}}\nindicators:\n" + f"  rising: {{{UP}, weight: 0}}\n"),
    ("index-direction", TREE + "indicators:\n  ‸rising: {parent: top}\n"),
    ("index-direction", TREE + "indicators:\n  rising: {parent: top, direction: ‸neutral}\n"),
    (
        "index-goalposts",
        TREE + f"indicators:\n  rising: {{{UP}, normalisation: {{method: goalposts, low: ‸5, high: 5}}}}\n",
    ),
    (
        "index-goalposts",
        TREE + f"indicators:\n  rising: {{{UP}, normalisation: {{method: goalposts, low: ‸0, high: 5, log: true}}}}\n",
    ),
    ("index-range", "normalisation: {method: min_max, range: ‸[100, 1]}\n" + TREE + "indicators:\n" + RISING),
    ("index-range", "normalisation: {method: z_score, sd: ‸0}\n" + TREE + "indicators:\n" + RISING),
    (
        "index-units",
        TREE
        + f"indicators:\n  rising: {{{UP}, transform: ‸ln, normalisation: {{method: goalposts, low: 0, high: 5}}}}\n",
    ),
    (
        "index-units",
        TREE
        + f"indicators:\n  mixed: {{{UP}, treatment: ‸{{method: auto}}, normalisation: {{method: distance_to_target, target: 20}}}}\n",
    ),
    ("index-geometric-zero", GEOMETRIC + "indicators:\n" + RISING.replace("rising", "‸rising")),
    ("index-geometric-zero", GEOMETRIC + f"indicators:\n  rising: {{{UP}, normalisation: ‸{{method: rank}}}}\n"),
    (
        "index-negative",
        "normalisation: {method: z_score, mean: 0}\nnodes: {‸top: {aggregation: harmonic}}\nindicators:\n" + RISING,
    ),
    (
        "index-negative",
        "nodes: {‸top: {}}\nindicators:\n"
        + RISING
        + "sensitivity: {seed: 1, draws: 50, normalisation: [{method: z_score, mean: 0}], aggregation: {top: [geometric]}}\n",
    ),
    ("index-constant", TREE + "indicators:\n" + RISING + f"  ‸same: {{{UP}}}\n"),
    ("index-constant", "countries: [AAA]\n" + TREE + "indicators:\n" + RISING.replace("rising", "‸rising")),
    (
        "index-target",
        TREE + f"indicators:\n  ‸rising: {{{UP}, normalisation: {{method: distance_to_target, target: 1}}}}\n",
    ),
    ("index-log-of-zero", TREE + f"indicators:\n  ‸zeros: {{{UP}, transform: ln}}\n"),
    ("index-log-of-zero", TREE + f"indicators:\n  ‸below: {{{UP}, transform: ln1p}}\n"),
    ("index-unknown-indicator", TREE + f"indicators:\n  ‸risen: {{{UP}}}\n"),
    ("index-unknown-indicator", TREE + f"indicators:\n  share: {{{UP}, indicator: rising, per: ‸peeple}}\n"),
    ("index-no-data", "exclude: [AAA, BBB, CCC]\n" + TREE + "indicators:\n" + RISING + f"  ‸three: {{{UP}}}\n"),
    ("index-thin", "minimum: {indicator: 0.5}\n" + TREE + "indicators:\n" + RISING + f"  ‸three: {{{UP}}}\n"),
    ("index-absent", TREE + f"indicators:\n  rising: {{{UP}, absent: ‸zero}}\n"),
    ("index-licence", TREE + f"indicators:\n  ‸closed: {{{UP}}}\n"),
    ("index-licence", TREE + f"indicators:\n  ‸share: {{{UP}, indicator: rising, per: closed}}\n"),
    ("index-no-country", "years: [2018]\ncountries: ‸profiles\n" + TREE + "indicators:\n" + RISING),
    ("index-no-country", "nodes: {‸top: {minimum: 1}}\nindicators:\n" + f"  three: {{{UP}}}\n  late: {{{UP}}}\n"),
    (
        "index-version",
        'version: ‸"2"\nchanges: [{version: "1", date: 2026-01-01, note: First.}]\n' + TREE + "indicators:\n" + RISING,
    ),
    ("index-sensitivity", TREE + "indicators:\n" + RISING + "sensitivity: {seed: 1, weights: ‸1}\n"),
    ("index-sensitivity", TREE + "indicators:\n" + RISING + "sensitivity: {seed: 1, draws: ‸0}\n"),
    ("index-sensitivity", TREE + "indicators:\n" + RISING + "sensitivity: {seed: 1, interval: ‸[95, 5]}\n"),
    (
        "index-sensitivity",
        TREE + "indicators:\n" + RISING + "sensitivity: {seed: 1, aggregation: {tpo: ‸[geometric]}}\n",
    ),
    ("group-unknown", "countries: ‸alliances\n" + TREE + "indicators:\n" + RISING),
    ("country-unknown", "countries: [AAA, BBB, ‸AAB]\n" + TREE + "indicators:\n" + RISING),
    ("file-name", "id: ‸other\n" + TREE + "indicators:\n" + RISING),
    ("yaml-value", "countries: ‸5\n" + TREE + "indicators:\n" + RISING),
    ("yaml-unknown-key", TREE + f"indicators:\n  rising: {{{UP}, normalisation: {{method: min_max, ‸low: 1}}}}\n"),
)


@pytest.mark.parametrize(("rule", "text"), CASES)
def test_an_error_at_its_place(rule: str, text: str) -> None:
    written, place = marked(contract(text))
    assert told(test=written) == [(rule, place)]
