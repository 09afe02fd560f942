"""A text is told from others before it is read, and read once."""

from generator.memo import Memo
from generator.pages.prose.bind import BoundDocument
from generator.pages.prose.texts import NO_TEXT, LastingTexts, Text
from tests.datasets import dataset


def test_a_text_is_read_once_and_not_before_it_is_needed() -> None:
    read: list[str] = []

    def reading() -> BoundDocument:
        read.append("read")
        return BoundDocument()

    text = Text(name="a digest", read=reading)
    assert (text.name, text.diagnostics, read) == ("a digest", (), [])
    assert text.bound is text.bound
    assert read == ["read"]


def test_texts_of_one_process_last_and_are_told_by_themselves() -> None:
    bound: list[BoundDocument] = []

    def bind() -> BoundDocument:
        bound.append(BoundDocument(summary=("One.",)))
        return bound[-1]

    texts, data = LastingTexts(Memo()), dataset({})
    first, then = (texts.of("a.md", ("a",), data, bind) for _ in range(2))
    assert first.name is then.name is bound[0]
    assert len(bound) == 1
    assert texts.of("a.md", ("b",), data, bind).name is bound[1]
    assert texts.entries() == {}
    assert NO_TEXT.bound == BoundDocument()
