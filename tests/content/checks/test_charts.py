"""Charts that add nothing, blocks that nothing closes, files that nobody reads."""

from pathlib import Path

import pytest

from tests.content.in_project import faults

COUNTRY = "---\ncountry: UZB\nauthors: [A]\nupdated: 2026-01-01\nsummary: S.\n---\n"
NAME = "content/countries/uzbekistan.md"
AGAIN = "Take one of the two away, or draw other years or countries."


def told(starter: Path, tmp_path: Path, body: str) -> list[tuple[int, int, str, str]]:
    found = faults(starter, tmp_path, {NAME: COUNTRY + body})
    return [(d.location.line, d.location.column, d.rule.value, d.hint) for d in found]


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("chart:population?compare=UZB", "Name other countries, or take 'compare' away: its peers stand then."),
        ("chart:population?compare=KAZ,UZB,KGZ", "Write compare=KAZ,KGZ"),
        ("chart:population/KAZ?compare=UZB,KAZ", "Write compare=UZB"),
    ],
)
def test_a_chart_does_not_compare_a_country_with_itself(starter: Path, tmp_path: Path, address: str, hint: str) -> None:
    assert told(starter, tmp_path, f"![It rose]({address})\n") == [(7, 1, "chart-invalid", hint)]


def test_a_chart_of_another_country_may_compare_it_with_the_documents_own(starter: Path, tmp_path: Path) -> None:
    assert told(starter, tmp_path, "![It rose](chart:population/KAZ?compare=UZB)\n") == []


@pytest.mark.parametrize("again", ["chart:population", "chart:population/UZB", "chart:population?kind=trend"])
def test_the_same_chart_twice_in_a_section_is_asked_about(starter: Path, tmp_path: Path, again: str) -> None:
    body = f"![It rose](chart:population)\n\n![So it did]({again})\n"
    assert told(starter, tmp_path, body) == [(9, 1, "chart-repeated", AGAIN)]


@pytest.mark.parametrize("other", ["chart:population?years=2000..2010", "chart:population/KAZ", "chart:internet_users"])
def test_other_charts_are_others(starter: Path, tmp_path: Path, other: str) -> None:
    assert told(starter, tmp_path, f"![It rose](chart:population)\n\n![So it did]({other})\n") == []


def test_a_chart_may_come_again_in_another_section(starter: Path, tmp_path: Path) -> None:
    body = "![It rose](chart:population)\n\n## Economy {#economy}\n\n![It rose](chart:population)\n"
    assert told(starter, tmp_path, body) == []


@pytest.mark.parametrize(
    ("body", "place", "hint"),
    [
        ("Text.\n\n```python\nx = y\n", (9, 1), "Write ``` alone on the line after the block."),
        ("~~~~\nx\n\n```\nx\n```\n", (7, 1), "Write ~~~~ alone on the line after the block."),
        ("```\nx\n```\n\n```\nx\n", (11, 1), "Write ``` alone on the line after the block."),
        ("Text <!-- a note\n\nText.\n", (7, 6), "Write --> at its end."),
    ],
)
def test_what_nothing_closes_is_asked_about(
    starter: Path, tmp_path: Path, body: str, place: tuple[int, int], hint: str
) -> None:
    assert told(starter, tmp_path, body) == [(*place, "markup-unclosed", hint)]


@pytest.mark.parametrize(
    "body",
    [
        "```\n<!-- x\n```\n",
        "```a``` b\n",
        "`<!--` begins a comment.\n",
        "<!-- a\n\nb -->\n\nText.\n",
        "~~~\n```\n~~~\n",
        "<!-- allow markup-unclosed: three signs in a row, as meant -->\n~~~\n\nText.\n",
    ],
)
def test_what_is_closed_or_meant_is_not(starter: Path, tmp_path: Path, body: str) -> None:
    assert told(starter, tmp_path, body) == []


@pytest.mark.parametrize("name", ["notes.txt", "countries/draft.docx", "essays/map.PNG"])
def test_a_file_of_content_that_nobody_reads_is_told(starter: Path, tmp_path: Path, name: str) -> None:
    (problem,) = faults(starter, tmp_path, {f"content/{name}": "Words."})
    assert (problem.location.path, problem.rule.value) == (f"content/{name}", "file-name")
    assert problem.hint.startswith("Endings are .yaml")


@pytest.mark.parametrize("name", ["kazakhstan.md~", "x.md.bak", "Thumbs.db", ".hidden.txt", "4913", "x.md.tmp.12345"])
def test_what_an_editor_or_a_desktop_leaves_is_not(starter: Path, tmp_path: Path, name: str) -> None:
    assert faults(starter, tmp_path, {f"content/countries/{name}": "Words."}) == []
