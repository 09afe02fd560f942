"""A text parsed as an essay."""

from generator.content.markdown.parse import Parsed, parse_markdown
from generator.content.markdown.positions import SourceMap


def parse(text: str) -> Parsed:
    return parse_markdown(SourceMap(text, "content/essays/a.md", 1))
