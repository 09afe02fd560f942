"""Everything a reader sees comes from the catalogue."""

import re
import subprocess
from pathlib import Path

import pytest

from generator.messages import OF_COUNTRIES, Wording, article_of, gettext, ngettext, speak, translations
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


OBLASTS = Wording(one="oblast", many="oblasts", article="an", area="area", areas="areas", whole="Northland")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Find a country", "Find an oblast"),
        ("Countries found: {count}", "Oblasts found: {count}"),
        ("Map: {country}, {region}", "Map: {country}, {region}"),
        ("a country’s difference from a region", "an oblast’s difference from an area"),
        ("All by region", "All by area"),
        ("{title} around the world", "{title} across Northland"),
        ("The world", "Northland"),
        ("Codes are in data/countries.csv.", "Codes are in data/countries.csv."),
        ("the column 'country' is missing", "the column 'country' is missing"),
        ("country,year,value", "country,year,value"),
        ("Accounts", "Accounts"),
    ],
)
def test_a_string_speaks_of_what_the_site_has(text: str, said: str) -> None:
    speak(OBLASTS)
    try:
        assert gettext(text) == said
    finally:
        speak(OF_COUNTRIES)
    assert gettext(text) == text


def test_an_article_goes_by_the_first_sound() -> None:
    words = ("oblast", "island", "region", "union council", "unitary authority", "county", "Euregio")
    assert [article_of(word) for word in words] == ["an", "an", "a", "a", "a", "a", "a"]


def test_english_is_its_own_source() -> None:
    assert gettext("Sources") == "Sources"
    assert [ngettext("{count} line", "{count} lines", n) for n in (1, 2)] == ["{count} line", "{count} lines"]
    assert translations("xx").gettext("Sources") == "Sources"
