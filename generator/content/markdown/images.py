"""Images whose text has references: a chart's title states figures, which are bound too."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import IMAGE_LINK_RE, ImageInlineProcessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import INLINE_PLACEHOLDER_RE

AFTER_LINKS = 150
"""The place of Python-Markdown's own pattern for images, which this one replaces."""


class Images(ImageInlineProcessor):
    """An inline pattern that keeps links within an image's text as children of the image."""

    def __init__(self, markdown: Markdown) -> None:
        super().__init__(IMAGE_LINK_RE, markdown)

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the library's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        """Return the image with the links of its text."""
        image, start, end = super().handleMatch(m, data)
        inline = self.md.treeprocessors["inline"]
        if isinstance(image, Element) and isinstance(inline, InlineProcessor):
            nodes = inline.stashed_nodes
            linked = (nodes.get(key) for key in INLINE_PLACEHOLDER_RE.findall(data[start:end]))
            image.extend([node for node in linked if isinstance(node, Element) and node.tag == "a"])
        return image, start, end
