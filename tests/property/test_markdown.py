"""A document without references is Python-Markdown's own, sanitised; code is never read as anything else."""

import re

from hypothesis import assume, given
from hypothesis import strategies as st
from markdown import Markdown

from generator.content.markdown.code import blank_code
from generator.content.markdown.parse import EXTENSIONS, SETTINGS, parse_markdown
from generator.content.markdown.positions import PRIVATE, SourceMap
from generator.content.markdown.sanitise import sanitise
from tests.content.markdown.parsed import parse

PLAIN = st.text(alphabet='ab1 *_`.:|~+\n>&\u00e9\u049b\\"!()[]', max_size=120)
MARKUP = st.text(alphabet="ab \n`~\\[](): ", max_size=80)


@given(PLAIN)
def test_without_references_it_is_markdowns_own(text: str) -> None:
    parsed = parse_markdown(SourceMap(text, "x.md", 1))
    parts = [part for section in parsed.sections for part in section.parts]
    assume(not parsed.diagnostics and all(isinstance(part, str) for part in parts))
    ours = "".join(map(str, parts))
    theirs = sanitise(Markdown(extensions=EXTENSIONS, extension_configs=SETTINGS).convert(text))
    assert ours.split() == theirs.split()


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
