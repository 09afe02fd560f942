"""Dates that cannot be meant: of a year out of all proportion, after the edition, after the issue."""

from pathlib import Path

import pytest

from tests.projects import faults

pytestmark = pytest.mark.uncounted  # others count the lines it runs

ESSAY = "---\ntitle: T\ndate: {day}\nauthors: [A]\ncountries: [KAZ]\nsummary: S.\n---\nText.\n"
PROFILE = "---\ncountry: UZB\nauthors: [A]\nupdated: {day}\nsummary: S.\n---\nText.\n"
ISSUE = """title: News
date: {day}
summary: Short.
source: A bulletin.
briefs:
- id: poll
  date: {brief}
  countries: [KGZ]
  theme: politics
  headline: A survey
  summary: It was held.
  source: {{publisher: P, date: {reported}}}
"""
SLIP = "Write a year from 1800 to 2200."


def told(starter: Path, tmp_path: Path, name: str, text: str) -> list[tuple[str, ...]]:
    found = faults(starter, tmp_path, {name: text})
    return [(str(d.location).partition(":")[2], d.rule.value, d.message, d.hint) for d in found]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_year_that_is_a_slip_is_an_error(starter: Path, tmp_path: Path, day: str) -> None:
    year = int(day[:4])
    ((place, rule, message, hint),) = told(starter, tmp_path, "content/essays/test.md", ESSAY.format(day=day))
    assert (place, rule, hint) == ("3:7", "yaml-value", SLIP)
    assert f"the year {year} is a slip of the hand" in message


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("content/essays/test.md", ESSAY, "3:7"),
        ("content/countries/uzbekistan.md", PROFILE, "4:10"),
        ("content/briefs/1.yaml", ISSUE, "2:7"),
    ],
)
def test_a_text_of_a_day_after_the_edition_is_asked_about(
    starter: Path, tmp_path: Path, name: str, text: str, place: str
) -> None:
    text = text.format(day="2026-11-25", brief="2020-12-29", reported="2020-12-29")
    message = "The text is of 25 November 2026, the edition of 24 November 2026."
    hint = "Write the day of the text, or a later 'edition' in site.yaml."
    assert told(starter, tmp_path, name, text) == [(place, "date-late", message, hint)]


def test_the_day_of_the_edition_is_not_late(starter: Path, tmp_path: Path) -> None:
    text = ISSUE.format(day="2026-11-24", brief="2026-11-24", reported="2026-11-24")
    assert told(starter, tmp_path, "content/briefs/1.yaml", text) == []


def test_a_brief_and_its_source_are_not_later_than_their_issue(starter: Path, tmp_path: Path) -> None:
    text = ISSUE.format(day="2021-01-03", brief="2021-01-04", reported="2021-01-05")
    hint = "Write the day it happened, or a later 'date' of the issue."
    assert told(starter, tmp_path, "content/briefs/1.yaml", text) == [
        ("7:9", "date-late", "The brief is of 4 January 2021, the issue of 3 January 2021.", hint),
        ("12:32", "date-late", "Its source is of 5 January 2021, the issue of 3 January 2021.", hint),
    ]


@pytest.mark.parametrize("year", ["9999", "0001", "20245", "soon"])
def test_an_income_group_is_of_a_year_that_there_is(starter: Path, tmp_path: Path, year: str) -> None:
    name = "data/countries.csv"
    text = (starter / name).read_text("utf-8").replace("Upper middle income,2024", f"Upper middle income,{year}")
    ((_place, rule, message, hint),) = told(starter, tmp_path, name, text)
    assert (rule, message, hint) == (
        "catalog-invalid",
        f"'{year}' is no year.",
        "Write a year from 1800 to 2200, or nothing.",
    )


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_edition_is_of_our_time(starter: Path, tmp_path: Path, day: str) -> None:
    text = (starter / "site.yaml").read_text("utf-8").replace("edition: 2026-11-24", f"edition: {day}")
    ((place, rule, _message, hint),) = told(starter, tmp_path, "site.yaml", text)
    assert (place, rule, hint) == ("7:10", "yaml-value", SLIP)
