"""What can be wrong with a contract on its own.

Its tree, weights, directions, scales and what it varies.
"""

import math
from collections.abc import Iterable, Iterator

from generator.diagnostics import close_names, suggest
from generator.indices.contract import Aggregation, Contract, Leaf, Method, Outliers, Transform
from generator.indices.findings import Finding
from generator.indices.shapes import ContractShape, GoalpostsShape, NormalisationShape, ZScoreShape
from generator.rules import Rule

MOST_DRAWS = 100_000
"""More draws fill the memory and move no end of an interval."""
METHOD_PAGE = "method"
"""Stands beside the pages of nodes, as `/indices/<id>/method/`."""
DIRECTIONS = ("higher_is_better", "lower_is_better")


def check_shape(shape: ContractShape) -> Iterator[Finding]:
    """Yield what keeps a file from being a tree of weighted indicators."""
    yield from _check_version(shape)
    yield from _check_keys(shape)
    yield from _check_parents(shape)
    yield from _check_loops(shape)
    yield from _check_root(shape)
    for name, key, weight in _weights(shape):
        if isinstance(weight, bool) or not isinstance(weight, int | float) or not _is_weight(weight):
            message = f"The weight of '{key}' is '{weight}'."
            yield _fault(Rule.INDEX_WEIGHT, (name, key, "weight"), message, "Write a number, 0 or more.")
    for key, leaf in shape.indicators.items():
        if leaf.direction not in DIRECTIONS:
            place = ("indicators", key) if leaf.direction is None else ("indicators", key, "direction")
            message = f"'{key}' does not say which way is better."
            yield _fault(Rule.INDEX_DIRECTION, place, message, f"Write direction: {' or '.join(DIRECTIONS)}.")


def _is_weight(weight: float) -> bool:
    return math.isfinite(weight) and weight >= 0


def _weights(shape: ContractShape) -> Iterator[tuple[str, str, object]]:
    yield from (("nodes", key, node.weight) for key, node in shape.nodes.items())
    yield from (("indicators", key, leaf.weight) for key, leaf in shape.indicators.items())


def _check_version(shape: ContractShape) -> Iterator[Finding]:
    if shape.changes and shape.changes[-1].version != shape.version:
        message = f"The version is {shape.version}, the last of 'changes' {shape.changes[-1].version}."
        yield _fault(Rule.INDEX_VERSION, ("version",), message, "Say under 'changes' what the new version changes.")


def _check_keys(shape: ContractShape) -> Iterator[Finding]:
    for key in shape.indicators:
        if key in shape.nodes:
            message = f"'{key}' is a node and an indicator."
            yield _fault(Rule.INDEX_DUPLICATE, ("indicators", key), message, "Give one of the two another key.")

    if METHOD_PAGE in shape.nodes and shape.nodes[METHOD_PAGE].parent is not None:
        message = f"'{METHOD_PAGE}' is the address of the page that says how the index is made."
        yield _fault(Rule.INDEX_DUPLICATE, ("nodes", METHOD_PAGE), message, "Give the node another key.")


def _check_parents(shape: ContractShape) -> Iterator[Finding]:
    entries: list[tuple[str, str, str | None]] = [("nodes", key, node.parent) for key, node in shape.nodes.items()]
    entries += [("indicators", key, leaf.parent or "") for key, leaf in shape.indicators.items()]
    for name, key, parent in entries:
        if parent is not None and parent not in shape.nodes:
            hint = suggest(parent, shape.nodes, f"Nodes are: {', '.join(shape.nodes)}.")
            place = (name, key, "parent") if parent else (name, key)
            message = f"'{key}' has the parent '{parent}', which is no node." if parent else f"'{key}' has no parent."
            yield _fault(Rule.INDEX_PARENT, place, message, hint)
    parents = {parent for _name, _key, parent in entries}
    parents |= {meant for parent in parents - {None} for meant in close_names(str(parent), shape.nodes)}
    for key in shape.nodes:
        if key not in parents:
            message = f"The node '{key}' has nothing below it."
            yield _fault(Rule.INDEX_CHILDLESS, ("nodes", key), message, "Put an indicator below it, or remove it.")


