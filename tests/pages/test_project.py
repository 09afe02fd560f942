"""Countries and their parts in one site: shires and hundreds, which do not exist."""

import re
from functools import cache
from pathlib import Path

from generator.pages.records.page import CountryPage
from generator.prepare import Prepared
from tests.projects import faults, prepared

SHIRES = Path(__file__).parent.parent / "shires"


@cache
def site() -> Prepared:
    return prepared(SHIRES)


def page(url: str) -> CountryPage:
    made = site().site
    assert made is not None
    found = made.page(made.by_url[url])
    assert isinstance(found, CountryPage)
    return found


def html(path: str) -> str:
    return next(o for o in site().outputs if o.path == path).render().decode()


def test_a_country_leads_down_to_its_parts() -> None:
    parts = page("/shires/northshire/").parts
    assert parts is not None
    assert (parts.title, [link.url for link, _reason in parts.links][:2]) == (
        "Hundreds",
        ["/hundreds/first-hundred/", "/hundreds/second-hundred/"],
    )
    assert page("/shires/eastshire/").parts is None


def test_a_part_leads_up_to_its_country() -> None:
    trail = page("/hundreds/first-hundred/").frame.trail
    assert [link.url for link in trail] == ["/", "/shires/", "/shires/northshire/", "/hundreds/first-hundred/"]


def test_parts_are_ranked_and_compared_among_themselves() -> None:
    part = page("/hundreds/first-hundred/")
    assert part.key_figures[0].rank.overall == "1st of 3 in Northshire"
    assert [link.text for link, _reason in part.peers] == ["Second Hundred", "Third Hundred"]
    assert page("/shires/northshire/").key_figures[0].rank.overall == "1st of 5"


def test_each_page_speaks_of_what_it_shows() -> None:
    part, country = html("hundreds/first-hundred/index.html"), html("shires/northshire/index.html")
    assert "Hundred profile" in part
    assert "Shire profile" in country
    assert ">Northshire</a>" in part
    assert "country" not in re.sub(r"<[^>]*>|<script.*?</script>", "", part).lower()


def test_parts_have_lists_data_and_names_to_find() -> None:
    paths = {output.path for output in site().outputs}
    wanted = {"hundreds/index.html", "hundreds/first-hundred/data.csv", "hundreds/first-hundred/feed.xml"}
    assert wanted | {"hundreds/first-hundred/data.json", "data/shires.csv"} <= paths
    finder = next(o for o in site().outputs if o.path.startswith("assets/countries"))
    assert b'"../hundreds/first-hundred"' in finder.render()


def test_what_parents_cannot_be_is_said(tmp_path: Path) -> None:
    text = (SHIRES / "data/countries.csv").read_text("utf-8")
    broken = text.replace("ZZ-N-2,ZZ-N\n", "ZZ-N-2,ZZ-X\n", 1).replace(",ZZ-N-1; ZZ-N-3,ZZ-N", ",ZZ-N-1; ZZ-N-3,ZZ-N-3")
    found = faults(SHIRES, tmp_path, {"data/countries.csv": broken})
    assert sorted(each.message for each in found) == [
        "'ZZ-N-3' is a part itself.",
        "There is no row with the code 'ZZ-X'.",
    ]


def test_a_site_without_parts_has_no_parents(tmp_path: Path) -> None:
    settings = (SHIRES / "site.yaml").read_text("utf-8")
    without = "\n".join(line for line in settings.split("\n") if "parts:" not in line)
    found = faults(SHIRES, tmp_path, {"site.yaml": without})
    assert {each.message for each in found} == {"This site has no parts."}


def test_a_part_needs_the_page_of_its_country(tmp_path: Path) -> None:
    settings = (SHIRES / "site.yaml").read_text("utf-8").replace("ZZ-N, ", "")
    messages = {each.message for each in faults(SHIRES, tmp_path, {"site.yaml": settings})}
    assert "'ZZ-N-1' is a part of Northshire, which has no profile." in messages
