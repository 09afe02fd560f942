"""The texts of a new project: its settings, its first pages, and the files around them."""

import json
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from importlib.resources import files

from ruamel.yaml import YAML

from generator import __version__
from generator.formatting import format_number, needed_decimals
from generator.starter.choose import latest
from generator.starter.layout import layout_text
from generator.starter.wish import Wish
from generator.starter.world import World

FILES = files("generator.starter") / "files"
LEAST = 3
"""An index ranks at least as many countries."""

PLACES = {
    "README.md": "README.md",
    "gitattributes": ".gitattributes",
    "gitignore": ".gitignore",
    "pages.yml": ".github/workflows/pages.yml",
    "refresh.yml": ".github/workflows/refresh.yml",
    "requirements.txt": "requirements.txt",
    "settings.json": ".vscode/settings.json",
    "about.md": "content/pages/about.md",
    "methods.md": "content/pages/methods.md",
    "next-steps.md": "content/essays/next-steps.md",
}
"""Where each file of the folder `files` goes; `@NAME@` in one is filled in."""


def project_texts(world: World, wish: Wish, data: Mapping[str, str]) -> dict[str, str]:
    """Return the files of a project besides its data, by path."""
    series = [name for name in wish.indicators if f"data/observations/{name}.csv" in data]
    first = world.countries[wish.countries[0]]
    filled = {
        "TITLE": wish.title,
        "VERSION": __version__,
        "EDITION": _setting(world, "edition"),
        "CODES": ", ".join(wish.countries),
        "CODE": first["code"],
        "NAME": first["name"],
        "SLUG": first["slug"],
        "FIGURE": _figure(world, wish.countries[0], series, data),
        "CHART": _chart(world, first, series, data),
    }
    return {
        "site.yaml": _settings(world, wish),
        "content/profile.yaml": layout_text(world, series),
        **example_index(data),
        **{place: _filled((FILES / name).read_text(encoding="utf-8"), filled) for name, place in PLACES.items()},
    }


def example_index(data: Mapping[str, str]) -> dict[str, str]:
    """Return the example of an index, where three countries have all its figures in its year."""
    text = (FILES / "good-life.yaml").read_text(encoding="utf-8")
    contract = YAML(typ="safe").load(text)
    year = contract["years"][0]
    with_figure = [
        _countries_in(data.get(f"data/observations/{name}.csv", ""), year) for name in contract["indicators"]
    ]
    return {"data/indices/good-life.yaml": text} if len(set.intersection(*with_figure)) >= LEAST else {}


def _countries_in(rows: str, year: int) -> set[str]:
    """Return the countries that have a row of a year."""
    return {row[:3] for row in rows.split("\n") if row[4:8] == str(year)}


def _filled(text: str, values: Mapping[str, str]) -> str:
    return re.sub(r"@([A-Z]+)@", lambda mark: values[mark[1]], text)


def _settings(world: World, wish: Wish) -> str:
    lines = (
        f"title: {json.dumps(wish.title, ensure_ascii=False)}",
        f"description: {json.dumps(f'{wish.title} in figures and commentary.', ensure_ascii=False)}",
        "publisher:",
        "  name: Our institute",
        "  repository: https://github.com/our-institute/country-profiles",
        "base_url: https://our-institute.github.io/country-profiles/",
        f"edition: {_setting(world, 'edition')}",
        f"reference_year: {_setting(world, 'reference_year')}",
        _geometry(world).rstrip("\n"),
        f"profiles: [{', '.join(wish.countries)}]",
    )
    return "\n".join(lines) + "\n"


def _setting(world: World, key: str) -> str:
    return world.text("site.yaml").partition(f"\n{key}: ")[2].partition("\n")[0]


def _geometry(world: World) -> str:
    found = re.search(r"^geometry:\n(?:  .*\n)+", world.text("site.yaml"), flags=re.MULTILINE)
    return found[0] if found else ""


def _figure(world: World, country: str, series: Sequence[str], data: Mapping[str, str]) -> str:
    """Return a sentence with a typed figure that agrees, of the first series that has one of the country."""
    for name in series:
        if found := latest(data[f"data/observations/{name}.csv"], country):
            year, value = found[0], Decimal(found[1])
            figure = format_number(value, needed_decimals(value, _decimals(world, name)))
            return f"[{figure}](value:{name}/{country}@{year})"
    return f'[…](value:{series[0]}/{country} "not available")' if series else ""


def _decimals(world: World, name: str) -> int:
    """Return how many decimals the catalog writes an indicator with."""
    found = re.search(r"^  decimals: ([0-9]+)$", world.indicators[name], flags=re.MULTILINE)
    return int(found[1]) if found else 0


def _chart(world: World, first: Mapping[str, str], series: Sequence[str], data: Mapping[str, str]) -> str:
    """Return a chart of a series that the country has several years of."""
    name = next((each for each in series if data[f"data/observations/{each}.csv"].count(f"\n{first['code']},") > 1), "")
    title = world.indicators[name].partition("  title: ")[2].partition("\n")[0].strip('"') if name else ""
    return f"![{title} in {first['name']}](chart:{name}/{first['code']})" if name else ""
