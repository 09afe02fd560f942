"""Everything a reader sees comes from the catalogue."""

import re
import subprocess
from pathlib import Path

import pytest

from generator.messages import gettext, ngettext, translations
from tests.repository import REPOSITORY

NAMES = {"BibTeX", "CSV", "JSON", "SVG", "PNG"}
"""Words that are the same in every language."""

TEMPLATES = sorted(path for path in (REPOSITORY / "templates").rglob("*.html") if path.name != "example.html")
"""Examples of components have words of their own: no reader of the site sees them."""


def test_the_catalogue_holds_every_string(tmp_path: Path) -> None:
    made = tmp_path / "messages.pot"
    subprocess.run(["sh", str(REPOSITORY / "scripts/extract_messages.sh"), str(made)], check=True)
    kept = REPOSITORY / "generator/locale/messages.pot"
    assert made.read_text(encoding="utf-8") == kept.read_text(encoding="utf-8"), "run `make messages`"


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_a_template_has_no_words_of_its_own(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    jinja = r"\{% trans trimmed %\}.*?\{% endtrans %\}|\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}"
    bare = re.sub(jinja, " ", text, flags=re.DOTALL)
    words = set(re.findall(r"[^\W\d_]{2,}", re.sub(r"<code>[^<]*</code>|<[^>]*>|&\w+;", " ", bare)))
    assert words <= NAMES


def test_english_is_its_own_source() -> None:
    assert gettext("Sources") == "Sources"
    assert [ngettext("{count} line", "{count} lines", n) for n in (1, 2)] == ["{count} line", "{count} lines"]
    assert translations("xx").gettext("Sources") == "Sources"
