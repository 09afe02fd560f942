"""Authors' HTML as a page shows it: tables in boxes that scroll, named ways back from notes."""

import re
from itertools import count

from generator.messages import gettext

_BACK = re.compile(r'(<a class="footnote-backref" href="[^"]*") title=')


class ProseHtml:
    """Completes the HTML of one page's texts; its tables are numbered in reading order."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def complete(self, html: str) -> str:
        """Return a piece of sanitised HTML, which may end within a table, completed for its page.

        `<table>…</table>` becomes `<div class="scroll" tabindex="0" role="region" aria-label="Table 1"><table>…</table></div>`.
        """
        named = _BACK.sub(r"\1 aria-label=", html)
        return re.sub(r"<table\b", self._box, named).replace("</table>", "</table></div>")

    def _box(self, _table: re.Match[str]) -> str:
        name = gettext("Table {number}").format(number=next(self._numbers))
        return f'<div class="scroll" tabindex="0" role="region" aria-label="{name}"><table'
