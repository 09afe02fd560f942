"""The real site as a whole: complete, connected, the same whatever surrounds the build."""

import hashlib
import json
import os
import re
import subprocess
import sys
from base64 import b64encode
from pathlib import Path

import pytest
from lxml import html

from tests.repository import REPOSITORY
from tests.world.build_elsewhere import PARTS

pytestmark = pytest.mark.slow

LIGHT = {"the site": 130_000_000, "index.html": 41_000_000, "data.csv": 6_000_000, "data.csv-metadata.json": 1_200_000}
"""The most bytes that the site has, and the files of this name of all countries together."""


def test_every_kind_of_page_is_there(real_site: Path) -> None:
    for page in (
        "index.html",
        "404.html",
        "about/index.html",
        "methods/index.html",
        "countries/index.html",
        "countries/kazakhstan/index.html",
        "indicators/index.html",
        "indicators/visitor_arrivals/index.html",
        "essays/index.html",
        "essays/kazakhstan-soft-power/index.html",
    ):
        assert (real_site / page).is_file(), page


def profiles_of(site: Path) -> list[Path]:
    """Return the profiles; an old address of one is a page that only leads on."""
    pages = sorted((site / "countries").glob("*/index.html"))
    return [page for page in pages if 'http-equiv="refresh"' not in page.read_text("utf-8")]


def test_an_old_address_of_a_country_leads_on(real_site: Path) -> None:
    page = (real_site / "countries/ivory-coast/index.html").read_text("utf-8")
    assert '<meta http-equiv="refresh" content="0; url=/country-profiles/countries/cote-divoire/">' in page
    assert "ivory-coast" not in (real_site / "sitemap.xml").read_text("utf-8")


def test_all_profiles_hold_the_same_parts(real_site: Path) -> None:
    profiles = profiles_of(real_site)
    assert len(profiles) == 197
    for profile in profiles:
        headings = [h.get("id") for h in html.parse(str(profile)).iter("h2")]
        assert {"all-indicators", "sources", "cite"} <= set(headings), profile


def things(page: Path) -> list[dict[str, object]]:
    """Return the structured data of a page, by the order of its graph."""
    scripts = html.parse(str(page)).xpath("//script[@type='application/ld+json']/text()")
    return [thing for text in scripts for thing in json.loads(str(text))["@graph"]]


def test_each_kind_of_page_tells_machines_what_it_is(real_site: Path) -> None:
    kinds = {
        "countries/kazakhstan/index.html": "Country",
        "indicators/population/index.html": "Dataset",
        "essays/kazakhstan-soft-power/index.html": "Article",
        "groups/central-asia/index.html": "BreadcrumbList",
    }
    for path, kind in kinds.items():
        assert kind in {thing["@type"] for thing in things(real_site / path)}, path
    trail = next(t for t in things(real_site / "topics/health/index.html") if t["@type"] == "BreadcrumbList")
    assert [item["position"] for item in trail["itemListElement"]] == [1, 2, 3]  # type: ignore[attr-defined]  # a list


def test_a_dataset_names_its_files_and_says_enough_of_itself(real_site: Path) -> None:
    for page in (real_site / "indicators").glob("*/index.html"):
        found = next(thing for thing in things(page) if thing["@type"] == "Dataset")
        assert 50 <= len(str(found["description"])) <= 5000
        files = [file["contentUrl"] for file in found["distribution"]]  # type: ignore[attr-defined]  # a list
        assert files == [f"{found['url']}data.csv", f"{found['url']}data.json"]
        assert (page.parent / "data.csv").is_file()
        assert (page.parent / "data.json").is_file()


