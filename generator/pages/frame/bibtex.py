"""The BibTeX entry of a page."""

from generator.config import SiteConfig
from generator.urls import canonical

SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "&%$#_"},
}
"""Characters that TeX takes for commands; braces become words, since BibTeX counts them."""

_TABLE = str.maketrans(SPECIAL)


def bibtex_entry(config: SiteConfig, authors: tuple[str, ...], title: str, url: str) -> str:
    """Return the entry; its title keeps its capitals, and an institution stays one name."""
    year = config.edition.year
    fields = {
        "title": f"{{{escape(title)}}}",
        "author": " and ".join(_author(config, name) for name in authors or (config.publisher.name,)),
        "year": str(year),
        "howpublished": escape(config.title),
        "url": canonical(config.base_url, url),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
    return f"@misc{{{_key(url)}-{year},\n{lines}\n}}"


def escape(text: str) -> str:
    """Return a text that TeX prints as it stands."""
    return text.translate(_TABLE)


def _author(config: SiteConfig, name: str) -> str:
    """Return a name; braces keep together what BibTeX would cut at a comma or an `and`."""
    whole = name == config.publisher.name or "," in name or " and " in name
    return f"{{{escape(name)}}}" if whole else escape(name)


def _key(url: str) -> str:
    return "-".join(part for part in url.strip("/").split("/") if part) or "home"
