"""What readers are told of revisions: by the page of an indicator, by `/data/changes/` and its feed."""

import json
import re
from pathlib import Path

import pytest
from lxml import etree

from generator.cache import MemoryCache
from generator.prepare import prepare
from generator.refresh.command import Options, run_refresh
from generator.terminal.report import DriftFormat
from tests.refresh.replies import URL, WDI, keep, page, project, put, standing

pytestmark = pytest.mark.uncounted  # others count the lines it runs

PAGES = ("indicators/population/index.html", "data/changes/index.html", "data/changes/feed.xml")
ATOM = "{http://www.w3.org/2005/Atom}"


def texts(root: Path) -> dict[str, str]:
    """Return the pages and the feed as plain text but the feed, which stays XML."""
    made = {
        output.path: output for output in prepare(root, base_url="https://example.org", cache=MemoryCache()).outputs
    }
    read = {path: made[path].render().decode() for path in PAGES}
    return {path: text if path.endswith(".xml") else plain(text) for path, text in read.items()}


def plain(html: str) -> str:
    return re.sub(r"\s+", " ", " ".join(map(str, etree.HTML(html).itertext())))


@pytest.fixture(scope="module")
def revised(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What is said after a refresh that revised one figure and added one."""
    folder = tmp_path_factory.mktemp("changes")
    root = project(folder / "project")
    figures = {**standing(root), ("UZB", 2025): "37850000"}
    assert figures["KAZ", 1990]
    figures["KAZ", 1990] = "16348001"
    done = run_refresh(
        Options(root=root, offline=keep(folder / "replies", {URL: page(figures)}), accepted={}), DriftFormat.TEXT
    )
    assert done.problems == ()
    return texts(root)


def test_an_indicator_says_what_changed_and_when_it_was_taken(revised: dict[str, str]) -> None:
    said = revised["indicators/population/index.html"]
    assert "Taken from the producer on 1 March 2026, vintage 2026-02-24." in said
    assert re.search(r"1 March 2026: 1 revised, 1 new \(2025\), \d+ unchanged\.", said)
    assert re.search(r"Kazakhstan 1990 \d\d,\d{3},\d{3} 16,348,001", said)


def test_the_list_of_changes_has_the_revision(revised: dict[str, str]) -> None:
    said = revised["data/changes/index.html"]
    assert "World Bank – World Development Indicators, 1 March 2026" in said
    assert re.search(r"Population # ?1 revised|Population 1 revised", said)


def test_the_feed_has_one_entry(revised: dict[str, str]) -> None:
    entries = list(etree.fromstring(revised["data/changes/feed.xml"].encode()).iter(f"{ATOM}entry"))
    assert len(entries) == 1
    link = entries[0].find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == f"https://example.org/data/changes/#{WDI.replace('_', '-')}-1"
    assert entries[0].findtext(f"{ATOM}updated") == "2026-03-01T00:00:00Z"
    assert "1 revised" in str(entries[0].findtext(f"{ATOM}summary"))


def test_without_a_receipt_nothing_is_claimed(starter: Path) -> None:
    said = texts(starter)
    assert "No receipt of the request was kept" in said["indicators/population/index.html"]
    assert "No revision is recorded yet" in said["data/changes/index.html"]
    assert "<entry>" not in said["data/changes/feed.xml"]


def test_a_file_without_a_day_is_named(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    put(root / f"data/imports/receipts/{WDI}.json", '{"requests": [{"url": "data/raw/people.csv"}]}')
    assert "Taken from the producer’s file people.csv. No revision" in texts(root)["indicators/population/index.html"]


def test_a_receipt_without_a_revision_says_so(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    put(root / f"data/imports/receipts/{WDI}.json", '{"vintage": "2026-02-24", "requests": [{"date": "2026-03-01"}]}')
    said = texts(root)["indicators/population/index.html"]
    assert "Taken from the producer on 1 March 2026, vintage 2026-02-24. No revision has been recorded since." in said


def test_figures_are_grouped_with_all_their_digits_and_those_not_shown_are_counted(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    figures = [{"country": code, "year": "2023", "old": "7500.50", "new": "7500000"} for code in ("KAZ", "XXX")]
    revision = {"date": "2026-03-01", "series": {"population": {"revised": 29, "largest": figures}}}
    put(root / f"data/imports/receipts/{WDI}.json", json.dumps({"revisions": [revision]}))
    said = texts(root)
    for path in PAGES[:2]:
        assert "Kazakhstan 2023 7,500.50 7,500,000 These are the largest; 28 more figures were revised." in said[path]
