"""Where a problem ends: past the text of its link, in every place a link may stand.

Editors read it in JSON.
"""

import json

import pytest

from generator.content.markdown.parse import parse_markdown
from generator.content.markdown.positions import SourceMap
from generator.content.references import Reference
from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.sources.files import Sources
from generator.terminal.report import Format, render_diagnostics


@pytest.mark.parametrize(
    ("text", "line", "column", "end"),
    [
        ("Of [20 million](value:population/KAZ) people.", 5, 4, (5, 16)),
        ("| a |\n| --- |\n| [20](value:population/KAZ) |", 7, 3, (7, 7)),
        ("> - [20\n> million](value:population/KAZ)", 5, 5, (6, 11)),
        ("\U0001d4b3 […](value:population/KAZ)", 5, 3, (5, 6)),
        ("\t[…](value:population/KAZ)".replace("\t", "a\t"), 5, 3, (5, 6)),
        ("![a chart](chart:population/KAZ)", 5, 1, (5, 11)),
    ],
)
def test_a_reference_ends_after_its_text(text: str, line: int, column: int, end: tuple[int, int]) -> None:
    parsed = parse_markdown(SourceMap(text, "content/essays/a.md", 5))
    (found,) = [part for section in parsed.sections for part in section.parts if isinstance(part, Reference)]
    assert (found.location.line, found.location.column, found.location.end) == (line, column, end)


REFERENCE = "[20 million](\n{before}value:population/KAZ)"


@pytest.mark.parametrize("before", ["", "  ", "<", " \t"])
def test_an_address_may_stand_below_its_text(before: str) -> None:
    text = REFERENCE.format(before=before).replace("KAZ)", "KAZ>)" if before == "<" else "KAZ)")
    assert [reference.target for reference in references(text)] == ["population"]


@pytest.mark.parametrize("before", ["> ", ">", "  > ", "> > "])
def test_an_address_may_stand_below_its_text_in_a_quotation(before: str) -> None:
    quoted = before + REFERENCE.format(before=before)
    assert [reference.target for reference in references(quoted)] == ["population"]


def test_an_address_in_a_quotation_that_nothing_closes_is_told() -> None:
    parsed = parse_markdown(SourceMap("> [20 million](\n> value:population/KAZ", "a.md", 1))
    assert [each.rule for each in parsed.diagnostics] == [Rule.REFERENCE_SYNTAX]


@pytest.mark.parametrize(
    ("block", "element"),
    [
        ("\n> a", "blockquote"),
        ("\n\n> a", "blockquote"),
        ("\n## a", "h2"),
        ("\n\n## a", "h2"),
        ("\n- a\n- b", "ul"),
        ("\n1. a\n2. b", "ol"),
        ("\n```\na\n```", "pre"),
        ("\n<div>a</div>", "div"),
    ],
)
@pytest.mark.parametrize("opening", ["a [b](", "[a](", "[a]( "])
def test_a_block_below_a_link_that_nothing_closes_is_a_block(opening: str, block: str, element: str) -> None:
    parsed = parse_markdown(SourceMap(opening + block, "a.md", 1))
    assert f"<{element}" in "".join(
        f"<h2>{section.title}" * bool(section.title) + "".join(map(str, section.parts)) for section in parsed.sections
    )


def test_a_definition_below_a_link_that_nothing_closes_is_a_definition() -> None:
    assert [reference.target for reference in references("[a](\n[b]: /c\n\n[b]")] == ["/c"]


def references(text: str) -> list[Reference]:
    parsed = parse_markdown(SourceMap(text, "a.md", 1))
    assert parsed.diagnostics == ()
    return [part for section in parsed.sections for part in section.parts if isinstance(part, Reference)]


def problem(end: tuple[int, int] | None) -> Diagnostic:
    return Diagnostic(
        rule=Rule.CLAIM_DISAGREES, location=Location(path="a.md", line=2, column=3, end=end), message="No."
    )


def told(end: tuple[int, int] | None) -> dict[str, object]:
    return dict(json.loads(render_diagnostics([problem(end)], Sources(files={}), Format.JSON))[0])


def test_json_tells_the_end_where_it_is_known() -> None:
    ended = told((2, 9))
    assert (ended["end_line"], ended["end_column"]) == (2, 9)
    assert "end_line" not in told(None)


def test_the_end_is_no_part_of_what_a_place_is() -> None:
    assert problem((2, 9)) == problem(None)
