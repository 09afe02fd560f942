"""The text of a link that is left empty."""

from pathlib import Path

from tests.projects import HEAD, rendered


def test_a_link_without_words_of_its_own_takes_the_name_of_what_it_leads_to(starter: Path, tmp_path: Path) -> None:
    body = "[…](country:KAZ), [](indicator:population) and […](about.md).\n"
    page = rendered(starter, tmp_path, {"content/pages/methods.md": HEAD + body})
    assert ">Kazakhstan</a>, <a" in page
    assert ">Population</a> and <a" in page
    assert ">About</a>." in page
