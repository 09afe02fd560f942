"""Footnotes bear letters: numbers are those of sources, `[1]`, and of the notes on figures."""

import re
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from generator.messages import gettext

ALPHABET = "abcdefghijklmnopqrstuvwxyz"


class LetteredFootnotes(Treeprocessor):
    """A letter for each footnote where Python-Markdown has a number; style sheets letter the list.

    The way back from a note names it: `Back to note b in the text`, with `(2)` for a second mark of one note.
    """

    def run(self, root: Element) -> None:
        """Walk the tree once."""
        for link in root.iter("a"):
            if link.get("class") == "footnote-ref" and link.text:
                link.text = letter(int(link.text))
            elif link.get("class") == "footnote-backref":
                link.set("title", _way_back(letter(int(link.get("title", "1"))), link.get("href", "")))


def _way_back(name: str, address: str) -> str:
    """Return the name of a link to `#fnref:id`, or to `#fnref2:id` where a note is marked a second time."""
    found = re.match(r"#fnref(\d+):", address)
    text = gettext("Back to note {letter} in the text").format(letter=name)
    return f"{text} ({found[1]})" if found else text


def letter(number: int) -> str:
    """Return a number as a list with letters writes it: a to z, then aa, ab and so on."""
    text = ""
    while number:
        number, at = divmod(number - 1, len(ALPHABET))
        text = ALPHABET[at] + text
    return text
