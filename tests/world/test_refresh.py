"""Series whose producers' files stand in data/raw/: the contracts give the rows that stand here."""

import json

import pytest

from generator.refresh.command import Options, run_refresh
from generator.terminal.report import DriftFormat
from tests.repository import REPOSITORY

pytestmark = pytest.mark.slow

SERIES = {
    "education_spending",
    "feature_films",
    "intellectual_property_receipts",
    "journal_articles",
    "patent_applications",
    "research_spending",
    "researchers",
    "tertiary_enrolment",
}


def test_the_files_of_the_producers_give_the_rows_that_stand_here() -> None:
    done = run_refresh(Options(root=REPOSITORY, accepted={}, dry=True), DriftFormat.JSON)
    assert done.problems == ()
    report = json.loads(done.report)
    assert report["changed"] is False
    found = {one["indicator"]: one for origin in report["origins"] for one in origin["series"]}
    assert set(found) == SERIES
    assert {one["unchanged"] > 600 for one in found.values()} == {True}
