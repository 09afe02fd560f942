"""A note that no reader would see is named at its line."""

import pytest

from generator.content.markdown.notes import check_notes
from generator.content.markdown.positions import SourceMap
from tests.content.markdown.parsed import parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Text.[^a]\n\n[^a]: A note.\n", []),
        ("Text.[^a1]\n\n[^a1]: A note.[^b]\n\n[^b]: Another.\n", []),
        ("`[^a]`\n\n[^a]: A note.\n", [(3, 1, "Nothing refers to the note 'a'.")]),
        ("Text.[^a]\n\n[^a]: One.\n[^a]: Two.\n", [(4, 1, "There is a note 'a' already.")]),
        ("## Title[^a]\n\n[^a]: A note.\n", [(1, 9, "A heading cannot refer to a note.")]),
        (
            "One.\n\nTwo.[^a]\n{: .drop-if-missing}\n\n[^a]: A note.\n",
            [(3, 5, "A block that may go cannot refer to a note.")],
        ),
        ("```\n[^a]: no note\n```\n", []),
    ],
)
def test_notes_and_their_marks(text: str, expected: list[tuple[int, int, str]]) -> None:
    found = check_notes(SourceMap(text, "content/essays/a.md", 1))
    assert [(d.location.line, d.location.column, d.message) for d in found] == expected


def test_a_note_without_a_mark_is_one_problem() -> None:
    (problem,) = parse("Text.[^a]\n\n[^a]: A note.\n[^unused]: Another.").diagnostics
    assert problem.message == "Nothing refers to the note 'unused'."


def test_a_note_defined_twice_is_one_problem_whatever_its_first_text_holds() -> None:
    first = "[^a]: One [x](https://example.org/)\nand [5](value:population/KAZ@2019).\n\n    And [y](https://example.org/y)."
    (problem,) = parse(f"Text.[^a]\n\n{first}\n\n[^a]: Two.").diagnostics
    assert problem.message == "There is a note 'a' already."


def test_a_reference_in_indented_code_is_answered_with_where_it_may_stand() -> None:
    (problem,) = parse("- a\n\n        [5](value:population/KAZ@2019)").diagnostics
    assert "neither indented as code nor within HTML" in problem.hint
