"""Footnotes bear letters: numbers are those of sources, `[1]`, and of the notes on figures."""

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

ALPHABET = "abcdefghijklmnopqrstuvwxyz"


class LetteredFootnotes(Treeprocessor):
    """A letter for each footnote where Python-Markdown has a number; style sheets letter the list."""

    def run(self, root: Element) -> None:
        """Walk the tree once."""
        for link in root.iter("a"):
            if link.get("class") == "footnote-ref" and link.text:
                link.text = letter(int(link.text))


def letter(number: int) -> str:
    """Return a number as a list with letters writes it: a to z, then aa, ab and so on."""
    text = ""
    while number:
        number, at = divmod(number - 1, len(ALPHABET))
        text = ALPHABET[at] + text
    return text
