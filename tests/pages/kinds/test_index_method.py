"""The page that says how an index is made."""

import pytest

from generator.pages.kinds.index_method import plan_index_method
from generator.pages.records.indices import EntryCard, MethodPage
from tests.indices.world import site_project

UP = "direction: higher_is_better"
EVERYTHING = f"""title: Everything
version: "2"
changes: [{{version: "1", date: 2020-01-02, note: First.}}, {{version: "2", date: 2021-01-02, note: Second.}}]
minimum: {{country: 0.5, indicator: 0.1, node: 0.5}}
imputation: {{method: median, by: region, at_least: 2}}
treatment: {{method: auto, points: 3}}
nodes:
  top: {{aggregation: geometric, minimum: 1, why: Both are needed.}}
  part: {{parent: top, family: survey}}
  other: {{parent: top, aggregation: harmonic, minimum: 0}}
indicators:
  rising: {{parent: other, {UP}, normalisation: {{method: goalposts, low: 1, high: 2000, log: true, range: [1, 100]}}}}
  square: {{parent: part, {UP}, transform: ln, within: 2, take: mean}}
  tailed: {{parent: part, {UP}}}
  share: {{parent: part, {UP}, indicator: mixed, per: rising, scale: 10, why: A share.}}
  counted: {{parent: part, {UP}, absent: zero, normalisation: {{method: z_score}}}}
  falling: {{parent: other, direction: lower_is_better, normalisation: {{method: percentile_rank, range: [1, 100]}}}}
  three: {{parent: part, {UP}, normalisation: {{method: distance_to_target, target: 20}}}}
  mixed: {{parent: part, {UP}, normalisation: {{method: rank}}}}
sensitivity: {{seed: 1, draws: 20, weights: 0.2, normalisation: [{{method: z_score}}], aggregation: {{part: [geometric]}}}}
limits: [Much is left out.]
known:
  - {{rule: index-outliers-remain, entries: [tailed], reason: One country alone.}}
  - {{rule: index-group-small, reason: A small world.}}
  - {{rule: index-opposed, reason: A small world.}}
  - {{rule: index-against, reason: A small world.}}
  - {{rule: index-collinear, reason: A small world.}}
"""
PLAIN = """title: Plain
nodes: {top: {}}
indicators:
  rising: {parent: top, direction: higher_is_better}
"""


@pytest.fixture(scope="module")
def page() -> MethodPage:
    return plan_index_method(site_project(EVERYTHING), "test")


def _facts(card: EntryCard) -> dict[str, str]:
    return {fact.label: fact.value for fact in card.facts}


def _said(page: MethodPage, step: str) -> str:
    found = next(each for each in (*page.steps, *page.firmness) if each.id == step)
    return "\n".join((*found.text, *found.formulas))


def test_steps_stand_in_the_order_of_the_engine(page: MethodPage) -> None:
    assert [step.id for step in page.steps] == [
        "value", "screen", "impute", "transform", "treat", "normalise", "aggregate", "rank", "contributions", "beside",
    ]  # fmt: skip
    assert [step.id for step in page.firmness] == ["interval", "left-out", "correlation", "years"]


@pytest.mark.parametrize(
    ("step", "text"),
    [
        ("value", "2019 − reach ≤ t ≤ 2019"),
        ("value", "a country that it does not name has 0"),
        ("screen", "needs values of 4 of the 8 indicators, as the contract asks for 50%;"),
        ("impute", "the median of the observed values of the remaining countries of the same region, if at least 2"),
        ("transform", "x ← ln x: square."),
        ("treat", "|g| < 2 or k < 3.5"),
        ("treat", "fewer than 3 points"),
        ("treat", "a = 0.01 · (max − min)"),
        ("normalise", "Between fixed goalposts: rising."),
        ("normalise", "number of countries strictly worse"),
        ("aggregate", "Harmonic mean: S = Σ w / Σ (w / s)"),
        ("contributions", "S / M"),
        ("beside", "L(a, b) = (a − b) / ln(a / b)"),
        ("interval", "In each of 20 draws every weight moves at random by up to 20% of itself."),
        ("interval", "is one of: as published; Standard deviations from the mean"),
        ("interval", "The mean of Part is one of: Arithmetic mean and Geometric mean."),
        ("interval", "from number 1 to number 19, its middle number 10"),
        ("years", "There is one edition"),
    ],
)
def test_a_step_has_the_numbers_of_the_contract(page: MethodPage, step: str, text: str) -> None:
    assert text in _said(page, step)


