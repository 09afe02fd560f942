"""A link to what is no document of this place is answered with what to write for it."""

from pathlib import Path

import pytest

from tests.projects import HEAD, faults

TEXT = "---\ncountry: KAZ\nauthors: [A]\nupdated: 2026-01-01\nsummary: S.\n---\nText.\n"


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("www.example.org/a", "Write https://www.example.org/a"),
        ("/countries/kazakhstan/", "Write ../countries/kazakhstan.md"),
        ("/essays/first-essay", "Write ../essays/first-essay.md"),
        ("/countries/uzbekistan/", "Write country:UZB"),
        ("../countries/uzbekistan.md", "Write country:UZB"),
        ("../essay/first-esay.md", "Did you mean '../essays/first-essay.md'?"),
        ("/nowhere/", "Write the path from this file to the other, as in ../essays/name.md#heading."),
    ],
)
def test_what_a_link_means_is_told(starter: Path, tmp_path: Path, address: str, hint: str) -> None:
    body = f"{HEAD}A [link]({address}).\n"
    found = faults(starter, tmp_path, {"content/countries/kazakhstan.md": TEXT, "content/pages/methods.md": body})
    assert [(each.rule.value, each.hint) for each in found] == [("link-broken", hint)]
