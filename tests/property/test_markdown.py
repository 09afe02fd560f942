"""A document without references is Python-Markdown's own, sanitised.

Code is never read as anything else.
"""

import re
from html import escape

from hypothesis import assume, example, given
from hypothesis import strategies as st

from generator.content.checks.editorial import check_prose
from generator.content.documents import DocumentKind, DocumentSection
from generator.content.markdown.code import blank_code
from generator.content.markdown.limits import find_limit
from generator.content.markdown.parse import parse_markdown, plain_markdown
from generator.content.markdown.positions import PRIVATE, SourceMap
from generator.content.markdown.sanitise import sanitise
from tests.content.markdown.parsed import parse

PLAIN = st.text(alphabet='ab1 *_`.:|~+\n>&\u00e9\u049b\\"!()[]', max_size=120)
MARKUP = st.text(alphabet="ab \n`~\\[](): ", max_size=80)


def words(html: str) -> list[str]:
    """Return words and tags; space before the end of an element says nothing."""
    return html.replace("</", " </").split()


@given(PLAIN)
@example("](\n")
@example("](\n>a")
@example("](\n: ")
@example("[:]:")
@example("](\n[]::")
@example("*]( *")
@example("|\n:|")
@example(">\n+")  # the layout makes `-` of `+`, and Python-Markdown a heading of that
def test_without_references_it_is_markdowns_own(text: str) -> None:
    parsed = parse_markdown(SourceMap(text, "x.md", 1))
    parts = [part for section in parsed.sections for part in section.parts]
    assume(not parsed.diagnostics and all(isinstance(part, str) for part in parts))
    ours = "".join(heading(section) + "".join(map(str, section.parts)) for section in parsed.sections)
    theirs = sanitise(plain_markdown().convert(text))
    assert words(ALIGNED.sub("", ours)) == words(HEADING.sub(plain, theirs))


ALIGNED = re.compile(r' class="align-(?:right|center)"')
"""Cells of tables have a class of ours where Python-Markdown has a style, which is taken away."""
HEADING = re.compile(r"(<h2[^>]*>)(.*?)(</h2>)", re.DOTALL)


def heading(section: DocumentSection) -> str:
    """Return the heading of a section as Python-Markdown has it, or nothing."""
    return f'<h2 id="{section.id}">{escape(section.title, quote=False)}</h2>' if section.title else ""


def plain(found: re.Match[str]) -> str:
    """Return a heading without the elements in it, which a title does not have."""
    return found[1] + re.sub(r"<[^>]+>", "", found[2]) + found[3]


COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
PIECES = st.sampled_from(
    [
        "[{n}.5 million](value:a{n})",
        "[{n}.5 million][a{n}]",
        "[{n}.5 million][]",
        "[a{n}]",
        "\n[a{n}]: value:a{n}\n",
        "\n[a{n}]: value:b{n} '{n}.5 %'\n",
        "![{n}.5 million](chart:a{n})",
        "`[{n}.5 million](value:a{n})`",
        '[{n}.5 million](value:a{n} "x|y")',
        "[{n}.5 million](value:a{n}",
        "[{n}.5 million] (value:a{n})",
        "{n}.5 million",
        "[^{n}.5]",
        "\n[^{n}.5]: [{n}.5 %](value:a{n})\n",
        *(
            "|",
            "\n",
            "\n\n",
            "\n|---|---|\n",
            "\n```\n",
            "`",
            "\n- ",
            "\n    ",
            "> ",
            "<!--",
            "-->",
            "<",
            "\\",
            "[",
            "]",
            "*",
            " x ",
        ),
    ]
)


@given(st.lists(PIECES, max_size=12))
@example(["[{n}.5 million](value:a{n}", "\n|---|---|\n", '[{n}.5 million](value:a{n} "x|y")'])
@example(["{n}.5 million", "\n[a{n}]: value:a{n}\n", "[^{n}.5]", "[{n}.5 million] (value:a{n})"])
def test_every_address_and_figure_is_bound_or_code_or_told(pieces: list[str]) -> None:
    text = "".join(piece.format(n=70 + at) for at, piece in enumerate(pieces))
    source_map = SourceMap(text, "x.md", 1)
    parsed = parse_markdown(source_map)
    assume(not find_limit(source_map))
    told = {each.location.line for each in (*parsed.diagnostics, *check_prose(source_map, DocumentKind.ESSAY, parsed))}
    assume("markup-unclosed" not in {each.rule.value for each in parsed.diagnostics})
    hints = " ".join(each.hint for each in parsed.diagnostics)
    said = " ".join(each.message for each in parsed.diagnostics)
    references = [reference for section in parsed.sections for reference in section.references]
    bound = {reference.target for reference in references}
    read = " ".join(f"{each.text} {each.title}" for each in references)
    source = COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), source_map.without_code)
    for found in re.finditer(r"(?:value|chart):([ab](\d+))|((\d+)\.5) (?:million|%)", source):
        line = text.count("\n", 0, found.start()) + 1
        # an address that nothing closes goes on in the lines below, and is told and quoted where it begins
        is_told = (
            line in told
            or found[0] in said
            or (line - 1 in told and "](value:" in text.split("\n")[line - 2])
            or f"[a{found[2] or found[4]}]?" in hints
        )
        assert is_told or (found[1] in bound if found[1] else found[3] in read)


@given(MARKUP)
def test_blanking_keeps_offsets_and_what_is_no_code(text: str) -> None:
    blanked = blank_code(text)
    assert len(blanked) == len(text)
    assert all(new in {old, " "} for old, new in zip(text, blanked, strict=True))
    assert [m.start() for m in re.finditer("\n", blanked)] == [m.start() for m in re.finditer("\n", text)]
    assert "`" in text or "~" in text or blanked == text


@given(MARKUP)
def test_any_text_is_read_without_a_fault_of_ours(text: str) -> None:
    source_map = SourceMap(text, "x.md", 5)
    parsed = parse_markdown(source_map)
    lines = text.split("\n")
    for problem in parsed.diagnostics:
        assert 5 <= problem.location.line < 5 + len(lines)
        assert 1 <= problem.location.column <= len(lines[problem.location.line - 5]) + 1


@given(st.text(alphabet="\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007\uf8ff0123[](): ab\n", max_size=80))
def test_our_private_marks_cannot_be_typed(text: str) -> None:
    assert parse(text).sections == parse(PRIVATE.sub("", text)).sections
