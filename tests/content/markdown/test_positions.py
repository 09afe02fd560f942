"""Where an address is, below its text too, and where a problem ends: past the text of its link.

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
from tests.content.markdown.parsed import parse

LINKS = [
    ('See [x](\n../pages/methods.md "How").', "../pages/methods.md", "How"),
    ("See [x]( ../a.md ).", "../a.md", ""),
    ('See [x](  ../a.md  "T" ).', "../a.md", "T"),
    ("See [x]( <../a.md> 'T').", "../a.md", "T"),
    ("See [x](\u00a0../a.md).", "../a.md", ""),
    ("See [x](\n<../a.md>).", "../a.md", ""),
    ('See [x](\n#part "T").', "#part", "T"),
    ('![Port](\n../images/port.jpg "C")', "../images/port.jpg", "C"),
    ('> See [x](\n> ../a.md "T").', "../a.md", "T"),
    ("> - See [x](\n>   ../a.md).", "../a.md", ""),
    ("> Had [2.9 million](\n> value:population).", "population", ""),
    ("> See [x](\n> <../a.md>).", "../a.md", ""),
    ("See [x][l].\n\n[l]:\n   ../a.md\n   'T'", "../a.md", "T"),
]
BLOCKS = [
    ("See [x](\n> a", "<p>See [x](</p>\n<blockquote>\n<p>a</p>\n</blockquote>"),
    ("](\n\n> a", "<p>](</p>\n<blockquote>\n<p>a</p>\n</blockquote>"),
    ("See [x](\n### A", '<p>See [x](</p>\n<h3 id="a">A</h3>'),
    ("See [x](\n- a", "<p>See [x](</p>\n<ul>\n<li>a</li>\n</ul>"),
    ("See [x](\n1. a", "<p>See [x](</p>\n<ol>\n<li>a</li>\n</ol>"),
    ("](\n: a", "<dl>\n<dt>](</dt>\n<dd>a</dd>\n</dl>"),
    ("](\n[x]: ../a.md", "<p>](</p>"),
    ("See [x](\n```\na\n```", "<p>See [x](</p>\n<pre><code>a\n</code></pre>"),
    ("](\n", "<p>](</p>"),
    ("](\n\n", "<p>](</p>"),
    ("[:]:", "<p>[:]:</p>"),
]


@pytest.mark.parametrize(("text", "target", "title"), LINKS)
def test_an_address_is_read_behind_blanks_and_on_the_next_line(text: str, target: str, title: str) -> None:
    parsed = parse(text)
    (found,) = [part for section in parsed.sections for part in section.parts if isinstance(part, Reference)]
    assert (found.target, found.title, parsed.diagnostics) == (target, title, ())


@pytest.mark.parametrize(("text", "html"), BLOCKS)
def test_a_block_below_an_open_bracket_stays_one(text: str, html: str) -> None:
    assert ["".join(map(str, section.parts)) for section in parse(text).sections] == [html]


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


def test_an_id_has_no_number_of_a_link() -> None:
    assert parse(r"## About \[a](b) here").anchors == {"about-ab-here"}


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
