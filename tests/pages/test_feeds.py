"""Atom feeds of the site and of each country."""

import re
import shutil
from pathlib import Path

from lxml import etree

from generator.prepare import Prepared
from tests.issues import ISSUE, made, page

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def feed(project: Prepared, path: str) -> etree._Element:
    return etree.fromstring(page(project, path).encode())


def test_the_feeds_have_what_atom_asks_for(starter: Path, tmp_path: Path) -> None:
    project = made(starter, tmp_path, {"2021-01": ISSUE})
    for path in ("feed.xml", "countries/kazakhstan/feed.xml", "countries/uzbekistan/feed.xml"):
        root = feed(project, path)
        assert root.tag == "{http://www.w3.org/2005/Atom}feed"
        for of in (root, *root.iterfind("a:entry", ATOM)):
            assert [len(of.findall(f"a:{tag}", ATOM)) for tag in ("id", "title", "updated")] == [1, 1, 1]
            assert of.findtext("a:updated", "", ATOM).endswith("T00:00:00Z")
        assert root.findtext("a:author/a:name", "", ATOM)
        assert root.xpath("string(a:link[@rel='self']/@href)", namespaces=ATOM) == f"https://example.org/base/{path}"
        ids = [each.text for each in root.iterfind("a:entry/a:id", ATOM)]
        assert len(ids) == len(set(ids)) > 0
        days = [each.text or "" for each in root.iterfind("a:entry/a:updated", ATOM)]
        assert days == sorted(days, reverse=True)
        assert root.findtext("a:updated", "", ATOM) == days[0]


def test_an_entry_is_plain_text_under_a_lasting_id(starter: Path, tmp_path: Path) -> None:
    root = feed(made(starter, tmp_path, {"2021-01": ISSUE}), "countries/uzbekistan/feed.xml")
    entry = next(e for e in root.iterfind("a:entry", ATOM) if e.findtext("a:title", "", ATOM) == "A poll is held")
    assert entry.findtext("a:id", "", ATOM) == "tag:example.org,2026:brief/poll"
    assert entry.findtext("a:summary", "", ATOM) == "A first line. Of those asked, 67.3% agreed in Kazakhstan."
    link = entry.find("a:link", ATOM)
    assert link is not None
    assert link.get("href") == "https://example.org/base/briefs/2021-01/#poll"


def test_a_country_nobody_writes_about_yet_has_a_feed_of_the_edition(starter: Path, tmp_path: Path) -> None:
    quiet = tmp_path / "quiet"
    shutil.copytree(starter, quiet)
    essay = quiet / "content" / "essays" / "first-essay.md"
    essay.write_text(essay.read_text(encoding="utf-8").replace("[KAZ, KGZ, UZB]", "[KAZ, KGZ]"), encoding="utf-8")
    project = made(quiet, tmp_path, {"2021-01": ISSUE.replace("[KAZ, UZB]", "[KAZ]")})
    root = feed(project, "countries/uzbekistan/feed.xml")
    assert root.findall("a:entry", ATOM) == []
    assert root.findtext("a:id", "", ATOM) == "https://example.org/base/countries/uzbekistan/"
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", root.findtext("a:updated", "", ATOM))
