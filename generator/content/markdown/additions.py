"""What Markdown has besides: struck-out words, tasks, alerts, pull quotes, breaks by a backslash."""

import re
from string import punctuation
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockQuoteProcessor
from markdown.inlinepatterns import SimpleTagInlineProcessor, SubstituteTagInlineProcessor
from markdown.treeprocessors import Treeprocessor

from generator.messages import gettext

BEFORE_ESCAPES = 185
AMONG_EMPHASIS = 65
"""Inline patterns run by priority: a line break before escapes, struck-out words beside emphasis."""
AFTER_INLINE = 15
AFTER_ATTRIBUTES = 7
OF_QUOTATIONS = 20
"""The place of Python-Markdown's own reader of quotations, which ours replaces."""
PULL_QUOTE = "pull-quote"
_TASK = re.compile(r"^\s*\[([ xX])\](?=[ \n])")
_BOXES = {" ": "☐", "x": "☑"}
_ALERT = re.compile(r"\s*\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ ]*(?:\n|$)", re.IGNORECASE)


def register_additions(markdown: Markdown) -> None:
    """Let a converter read what GitHub and most editors read."""
    markdown.ESCAPED_CHARS = list(punctuation)
    broken = SubstituteTagInlineProcessor(r"\\\n", "br")
    struck = SimpleTagInlineProcessor(r"(~~)(?![\s~])((?:[^~]|~(?!~))+?)(?<![\s~])~~(?!~)", "del")
    markdown.inlinePatterns.register(broken, "backslash_break", BEFORE_ESCAPES)
    markdown.inlinePatterns.register(struck, "struck", AMONG_EMPHASIS)
    markdown.parser.blockprocessors.register(Quotations(markdown.parser), "quote", OF_QUOTATIONS)
    markdown.treeprocessors.register(TasksAndAlerts(markdown), "tasks_and_alerts", AFTER_INLINE)
    markdown.treeprocessors.register(PullQuotes(markdown), "pull_quotes", AFTER_ATTRIBUTES)


class Quotations(BlockQuoteProcessor):
    """A reader of quotations that keeps apart what an empty line does, as two alerts in a row."""

    def lastChild(self, parent: Element) -> Element | None:  # noqa: ARG002, N802 - the library's name
        """Return no quotation to go on with."""
        return None


class TasksAndAlerts(Treeprocessor):
    """Boxes for `- [ ]` and `- [x]`; `> [!NOTE]` as the admonition that `!!! note` makes."""

    def run(self, root: Element) -> None:
        """Walk the tree once."""
        for element in root.iter():
            if element.tag == "li":
                _tick(element if (element.text or "").strip() or not len(element) else element[0])
            elif element.tag == "blockquote" and len(element) and element[0].tag == "p":
                _alert(element)


def _tick(element: Element) -> None:
    element.text = _TASK.sub(lambda found: _BOXES[found[1].lower()], element.text or "", count=1)


def _alert(quote: Element) -> None:
    paragraph = quote[0]
    found = _ALERT.match(paragraph.text or "")
    if found is None:
        return
    kind = found[1].lower()
    quote.tag = "div"
    quote.set("class", f"admonition {kind}")
    paragraph.text = (paragraph.text or "")[found.end() :]
    if not paragraph.text.strip() and not len(paragraph):
        quote.remove(paragraph)
    title = Element("p", {"class": "admonition-title"})
    title.text = _titles()[kind]
    quote.insert(0, title)


class PullQuotes(Treeprocessor):
    """A mark, `{: .pull-quote}`, for a whole quotation; a last paragraph after a dash says whose it is."""

    def run(self, root: Element) -> None:
        """Walk the tree once."""
        for quote in root.iter("blockquote"):
            if len(quote) and quote[-1].get("class") == PULL_QUOTE:
                quote.set("class", PULL_QUOTE)
                del quote[-1].attrib["class"]
                if len(quote) > 1 and (quote[-1].text or "").lstrip().startswith(("—", "–")):
                    quote[-1].set("class", f"{PULL_QUOTE}__by")


def _titles() -> dict[str, str]:
    return {
        "note": gettext("Note"),
        "tip": gettext("Tip"),
        "important": gettext("Important"),
        "warning": gettext("Warning"),
        "caution": gettext("Caution"),
    }