def _check_loops(shape: ContractShape) -> Iterator[Finding]:
    seen: set[str] = set()
    for key in shape.nodes:
        if key not in seen and (loop := _loop(shape, key)):
            seen |= set(loop)
            message = f"'{key}' stands below itself: {' → '.join((*loop, loop[0]))}."
            yield _fault(
                Rule.INDEX_CYCLE, ("nodes", key, "parent"), message, "Give one of them a parent nearer the root."
            )


def _loop(shape: ContractShape, key: str) -> tuple[str, ...]:
    """Return the nodes of the loop that a node is part of; none where its parents end."""
    path = [key]
    while (parent := shape.nodes[path[-1]].parent) in shape.nodes:
        if parent == key:
            return tuple(path)
        if parent is None or parent in path:
            break
        path.append(parent)
    return ()


def _check_root(shape: ContractShape) -> Iterator[Finding]:
    roots = [key for key, node in shape.nodes.items() if node.parent is None]
    for key in roots[1:]:
        message = f"'{key}' has no parent, and neither has '{roots[0]}'."
        yield _fault(Rule.INDEX_ROOT, ("nodes", key), message, f"Write parent: {roots[0]}, or join both under a third.")
    if not roots and not any(_loop(shape, key) for key in shape.nodes):
        hint = "Add one, as index: {aggregation: arithmetic}."
        yield _fault(Rule.INDEX_ROOT, ("nodes",), "No node is without a parent.", hint)


def check_contract(contract: Contract, shape: ContractShape) -> Iterator[Finding]:
    """Yield what is wrong with the scales of a sound tree, and with what is varied."""
    yield from _check_zero_weights(contract)
    for place, how in _methods(shape):
        yield from _check_method(place, how)
    for leaf in contract.leaves.values():
        yield from _check_units(leaf)
    yield from _check_geometric_zero(contract)
    yield from _check_sensitivity(contract)


def _check_zero_weights(contract: Contract) -> Iterator[Finding]:
    for node in contract.live_nodes:
        if not contract.children(node):
            message = f"All that stands below '{node}' has the weight 0."
            yield _fault(
                Rule.INDEX_WEIGHTS_ZERO, ("nodes", node), message, "Give one a weight, or the node the weight 0."
            )


def _methods(shape: ContractShape) -> Iterator[tuple[tuple[str | int, ...], NormalisationShape]]:
    """Yield every method of the file with its place."""
    if shape.normalisation:
        yield ("normalisation",), shape.normalisation
    for key, leaf in shape.indicators.items():
        if leaf.normalisation:
            yield ("indicators", key, "normalisation"), leaf.normalisation
    for at, how in enumerate(shape.sensitivity.normalisation if shape.sensitivity else ()):
        yield ("sensitivity", "normalisation", at), how


def _check_method(place: tuple[str | int, ...], how: NormalisationShape) -> Iterator[Finding]:
    if isinstance(how, ZScoreShape):
        if how.sd <= 0:
            yield _fault(Rule.INDEX_RANGE, (*place, "sd"), f"The sd is {how.sd:g}.", "Write a number above 0.")
        return
    if how.range[0] >= how.range[1]:
        message = f"The range from {how.range[0]:g} to {how.range[1]:g} does not ascend."
        yield _fault(
            Rule.INDEX_RANGE, (*place, "range"), message, "Write the lower end first; 'direction' turns scores around."
        )
    if isinstance(how, GoalpostsShape) and how.low >= how.high:
        message = f"The goalposts from {how.low:g} to {how.high:g} do not ascend."
        yield _fault(
            Rule.INDEX_GOALPOSTS,
            (*place, "low"),
            message,
            "Write the lower end as low; 'direction' turns scores around.",
        )
    elif isinstance(how, GoalpostsShape) and how.log and how.low <= 0:
        message = f"The goalpost {how.low:g} has no logarithm."
        yield _fault(Rule.INDEX_GOALPOSTS, (*place, "low"), message, "Take a low above 0, or no log.")


