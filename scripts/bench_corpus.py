"""A seeded corpus of countries that never were: a project of ours, and pages for other generators.

Each country has 40 indicators × 35 years, 12 of them with a chart, and a text of some 300 words with five figures.
"""

from dataclasses import dataclass
from itertools import product
from pathlib import Path
from random import Random
from string import ascii_uppercase

INDICATORS, CHARTS = 40, 12
YEARS = range(1990, 2025)
WORDS = [
    "the",
    "of",
    "and",
    "a",
    "in",
    "to",
    "over",
    "with",
    "its",
    "people",
    "trade",
    "school",
    "coast",
    "river",
    "market",
    "growth",
    "state",
    "law",
    "farm",
    "city",
    "train",
    "ship",
    "song",
    "film",
    "book",
    "coal",
    "wind",
    "light",
    "water",
    "stone",
    "bread",
    "north",
    "south",
    "early",
    "late",
    "small",
    "large",
    "young",
    "old",
    "open",
    "quiet",
    "long",
    "short",
]
SITE = """title: A corpus
description: Countries that never were.
publisher:
  name: Nobody
  repository: https://example.org/corpus
base_url: https://example.org/corpus/
edition: 2026-01-01
reference_year: 2024
profiles: [{codes}]
"""
ORIGIN = """made_up:
  producer: "Nobody"
  title: "Seeded figures"
  vintage: "of 2026"
  year: 2026
  url: "https://example.org/"
  license: "CC0"
  license_url: "https://creativecommons.org/publicdomain/zero/1.0/"
  redistribution: yes
  retrieved_from: "example.org"
  transformation: "None."
"""
INDICATOR = """{name}:
  title: "Measure {number}"
  short_title: "Measure {number}"
  description: "A figure of the corpus, number {number}."
  topic: figures
  unit: {{kind: index, symbol: ""}}
  decimals: 1
  direction: higher_is_better
  kind: official
  origins: [made_up]
  default_status: A
"""
COLUMNS = (
    "code,alpha2,m49,name,slug,official_name,native_names,aliases,capital,region,income_group,income_group_year,"
    "area_km2,languages,currencies,neighbours"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country: its code, figures by indicator and year, a text with a place for each it names."""

    code: str
    figures: tuple[tuple[float, ...], ...]
    text: str

    @property
    def slug(self) -> str:
        """Its part of an address."""
        return f"land-{self.code.lower()}"

    @property
    def name(self) -> str:
        """Its name."""
        return f"Land {self.code.title()}"


def make_corpus(count: int, seed: int = 1) -> tuple[Country, ...]:
    """Return as many countries; the same ones for the same seed."""
    chance = Random(seed)  # noqa: S311 - the same corpus on any machine
    codes = ["".join(letters) for letters in product(ascii_uppercase, repeat=3)]
    return tuple(_country(code, chance) for code in sorted(chance.sample(codes, k=count)))


def _country(code: str, chance: Random) -> Country:
    figures = tuple(_series(chance) for _ in range(INDICATORS))
    return Country(code=code, figures=figures, text="\n\n".join(_part(part, chance) for part in range(5)))


def _series(chance: Random) -> tuple[float, ...]:
    value = chance.uniform(20, 80)
    return tuple(value := round(max(1, value + chance.uniform(-1, 1)), 3) for _ in YEARS)


def _part(part: int, chance: Random) -> str:
    """Return a section with a place for the figure that it names, as `{3}`."""
    sentences = (" ".join(chance.choices(WORDS, k=12)).capitalize() + "." for _ in range(5))
    return f"## Part {part} {{{{#part-{part}}}}}\n\n{' '.join(sentences)} Measure {part} was {{{part}}} in 2024."


def name_of(indicator: int) -> str:
    """Return the id of an indicator."""
    return f"measure_{indicator}"


def write_project(corpus: tuple[Country, ...], root: Path) -> None:
    """Write the corpus as a project of ours."""
    codes = ", ".join(country.code for country in corpus)
    names = [name_of(number) for number in range(INDICATORS)]
    catalog = (INDICATOR.format(name=name, number=number) for number, name in enumerate(names))
    _write(root / "site.yaml", SITE.format(codes=codes))
    _write(root / "data/countries.csv", "\n".join((COLUMNS, *map(_row, corpus))) + "\n")
    _write(root / "data/catalog/indicators/all.yaml", "\n".join(catalog))
    _write(root / "data/catalog/origins.yaml", ORIGIN)
    _write(root / "data/catalog/topics.yaml", "figures:\n  title: Figures\n  description: All there are.\n")
    _write(root / "content/profile.yaml", _layout(names))
    _write(root / "content/pages/about.md", "---\ntitle: About\nsummary: A corpus.\n---\n\nWords.\n")
    _write(root / "content/pages/methods.md", "---\ntitle: Methods\nsummary: Chance.\n---\n\nWords.\n")
    for number, name in enumerate(names):
        _write(root / f"data/observations/{name}.csv", _observations(corpus, number))
    for country in corpus:
        _write(root / f"content/countries/{country.slug}.md", _profile(country))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _row(country: Country) -> str:
    region = f"Region {country.code[0]}"
    return f"{country.code},,,{country.name},{country.slug},,,,,{region},,,,,,"


def _layout(names: list[str]) -> str:
    parts = "".join(
        f"  - id: part-{part}\n    title: Part {part}\n    charts:\n"
        + "".join(f"      - {{kind: trend, indicator: {name}}}\n" for name in names[:CHARTS][part::5])
        for part in range(5)
    )
    return f"key_figures: [{', '.join(names[:4])}]\nsections:\n{parts}"


def _observations(corpus: tuple[Country, ...], indicator: int) -> str:
    rows = (
        f"{country.code},{year},{value},A,made_up,\n"
        for country in corpus
        for year, value in zip(YEARS, country.figures[indicator], strict=True)
    )
    return "country,year,value,status,origin,note\n" + "".join(rows)


def _profile(country: Country) -> str:
    figures = (f"[{country.figures[part][-1]}](value:{name_of(part)}@2024)" for part in range(5))
    head = f"---\ncountry: {country.code}\nauthors: [A]\nupdated: 2026-01-01\nsummary: Words.\n---\n\n"
    return f"{head}{country.text.format(*figures)}\n"


def plain_pages(corpus: tuple[Country, ...]) -> dict[str, tuple[str, str]]:
    """Return title and Markdown of pages for any generator: a country's text with a table, and lists."""
    pages = {country.slug: (country.name, _plain_profile(country)) for country in corpus}
    for number in range(INDICATORS):
        rows = "".join(f"| {country.name} | {country.figures[number][-1]} |\n" for country in corpus)
        pages[name_of(number).replace("_", "-")] = (f"Measure {number}", f"| Country | 2024 |\n| --- | --- |\n{rows}")
    return pages


def _plain_profile(country: Country) -> str:
    text = country.text.format(*(str(country.figures[part][-1]) for part in range(5)))
    for part in range(5):
        text = text.replace(f" {{#part-{part}}}", "")
    rows = "".join(f"| Measure {number} | {series[-1]} |\n" for number, series in enumerate(country.figures))
    return f"{text}\n\n## All figures\n\n| Figure | 2024 |\n| --- | --- |\n{rows}"