def test_an_indicator_says_all_that_was_done_with_it(page: MethodPage) -> None:
    cards = {card.key: card for card in page.cards}
    assert list(cards) == ["rising", "square", "tailed", "share", "counted", "falling", "three", "mixed"]
    share = _facts(cards["share"])
    assert (cards["share"].above, cards["share"].why) == ("Part", "A share.")
    assert share["Figure"] == "mixed / rising · 10"
    assert share["Direction"] == "more is better"
    assert share["Weight"] == "1 in Part; 8.33% of the index"
    assert share["Years used"] == "2019: 12"
    assert share["Sources"] == "A producer (2025), CC BY 4.0"
    assert share["Treatment"].startswith("nothing to do; skew ")
    assert [fact.links[0].url for fact in cards["share"].facts if fact.links] == ["/indicators/mixed/"]
    assert _facts(cards["square"])["Reach"] == "mean of 2017–2019"
    assert _facts(cards["square"])["Transform"] == "ln x"
    assert _facts(cards["counted"])["Reach"] == "latest of 2019; 0 where the complete list has none"
    assert _facts(cards["counted"])["Scale"] == "Standard deviations from the mean; mean 50, one deviation 10 points"
    assert _facts(cards["three"])["Countries"] == "3 of 12 that remain; 3 filled in"
    assert _facts(cards["three"])["Scale"] == "Way to a target of 20; scores 0 to 100"
    assert _facts(cards["rising"])["Scale"] == "Between fixed goalposts 1 and 2,000, f = ln; scores 1 to 100"
    assert _facts(cards["rising"])["Smallest and largest, treated"] == "1; 12"
    assert _facts(cards["falling"])["Direction"] == "less is better ↓"
    assert _facts(cards["tailed"])["Treatment"].startswith("logarithmic scale; skew 3.46, kurtosis 12.00, then ")
    assert _facts(cards["tailed"])["Treatment"].endswith("; outliers remain")


def test_a_node_says_what_it_is_made_of(page: MethodPage) -> None:
    top, part, other = page.nodes
    assert _facts(top)["Made of"] == "Part 50.0%; Other 50.0%"
    assert (_facts(top)["Mean"], _facts(top)["Parts needed"], top.why) == (
        "Geometric mean",
        "all 2",
        "Both are needed.",
    )
    assert (_facts(part)["Parts needed"], _facts(part)["Family"]) == ("50% of 6", "survey")
    assert _facts(other)["Parts needed"] == "one of 2"


def test_tables_show_how_firm_it_is(page: MethodPage) -> None:
    tables = {table.id: table for table in page.tables}
    assert list(tables) == ["table-intervals", "table-left-out", "table-with-node", "table-pairs"]
    assert sum(int(row[1]) for row in tables["table-intervals"].rows) == 12
    assert {row[1] for row in tables["table-left-out"].rows} == {"node", "indicator"}
    means = [float(row[2]) for row in tables["table-left-out"].rows]
    assert means == sorted(means, reverse=True)
    assert ("rising", "falling", "say the same", "0.95", "12") in tables["table-pairs"].rows


def test_limits_answers_versions_files_and_sources(page: MethodPage) -> None:
    assert page.limits == ("Much is left out.",)
    assert ("tailed", "One country alone.") in page.known
    assert ("The whole index", "A small world.") in page.known
    assert page.versions == (("2, 2 January 2021", "Second."), ("1, 2 January 2020", "First."))
    assert page.files[0][0].url == "/indices/test/2019/contract.yaml"
    assert [block.title for block in page.sources] == ["A producer – A dataset"]
    assert {fact.label: fact.value for fact in page.facts}["Licence"] == "CC BY 4.0"


def test_what_is_not_done_is_said() -> None:
    page = plan_index_method(site_project(PLAIN), "test")
    assert _said(page, "impute") == "Nothing is filled in: a missing value stays missing."
    assert _said(page, "transform") == "No indicator is transformed."
    assert _said(page, "treat") == "Outliers are left as they are."
    assert _said(page, "interval") == "Weights and methods are not varied, so that ranks have no interval."
    assert "S / M" not in _said(page, "contributions")
    assert all(link.text != "intervals.csv" for link, _text in page.files)


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ("scale_over: all_years", "All editions have one scale"),
        ("scale_over: each_year", "Each edition has a scale of its own"),
    ],
)
def test_the_page_says_whether_years_compare(head: str, text: str) -> None:
    doubled = f"years: [2019, 2020]\nwithin: 1\n{head}\ntreatment: {{method: winsorise}}\n{PLAIN}"
    page = plan_index_method(site_project(doubled), "test")
    assert _said(page, "years").startswith(text)
    assert {fact.label: fact.value for fact in page.facts}["Editions"] == "2019–2020"