def _check_units(leaf: Leaf) -> Iterator[Finding]:
    if not leaf.normalisation.in_units:
        return
    if leaf.transform is not Transform.NONE:
        yield _units(leaf, "transform", leaf.transform)
    if leaf.treatment.method in {Outliers.AUTO, Outliers.LOG}:
        yield _units(leaf, "treatment", leaf.treatment.method)


def _units(leaf: Leaf, key: str, value: str) -> Finding:
    message = f"'{leaf.key}' has {leaf.normalisation.method} in its unit, which {value} changes."
    return _fault(
        Rule.INDEX_UNITS, ("indicators", leaf.key, key), message, "Take it away; goalposts can have log: true."
    )


def _check_geometric_zero(contract: Contract) -> Iterator[Finding]:
    common: list[str] = []
    for key in contract.live_leaves:
        leaf = contract.leaves[key]
        node = contract.nodes[leaf.parent]
        if node.aggregation is Aggregation.ARITHMETIC or not _reaches_zero(leaf):
            continue
        if leaf.has_own_normalisation:
            yield _geometric_zero(("indicators", key, "normalisation"), key, node.key, node.aggregation)
        elif node.key not in common:
            common.append(node.key)
            yield _geometric_zero(("indicators", key), key, node.key, node.aggregation)


def _reaches_zero(leaf: Leaf) -> bool:
    ranged = leaf.normalisation.method in {Method.MIN_MAX, Method.RANK, Method.PERCENTILE_RANK, Method.TARGET}
    return ranged and leaf.normalisation.low_score <= 0


def _geometric_zero(place: tuple[str | int, ...], key: str, node: str, how: Aggregation) -> Finding:
    message = f"The worst score of '{key}' is 0 or less, which makes the {how} mean '{node}' 0."
    return _fault(Rule.INDEX_GEOMETRIC_ZERO, place, message, "Write range: [1, 100].")


def _check_sensitivity(contract: Contract) -> Iterator[Finding]:
    how = contract.sensitivity
    if how is None:
        return
    if not 0 <= how.weights < 1:
        yield _varied(
            ("weights",), f"Weights cannot move by {how.weights:g} of themselves.", "Write a share from 0 to below 1."
        )
    if not 1 <= how.draws <= MOST_DRAWS:
        yield _varied(("draws",), f"There cannot be {how.draws} draws.", f"Write a number from 1 to {MOST_DRAWS:,}.")
    low, high = how.interval
    if not 0 <= low < high <= 100:  # noqa: PLR2004 - per cent
        yield _varied(
            ("interval",), f"The interval from {low:g} to {high:g} does not ascend within 0 and 100.", "Write [5, 95]."
        )
    for node in how.aggregation:
        if node not in contract.nodes:
            hint = suggest(node, contract.nodes, f"Nodes are: {', '.join(contract.nodes)}.")
            yield _varied(("aggregation", node), f"There is no node '{node}'.", hint)
    for at, each in enumerate(how.normalisation):
        if each.in_units and (leaf := _changed(contract.leaves[key] for key in contract.live_leaves)):
            message = f"{each.method} is in an indicator's unit, which '{leaf.key}' changes by transform or treatment."
            place = ("sensitivity", "normalisation", at)
            yield _fault(Rule.INDEX_UNITS, place, message, "Vary with a method without units.")


def _changed(leaves: Iterable[Leaf]) -> Leaf | None:
    """Return the first indicator that an alternative applies to and that is no longer in its unit."""
    inherited = (leaf for leaf in leaves if not leaf.has_own_normalisation)
    kept = {Outliers.NONE, Outliers.WINSORISE}
    return next(
        (one for one in inherited if one.transform is not Transform.NONE or one.treatment.method not in kept), None
    )


def _varied(place: tuple[str | int, ...], message: str, hint: str) -> Finding:
    return _fault(Rule.INDEX_SENSITIVITY, ("sensitivity", *place), message, hint)


def _fault(rule: Rule, place: tuple[str | int, ...], message: str, hint: str) -> Finding:
    return Finding(rule=rule, place=place, message=message, hint=hint)
