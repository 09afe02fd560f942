"""A page that every head links to and that cannot be read is there all the same."""

from pathlib import Path

import pytest

from tests.projects import HEAD, faults

BROKEN = [
    (HEAD + "<<<<<<< HEAD\nText.\n=======\nText.\n>>>>>>> other\n", "merge-conflict"),
    ("---\ntitle: [\n---\n\nText.\n", "yaml-syntax"),
]


@pytest.mark.parametrize(("text", "rule"), BROKEN, ids=[rule for _text, rule in BROKEN])
def test_a_page_that_cannot_be_read_is_not_called_missing(starter: Path, tmp_path: Path, text: str, rule: str) -> None:
    found = faults(starter, tmp_path, {"content/pages/methods.md": text})
    assert [d.rule.value for d in found] == [rule]
