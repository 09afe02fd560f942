"""The section of a rule in ``docs/rules.md``, with its wrong and its right example."""

import re
from importlib.resources import files

from generator.rules import Rule

_NEXT = re.compile(r"^## [a-z-]+\n\nSeverity: ", re.MULTILINE)


def explain(rule: Rule) -> str:
    """Return the section of a rule as Markdown, ending with a line break."""
    text = _text()
    start = text.index(f"\n## {rule.value}\n\nSeverity: ") + 1
    following = _NEXT.search(text, start + 1)
    return text[start : following.start() if following else len(text)].rstrip() + "\n"


def _text() -> str:
    """Return the whole document; in a checkout it lies in `docs/`, in a wheel beside this file."""
    packaged = files("generator") / "rules.md"
    file = packaged if packaged.is_file() else files("generator") / ".." / "docs" / "rules.md"
    return file.read_text(encoding="utf-8")
