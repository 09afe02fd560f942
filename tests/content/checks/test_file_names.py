"""Documents whose name or front matter is not that of a document, told for what they are."""

from pathlib import Path

from tests.projects import faults

KAZAKHSTAN = "---\ncountry: KAZ\nauthors: [A]\nupdated: 2026-01-01\nsummary: S.\n---\nText.\n"


def told(starter: Path, tmp_path: Path, files: dict[str, str]) -> list[str]:
    return [f"{each.location} {each.message}" for each in faults(starter, tmp_path, files)]


def test_a_second_commentary_is_told_with_the_first(starter: Path, tmp_path: Path) -> None:
    names = ("content/countries/kazakhstan.md", "content/countries/kazakhstan2.md")
    found = told(starter, tmp_path, dict.fromkeys(names, KAZAKHSTAN))
    assert found == [f"{names[1]}:1:1 KAZ has a commentary already: {names[0]}."]


def test_a_commentary_of_another_name_is_to_be_renamed(starter: Path, tmp_path: Path) -> None:
    names = ("content/countries/kazakhstan.md", "content/countries/uzbekistan.md")
    found = told(starter, tmp_path, {names[0]: KAZAKHSTAN.replace("KAZ", "UZB"), names[1]: KAZAKHSTAN})
    expected = ["The file of UZB must be named uzbekistan.md.", "The file of KAZ must be named kazakhstan.md."]
    assert found == [f"{name}:1:1 {message}" for name, message in zip(names, expected, strict=True)]


def test_front_matter_without_an_end_is_told_as_that(starter: Path, tmp_path: Path) -> None:
    path = "content/pages/open.md"
    assert told(starter, tmp_path, {path: "---\ntitle: Open\n\nText.\n"}) == [
        f"{path}:1:1 Nothing closes the front matter."
    ]
    (tmp_path / "bare").mkdir()
    assert told(starter, tmp_path / "bare", {path: "Text.\n"}) == [f"{path}:1:1 There is no front matter."]
