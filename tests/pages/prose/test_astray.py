"""A link to what is no document of this place is answered with what to write for it."""

from pathlib import Path

import pytest

from generator.pages.prose.astray import HOW_TO_LINK
from tests.projects import HEAD, faults

TEXT = "---\ncountry: KAZ\nauthors: [A]\nupdated: 2026-01-01\nsummary: S.\n---\nText.\n"
ESSAY = "---\ntitle: M\nauthors: [A]\ncountries: [KAZ]\ndate: 2026-01-01\nsummary: S.\n---\nText.\n"


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("www.example.org/a", "Write https://www.example.org/a"),
        ("/countries/kazakhstan/", "Write ../countries/kazakhstan.md"),
        ("/essays/first-essay", "Write ../essays/first-essay.md"),
        ("/countries/uzbekistan/", "Write country:UZB"),
        ("../countries/uzbekistan.md", "Write country:UZB"),
        ("../essay/first-esay.md", "Did you mean '../essays/first-essay.md'?"),
        ("../countries/Uzbekistan", "Write country:UZB"),
        ("../pages/first-esay.md", "Did you mean '../essays/first-essay.md'?"),
        ("../essays/methodes.md", "Did you mean '../essays/methods-2.md'?"),
        ("../pages/contact.md", HOW_TO_LINK),
        ("../countries/pakistan.md", HOW_TO_LINK),
        ("/nowhere/", HOW_TO_LINK),
    ],
)
def test_what_a_link_means_is_told(starter: Path, tmp_path: Path, address: str, hint: str) -> None:
    body = f"{HEAD}A [link]({address}).\n"
    texts = {"content/countries/kazakhstan.md": TEXT, "content/essays/methods-2.md": ESSAY}
    found = faults(starter, tmp_path, {**texts, "content/pages/methods.md": body})
    assert [(each.rule.value, each.hint) for each in found] == [("link-broken", hint)]
