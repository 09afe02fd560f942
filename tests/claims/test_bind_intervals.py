"""`rank:…?interval`: both ends of a rank's interval, typed or filled in, and what is none."""

import pytest

from generator.claims.bind import bind_reference
from generator.content.references import parse_reference
from generator.data.dataset import Dataset
from generator.diagnostics import Location
from tests.indices.world import contract, loaded, project

UP = "direction: higher_is_better"
TEXT = f"""nodes: {{top: {{}}}}
indicators: {{rising: {{parent: top, {UP}}}, falling: {{parent: top, {UP}}}, mixed: {{parent: top, {UP}}}}}
"""


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    varied = TEXT + "sensitivity: {seed: 1, draws: 100, weights: 0.5}\n"
    return loaded(project(test=contract(varied), plain=contract(TEXT, "plain")))[0]


def bound(dataset: Dataset, text: str, address: str = "rank:index_test@2019?interval", home: str = "AAA") -> str:
    """Return the text and the exact value, or the rule and message of the problem."""
    where = Location(path="content/essays/a.md", line=1, column=1)
    reference = parse_reference(address, title="", text=text, html=text, location=where, is_image=False)
    value, problems = bind_reference(reference, dataset, home)
    return f"{value.text} | {value.exact}" if value else f"{problems[0].rule.value}: {problems[0].message}"


def test_an_interval_fills_itself_in(dataset: Dataset) -> None:
    low, high = dataset.rank_intervals["index_test"][2019]["AAA"]
    assert (low, high) == (5, 11)
    exact = "between 5th and 11th of 12, with other weights and methods"
    assert bound(dataset, "…") == f"between 5th and 11th | {exact}"
    assert bound(dataset, "…", "rank:index_test?interval") == f"between 5th and 11th | {exact}"


@pytest.mark.parametrize(
    "text",
    [
        "between 5th and 11th", "Between the fifth and the eleventh", "5th to 11th", "from 5th to 11th of 12", "5–11", "5-11",
        "ranked between 5th and 11th out of 12",
    ],
)  # fmt: skip
def test_what_agrees(dataset: Dataset, text: str) -> None:
    assert bound(dataset, text).startswith(f"{text} | ")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("between 5th and 10th", "claim-disagrees: The text says between 5th and 10th, the index says between 5th and 11th of 12 in 2019."),
        ("between 11th and 5th", "claim-disagrees: The text says between 11th and 5th, the index says between 5th and 11th of 12 in 2019."),
        ("5th to 11th of 13", "claim-disagrees: The text says 5th to 11th of 13, the index says between 5th and 11th of 12 in 2019."),
        ("5th", "claim-disagrees: The text says 5th, the index says between 5th and 11th of 12 in 2019."),
        ("outside 5th and 11th", "claim-unreadable: 'outside 5th and 11th' cannot be read as an interval of ranks."),
        ("not between 5th and 11th", "claim-unreadable: 'not between 5th and 11th' cannot be read as an interval of ranks."),
        ("5th to 11th of the rest", "claim-unreadable: '5th to 11th of the rest' cannot be read as an interval of ranks."),
        ("about the middle", "claim-unreadable: 'about the middle' cannot be read as an interval of ranks."),
        ("between 5st and 11th", "claim-unreadable: 'between 5st and 11th' ends an ordinal wrongly: it is between 5th and 11th."),
    ],
)  # fmt: skip
def test_what_does_not(dataset: Dataset, text: str, problem: str) -> None:
    assert bound(dataset, text) == problem


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("rank:rising@2019?interval", "rank-unavailable: 'rising' has no intervals"),
        ("rank:index_plain@2019?interval", "rank-unavailable: 'index_plain' has no intervals"),
        ("rank:index_test@2018?interval", "rank-unavailable: Aaa is not ranked by 'index_test' in 2018."),
        ("rank:index_test@2019?interval&in=alliance", "reference-syntax: An interval is of the whole ranking"),
    ],
)
def test_where_there_is_none(dataset: Dataset, address: str, problem: str) -> None:
    assert bound(dataset, "…", address).startswith(problem)


def test_an_interval_of_one_place_is_that_place() -> None:
    text = f"nodes: {{top: {{}}}}\nindicators: {{rising: {{parent: top, {UP}}}}}\nsensitivity: {{seed: 1, draws: 20}}\n"
    dataset = loaded(project(test=contract(text)))[0]
    assert bound(dataset, "…").startswith("12th | 12th of 12")
    assert bound(dataset, "12th of 12").startswith("12th of 12 | ")
    assert bound(dataset, "between 12th and 12th").startswith("between 12th and 12th | ")
