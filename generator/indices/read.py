"""``data/indices/<id>.yaml`` to a contract, or everything wrong with the file as it stands."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic
from generator.indices.check_contract import check_contract, check_shape
from generator.indices.contract import (
    Aggregation,
    Allowed,
    Change,
    Contract,
    Imputation,
    Leaf,
    Method,
    Node,
    Normalisation,
    Outliers,
    Published,
    Sensitivity,
    Treatment,
)
from generator.indices.findings import Finding
from generator.indices.shapes import (
    ContractShape,
    GoalpostsShape,
    LeafShape,
    NodeShape,
    NormalisationShape,
    SensitivityShape,
    TargetShape,
    TreatmentShape,
    ZScoreShape,
)
from generator.rules import Rule
from generator.sources.files import Source
from generator.sources.yaml_file import locate, parse_yaml

FOLDER = "data/indices"


def read_contract(source: Source) -> tuple[Contract | None, tuple[Diagnostic, ...]]:
    """Return the contract of a file, or all that is wrong with it on its own."""
    contract_file, problems = parse_yaml(source, ContractShape)
    if contract_file is None:
        return None, tuple(_by_rule(source, problem) for problem in problems)
    shape = contract_file.value
    findings = (*_check_name(source, shape), *check_shape(shape))
    if findings:
        return None, tuple(located(source, finding) for finding in findings)
    contract = _contract(shape)
    faults = tuple(located(source, finding) for finding in check_contract(contract, shape))
    return (None if faults else contract), faults


def located(source: Source, finding: Finding) -> Diagnostic:
    """Return a finding as a problem at its place in the contract."""
    where = locate(source, *finding.place, key=_is_entry(finding.place))
    return Diagnostic(rule=finding.rule, location=where, message=finding.message, hint=finding.hint)


def _is_entry(place: tuple[str | int, ...]) -> bool:
    """Whether a place is an entry, or all of them: it is pointed at by its key."""
    return place[0] in {"nodes", "indicators"} and len(place) <= len(("nodes", "key"))


def _by_rule(source: Source, problem: Diagnostic) -> Diagnostic:
    """Return a problem under the rule of its key.

    A weight of `.inf` is a wrong weight before it is a wrong value.
    """
    line = source.data.decode("utf-8", "replace").split("\n")[problem.location.line - 1]
    before = line[: problem.location.column - 1]
    is_weight = problem.rule is Rule.YAML_VALUE and re.search(r"(^|[\s{,])weight\s*:\s*$", before)
    return replace(problem, rule=Rule.INDEX_WEIGHT) if is_weight else problem


def _check_name(source: Source, shape: ContractShape) -> Iterator[Finding]:
    name = PurePosixPath(source.path).stem
    if shape.id != name:
        message = f"The id is '{shape.id}', the file's name '{name}'."
        yield Finding(rule=Rule.FILE_NAME, place=("id",), message=message, hint="Write the same in both.")


def _contract(shape: ContractShape) -> Contract:
    return Contract(
        id=shape.id,
        title=shape.title or _title(shape.id),
        description=shape.description,
        version=shape.version,
        changes=tuple(Change(**dict(change)) for change in shape.changes),
        countries=shape.countries,
        exclude=shape.exclude,
        years=shape.years,
        scale_over=shape.scale_over,
        least_of_country=shape.minimum.country,
        least_of_indicator=shape.minimum.indicator,
        imputation=Imputation(**dict(shape.imputation)) if shape.imputation else Imputation(),
        nodes={key: _node(key, node, shape) for key, node in shape.nodes.items()},
        leaves={key: _leaf(key, leaf, shape) for key, leaf in shape.indicators.items()},
        sensitivity=_sensitivity(shape.sensitivity),
        limits=shape.limits,
        known=tuple(Allowed(**dict(known)) for known in shape.known),
        published=Published(**dict(shape.published)) if shape.published else None,
    )


def _title(key: str) -> str:
    words = re.sub(r"[-_]", " ", key)
    return words[:1].upper() + words[1:]


def _node(key: str, node: NodeShape, shape: ContractShape) -> Node:
    return Node(
        key=key,
        parent=node.parent,
        title=node.title or (shape.title if node.parent is None else None) or _title(key),
        weight=float(node.weight),
        aggregation=node.aggregation,
        minimum=shape.minimum.node if node.minimum is None else node.minimum,
        family=node.family,
        why=node.why,
    )


def _leaf(key: str, leaf: LeafShape, shape: ContractShape) -> Leaf:
    how = normalisation(leaf.normalisation or shape.normalisation)
    inherited = None if how.in_units else shape.treatment
    return Leaf(
        key=key,
        parent=leaf.parent or "",
        indicator=leaf.indicator or key,
        rising=leaf.direction == "higher_is_better",
        weight=float(leaf.weight),
        title=leaf.title,
        within=shape.within if leaf.within is None else leaf.within,
        take=leaf.take,
        zero_if_absent=leaf.absent == "zero",
        times=leaf.times or "",
        per=leaf.per or "",
        scale=leaf.scale,
        transform=leaf.transform,
        normalisation=how,
        has_own_normalisation=leaf.normalisation is not None,
        treatment=_treatment(leaf.treatment or inherited),
        why=leaf.why,
    )


def normalisation(shape: NormalisationShape | None) -> Normalisation:
    """Return a method as it is written; without one, minimum to maximum from 0 to 100."""
    if shape is None:
        return Normalisation()
    method = Method(shape.method)
    if isinstance(shape, ZScoreShape):
        return Normalisation(method=method, mean=shape.mean, sd=shape.sd)
    least, most = shape.range
    found = Normalisation(method=method, low_score=least, high_score=most)
    if isinstance(shape, GoalpostsShape):
        return replace(found, low=shape.low, high=shape.high, log=shape.log)
    return replace(found, target=shape.target) if isinstance(shape, TargetShape) else found


def _treatment(shape: TreatmentShape | None) -> Treatment:
    return Treatment(**dict(shape)) if shape else Treatment(method=Outliers.NONE)


def _sensitivity(shape: SensitivityShape | None) -> Sensitivity | None:
    if shape is None:
        return None
    aggregation = {node: tuple(Aggregation(how) for how in hows) for node, hows in shape.aggregation.items()}
    return Sensitivity(
        seed=shape.seed,
        draws=shape.draws,
        weights=shape.weights,
        interval=shape.interval,
        normalisation=tuple(normalisation(each) for each in shape.normalisation),
        aggregation=aggregation,
    )
