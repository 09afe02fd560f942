"""Quantities in words and figures: what states one is found, what only sounds like one is not."""

import re

import pytest

from generator.content.checks.quantities import find_quantities
from tests.repository import REPOSITORY

STATED = [
    ("It rose from ten thousand to two.", ["ten thousand"]),
    ("More than three and a half million came.", ["three and a half million"]),
    ("Half a million people, a quarter of a million more", ["Half a million", "a quarter of a million"]),
    ("a population of ten million", ["ten million"]),
    (
        "twenty-five thousand, two hundred, a hundred thousand",
        ["twenty-five thousand", "two hundred", "a hundred thousand"],
    ),
    ("about a thousand people and a dozen towns", ["a thousand", "a dozen"]),
    (
        "ten per cent, a hundred percent, five percentage points",
        ["ten per cent", "a hundred percent", "five percentage points"],
    ),
    ("It doubled, tripled, trebled, halved and quadrupled.", ["doubled", "tripled", "trebled", "halved", "quadrupled"]),
    ("It rose tenfold, 20-fold or ten-fold; it is threefold that.", ["tenfold", "20-fold", "ten-fold", "threefold"]),
    ("twice as many, double the number, half as many", ["twice", "double", "half"]),
    ("three times, one and a half times the size", ["three times", "one and a half times"]),
    ("5 times as large, multiplied by seven", ["5 times", "multiplied by seven"]),
    ("a third of it, a fifth lower, nearly a third", ["a third", "a fifth", "a third"]),
    ("It fell by a quarter in 2010, then by half.", ["a quarter", "half"]),
    ("Nearly half of them, more than half, half its output", ["half", "half", "half"]),
    (
        "two thirds, two-thirds, three quarters, nine tenths",
        ["two thirds", "two-thirds", "three quarters", "nine tenths"],
    ),
    ("little more than\na ninth of it; one hundredth", ["a ninth", "one hundredth"]),
    (
        "nine in ten, one in five, three out of four, one in a thousand",
        ["nine in ten", "one in five", "three out of four", "one in a thousand"],
    ),
    ("cut in half", ["in half"]),
    ("A third are women, half were; a hundredfold, quintupled", ["A third", "half", "hundredfold", "quintupled"]),
    ("ten\u2011thousand, half-a-million", ["ten\u2011thousand", "half-a-million"]),
    ("5.2 %, ten million and 1,142", ["5.2 %", "ten million", "1,142"]),
    ("2.5 times more", ["2.5"]),
    ("ten\nthousand, ten  thousand, ten\n\nthousand", ["ten thousand"]),
]
NOT_STATED = [
    "in room 4.2, version 1.5 and chapter\n2.3, Figure 2.1, p. 3.4, §3.1, § 3.1, on 3.5.2024 at 12.30 pm or 9.15 a.m.",
    "Of a thousand children, for every thousand, for each thousand, per hundred thousand, of every ten thousand births",
    "17 of a hundred points, where a hundred is very clean, above a hundred, the hundred most visited",
    "half an hour, about half an hour, half a century, more than a quarter of a century, one and a half years, a minute and a half",
    "the second half of the year, the first half of 2020, the northern half, the other half of it, half of the decade",
    "doubled back, a doubles title, who comes twice is counted twice, three times a year, twice a week, five times in ten years",
    "the first, the third of May, a third country, a third was French, a third party, a fifth term, by a third party, second of five",
    "two quarters of growth, half-hearted, half past three, halfway, manifold, the answer is twofold",
    "ten years, four of the five, two of them, one of many, five in 2019, six years in equal steps, three dollars a day",
]


@pytest.mark.parametrize(("text", "expected"), STATED, ids=[text for text, _ in STATED])
def test_a_stated_quantity_is_found_where_it_stands(text: str, expected: list[str]) -> None:
    found = list(find_quantities(text))
    assert [each.text for each in found] == expected
    for each in found:
        assert text[each.start :].replace("\n", " ").startswith(each.text)


@pytest.mark.parametrize("text", [part for line in NOT_STATED for part in line.split(", ")])
def test_what_is_no_quantity_is_left_alone(text: str) -> None:
    assert list(find_quantities(text)) == []


def test_only_a_change_is_bound_as_a_trend() -> None:
    found = list(find_quantities("It doubled to ten thousand, a third of all."))
    assert [each.is_change for each in found] == [True, False, False]


def guide() -> list[tuple[str, bool]]:
    """Return what the author's guide says is asked about, and what is not."""
    part = (REPOSITORY / "docs" / "authors.md").read_text("utf-8").split("## Warnings")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (`.+?`) \| (yes|no) \|", part, re.MULTILINE)
    return [(text, asked == "yes") for row, asked in rows for text in re.findall("`(.+?)`", row)]


@pytest.mark.parametrize(("text", "asked"), guide())
def test_the_guide_says_what_is_asked_about(text: str, *, asked: bool) -> None:
    assert bool(list(find_quantities(text))) is asked
