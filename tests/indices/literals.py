"""Contracts and figures written out in tests, without files."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from generator.indices.contract import (
    Aggregation,
    Contract,
    Imputation,
    Leaf,
    Method,
    Node,
    Normalisation,
    Scale,
    Sensitivity,
)
from generator.indices.engine.compute import Edition, Inputs, Result, compute
from generator.indices.engine.numbers import cell
from generator.indices.engine.values import Observed

YEAR = 2019
FROM_ONE = Normalisation(low_score=1.0, high_score=100.0)
Rows = Mapping[str, float]


def node(key: str, parent: str | None = None, **more: object) -> Node:
    return Node(key=key, parent=parent, title=key, **more)  # type: ignore[arg-type]  # keys of the record


def leaf(key: str, parent: str = "top", *, rising: bool = True, **more: object) -> Leaf:
    return Leaf(key=key, parent=parent, rising=rising, **({"indicator": key} | more))  # type: ignore[arg-type]


def contract(nodes: Iterable[Node], leaves: Iterable[Leaf], **more: object) -> Contract:
    usual: dict[str, object] = {
        "id": "test",
        "title": "Test",
        "description": "",
        "version": "1",
        "changes": (),
        "countries": "all",
        "exclude": (),
        "years": (YEAR,),
        "scale_over": Scale.EACH_YEAR,
        "least_of_country": 0.0,
        "least_of_indicator": 0.0,
        "imputation": Imputation(),
        "sensitivity": None,
    }
    return Contract(
        nodes={each.key: each for each in nodes},
        leaves={each.key: each for each in leaves},
        **(usual | more),  # type: ignore[arg-type]
    )


def observed(years: Mapping[int, Rows]) -> Observed:
    values = pd.DataFrame({year: dict(rows) for year, rows in years.items()}).astype(float)
    return Observed(values=values, origins=values.notna().replace({True: "open", False: ""}))


def result(made: Contract, figures: Mapping[str, Rows], countries: Sequence[str]) -> Result:
    each = {key: observed({YEAR: rows}) for key, rows in figures.items()}
    return compute(made, Inputs(countries=countries, groups=dict.fromkeys(countries, "all"), observed=each))


def edition(made: Contract, figures: Mapping[str, Rows], countries: Sequence[str]) -> Edition:
    found = result(made, figures, countries)
    assert found.editions, found.findings
    return found.editions[YEAR]


def by_country(codes: str, *values: float) -> Rows:
    return dict(zip(codes, values, strict=False))


GEOMETRIC = contract(
    (
        node("top", aggregation=Aggregation.GEOMETRIC, minimum=1.0),
        node("a", "top", weight=2.0, minimum=0.5),
        node("b", "top"),
    ),
    (
        leaf("x1", "a", weight=2.0, normalisation=FROM_ONE),
        leaf("x2", "a", rising=False, normalisation=FROM_ONE),
        leaf("x3", "b", normalisation=FROM_ONE),
    ),
)
"""A geometric mean of an arithmetic mean of two indicators and of one indicator."""
OF_SIX = {
    "x1": by_country("ABCDEF", 10, 20, 30, 40, 50, 60),
    "x2": by_country("ABCDEF", 5, 4, 3, 2, 1),
    "x3": by_country("ABCDEF", 1, 1, 2, 3, 5, 8),
}
ARITHMETIC = contract(
    (node("top"),),
    (leaf("y1"), leaf("y2"), leaf("y3")),
    sensitivity=Sensitivity(
        seed=7, draws=1000, weights=0.5, normalisation=(Normalisation(method=Method.PERCENTILE_RANK),), aggregation={}
    ),
)
OF_FIVE = {
    "y1": by_country("ABCDE", 10, 20, 30, 40, 50),
    "y2": by_country("ABCDE", 50, 35, 45, 20, 10),
    "y3": by_country("ABCDE", 3, 9, 1, 7, 5),
}


def cells(frame: pd.DataFrame, country: str, keys: Sequence[str]) -> list[float]:
    """The numbers of a country, one for each key."""
    return [cell(frame, country, key) for key in keys]


def row(frame: pd.DataFrame, country: str) -> dict[str, float]:
    """The numbers of a country, by key."""
    return {str(key): cell(frame, country, str(key)) for key in frame.columns}