def test_titles_and_regions_are_told_apart_and_the_policy_knows_the_only_inline_script(real_site: Path) -> None:
    titles = set()
    for page in real_site.glob("*/*/index.html"):
        read = html.parse(str(page), html.HTMLParser(encoding="utf-8"))
        if read.xpath("//meta[@http-equiv='refresh']"):
            continue
        title = read.findtext(".//title")
        assert title not in titles, page
        titles.add(title)
        regions = read.xpath("//*[@role='region']/@aria-label")
        assert len(regions) == len(set(regions)), page
        policy = str(read.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0])
        digests = [hashlib.sha256(str(text).encode()).digest() for text in read.xpath("//script/text()")]
        assert [b64encode(digest).decode() in policy for digest in digests] == [True]


def test_a_list_can_be_walked_from_end_to_end(real_site: Path) -> None:
    page, seen = "/country-profiles/countries/afghanistan/", []
    while page:
        seen.append(page)
        path = page.removeprefix("/country-profiles/") + "index.html"
        page = next(iter(html.parse(str(real_site / path)).xpath("//link[@rel='next']/@href")), "")
    assert len(seen) == len(set(seen)) == len(profiles_of(real_site))


def test_the_figures_of_the_seed_are_on_the_site(real_site: Path) -> None:
    essay = html.parse(str(real_site / "essays/kazakhstan-soft-power/index.html")).getroot().text_content()
    for figure in ("979,781", "91.7", "70.6", "8.3", "29.4", "1142", "122nd", "124", "8,515,000"):
        assert figure in essay, figure


def test_no_label_shows_the_place_of_a_number(real_site: Path) -> None:
    unfilled = re.compile(r"""(?:aria-label|alt|title)="[^"]*\{[a-z_]+\}""")
    for page in real_site.rglob("*.html"):
        assert not unfilled.search(page.read_text("utf-8")), page


def test_the_site_is_light(real_site: Path) -> None:
    """A file more for each country, or a class on each cell, is noticed here; the site has 130 MB at most."""
    sizes = {path: path.stat().st_size for path in real_site.rglob("*") if path.is_file()}
    assert len(sizes) <= 4_400
    assert sum(sizes.values()) <= LIGHT["the site"]
    for name, most in LIGHT.items():
        of_kind = [size for path, size in sizes.items() if path.name == name and path.parent.parent.name == "countries"]
        assert sum(of_kind) <= most, name


OF_DATA = ("data.csv", "data.json", "data.csv-metadata.json", "feed.xml")
ELSEWHERE = {"PYTHONHASHSEED": "77", "TZ": "Asia/Kathmandu", "LC_ALL": "C", "LANG": "tr_TR.UTF-8"}


@pytest.mark.long
def test_the_whole_world_is_the_same_in_other_surroundings(real_project: Path, real_site: Path, tmp_path: Path) -> None:
    """Equal keys are equal bytes, which a sample confirms.

    Of profiles without a commentary one in four is compared: which, changes with the site, so that a few changes come
    by most. What differs on few profiles alone may be missed here. `tests/property/test_surroundings.py` compares every
    byte of a small site.
    """
    project = tmp_path / "with space"
    project.symlink_to(real_project, target_is_directory=True)
    written = (real_site / ".manifest.json").read_bytes()
    part = str(hashlib.sha256(written).digest()[0] % PARTS)
    command = [sys.executable, "-m", "tests.world.build_elsewhere", str(project), part]
    told = subprocess.run(
        command, cwd=REPOSITORY, env={**os.environ, **ELSEWHERE}, check=True, capture_output=True, encoding="utf-8"
    )
    made = [json.loads(line) for line in told.stdout.splitlines()]
    manifest = json.loads(written)["files"]
    assert {path for path, _key, _digest in made} <= manifest.keys()
    left_out = {path for path in manifest if not path.startswith("pagefind/")} - {path for path, _key, _digest in made}
    profiles = {str(Path(path).parent) for path in left_out if path.endswith("/index.html")}
    assert all(profile.startswith("countries/") for profile in profiles)
    assert len(profiles) < len(profiles_of(real_site)) * 3 / 4
    others = [path for path in left_out if str(Path(path).parent) not in profiles or path.endswith(OF_DATA)]
    assert others == []
    assert [path for path, key, digest in made if [key, digest or manifest[path][1]] != manifest[path]] == []
