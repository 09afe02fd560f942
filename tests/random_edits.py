"""Edits of every kind of a project of three countries, its site, its caches and the program's code.

Each takes what it changes from a source of chance, so that a seed names a sequence.
"""

import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from generator.sources.folders import PROJECT
from tests.changes import own_template


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where edits happen: a project, the copy of the program that builds it, room to put things aside."""

    root: Path
    program: Path
    aside: Path


Edit = Callable[[Place, Random], object]

ESSAY = """---
title: Essay {number}
date: 2026-01-{number:02}
authors: [A]
countries: [{country}]
summary: A test.
---

[About](../pages/about.md). [A link](country:UZB), […](value:population) in […](rank:life_expectancy/KGZ).
{more}"""
SENTENCES = (
    "One more sentence.",
    "Of them […](value:internet_users/KAZ) were online.",
    "![More and more](chart:internet_users/KAZ?compare=KGZ)",
    "[Its visitors](indicator:visitor_arrivals) were […](value:visitor_arrivals/KGZ@2019).",
    "It [rose](trend:population/KAZ?years=2000..2019) and *rose*.[^{number}]\n\n[^{number}]: A note.",
    "[5](value:population/KAZ@2019)",  # wrong, until it is undone
    "See [below](#nowhere).",  # likewise
)
NARRATIVE = """sections:
  people:
    - {{indicator: life_expectancy, noun: {noun} at birth, unit: years}}
"""


def reworded(files: str, pattern: str, *, of_program: bool = False) -> Edit:
    """Return an edit that gives a word, the group of a random place where a pattern fits, another length."""

    def edit(place: Place, chance: Random) -> None:
        paths = sorted((place.program if of_program else place.root).glob(files))
        places = [
            (path, found) for path in paths for found in re.finditer(pattern, path.read_text("utf-8"), re.MULTILINE)
        ]
        path, found = chance.choice(places)
        word = found[1][:-1] if found[1].endswith("ss") else f"{found[1]}s"
        text = path.read_text("utf-8")
        path.write_text(text[: found.start(1)] + word + text[found.end(1) :], "utf-8")

    return edit


def sentence(place: Place, chance: Random) -> None:
    path = chance.choice(sorted(place.root.glob("content/*/*.md")))
    text = chance.choice(SENTENCES).format(number=chance.randrange(1000))
    path.write_text(f"{path.read_text('utf-8')}\n{text}\n", "utf-8")


def essay(place: Place, chance: Random) -> None:
    number = chance.randint(1, 9)
    country = chance.choice(("KAZ", "KGZ", "UZB"))
    text = ESSAY.format(number=number, country=country, more="More.\n" * chance.randrange(2))
    (place.root / f"content/essays/essay-{number}.md").write_text(text, "utf-8")


def essay_gone(place: Place, chance: Random) -> None:
    if essays := sorted(place.root.glob("content/essays/essay-*.md")):
        chance.choice(essays).unlink()


def essay_renamed(place: Place, chance: Random) -> None:
    if essays := sorted(place.root.glob("content/essays/essay-*.md")):
        path = chance.choice(essays)
        path.rename(path.with_name(f"essay-{chance.randint(1, 9)}.md"))


def value(place: Place, chance: Random) -> None:
    """Change a digit of a figure and, now and then, give the file its old time."""
    path = chance.choice(sorted(place.root.glob("data/observations/*.csv")))
    before = path.stat()
    lines = path.read_text("utf-8").splitlines()
    at = chance.randrange(1, len(lines))
    cells = lines[at].split(",")
    cells[2] = re.sub(r"\d(?=\D*$)", lambda digit: str((int(digit[0]) + 1) % 10), cells[2])
    lines[at] = ",".join(cells)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    if chance.random() < 1 / 4:
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def row_gone(place: Place, chance: Random) -> None:
    path = chance.choice(sorted(place.root.glob("data/observations/*.csv")))
    lines = path.read_text("utf-8").splitlines(keepends=True)
    del lines[chance.randrange(1, len(lines))]
    path.write_text("".join(lines), "utf-8")


def cell(column: int, *texts: str) -> Edit:
    """Return an edit that gives a cell of a row of observations one of some texts."""

    def edit(place: Place, chance: Random) -> None:
        path = chance.choice(sorted(place.root.glob("data/observations/*.csv")))
        lines = path.read_text("utf-8").splitlines()
        at = chance.randrange(1, len(lines))
        cells = lines[at].split(",")
        cells[column] = chance.choice(texts)
        lines[at] = ",".join(cells)
        path.write_text("\n".join(lines) + "\n", "utf-8")

    return edit


def origins(place: Place, chance: Random) -> None:
    """Let an indicator have another origin, and its rows with it, or a second one."""
    known = re.findall(r"^(\w+):$", (place.root / "data/catalog/origins.yaml").read_text("utf-8"), re.MULTILINE)
    catalog = chance.choice(sorted(place.root.glob("data/catalog/indicators/*.yaml")))
    text, new = catalog.read_text("utf-8"), chance.choice(known)
    entry = chance.choice(list(re.finditer(r"^(\w+):\n(?:  .*\n)*?  origins: \[(\w+)(.*)\]", text, re.MULTILINE)))
    more = entry[3] or f", {chance.choice(known)}"
    catalog.write_text(f"{text[: entry.start(2)]}{new}{more}{text[entry.end(3) :]}", "utf-8")
    rows = place.root / f"data/observations/{entry[1]}.csv"
    if rows.exists():
        rows.write_text(rows.read_text("utf-8").replace(f",{entry[2]},", f",{new},"), "utf-8")


def goalpost(place: Place, chance: Random) -> None:
    """Let the scale of an index end elsewhere."""
    path = chance.choice(sorted(place.root.glob("data/indices/*.yaml")))
    found = re.sub(r"high: 8\d", f"high: 8{chance.randrange(5, 10)}", path.read_text("utf-8"))
    path.write_text(found, "utf-8")


def narrative(place: Place, chance: Random) -> None:
    path = place.root / "content/narrative.yaml"
    noun = chance.choice(("life expectancy", "length of life", ""))
    path.write_text(NARRATIVE.format(noun=noun), "utf-8") if noun else path.unlink(missing_ok=True)


def layout(place: Place, chance: Random) -> None:
    path = place.root / "content/profile.yaml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    charts = [at for at, line in enumerate(lines) if "{kind: trend" in line]
    one, other = chance.choices(charts, k=2)
    lines[one], lines[other] = lines[other], lines[one]
    path.write_text("".join(lines), "utf-8")


def key_figures(place: Place, chance: Random) -> None:
    path = place.root / "content/profile.yaml"
    figures = ["population", "gdp_per_head_ppp", "life_expectancy", "visitor_arrivals"]
    chosen = ", ".join(chance.sample(figures, k=chance.randint(2, 4)))
    path.write_text(re.sub(r"key_figures: .*", f"key_figures: [{chosen}]", path.read_text("utf-8")), "utf-8")


def story(place: Place, chance: Random) -> None:
    """Choose the essay that leads the front page, or none."""
    path = place.root / "site.yaml"
    essays = [f"story: {essay.stem}\n" for essay in sorted(place.root.glob("content/essays/*.md"))]
    chosen = chance.choice(["", *essays])
    path.write_text(re.sub(r"story: .*\n", "", path.read_text("utf-8")).rstrip("\n") + f"\n{chosen}", "utf-8")


def decimals(place: Place, chance: Random) -> None:
    """Let an indicator have more or fewer decimals."""
    path = chance.choice(sorted(place.root.glob("data/catalog/indicators/*.yaml")))
    text = path.read_text("utf-8")
    found = chance.choice(list(re.finditer(r"decimals: (\d)", text)))
    path.write_text(f"{text[: found.start(1)]}{chance.randrange(4)}{text[found.end(1) :]}", "utf-8")


def template(place: Place, chance: Random) -> None:
    name = chance.choice(("templates/base.html", "templates/home.html", "templates/country.html"))
    path = own_template(place.root, name)
    text = path.read_text("utf-8")
    end = "</body>" if name.endswith("base.html") else "{% endblock %}"
    head, _end, tail = text.rpartition(end)
    path.write_text(f"{head}<p>Part {chance.randrange(1000)}</p>{end}{tail}", "utf-8")


def template_gone(place: Place, chance: Random) -> None:
    if own := sorted(place.root.glob("templates/*.html")):
        chance.choice(own).unlink()


def style(place: Place, chance: Random) -> None:
    path = place.root / "templates/styles/own.css"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"main{{order:{chance.randrange(9)}}}\n", "utf-8")


def static(place: Place, chance: Random) -> None:
    path = place.root / f"static/notes/{chance.randrange(3)}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink() if path.exists() else path.write_text(f"{chance.random()}", "utf-8")


def remark_in_code(place: Place, chance: Random) -> None:
    path = chance.choice(sorted((place.program / "generator").rglob("*.py")))
    path.write_text(f"{path.read_text('utf-8')}# {chance.random()}\n", "utf-8")


def undo(place: Place, _chance: Random) -> None:
    """Bring back the sources of the last site, with their times."""
    for part in PROJECT:
        shutil.rmtree(place.root / part, ignore_errors=True)
        if (place.aside / part).is_dir():
            shutil.copytree(place.aside / part, place.root / part)
    shutil.copy2(place.aside / "site.yaml", place.root)


EDITS: dict[str, Edit] = {
    "a sentence": sentence,
    "a word": reworded("content/*/*.md", r"\b(figures|sentence|countries|inhabitants|whom|link)\b"),
    "an essay": essay,
    "an essay gone": essay_gone,
    "an essay renamed": essay_renamed,
    "a value": value,
    "a row gone": row_gone,
    "a status": cell(3, *"AEPB"),
    "a note": cell(5, "", "by hand"),
    "origins": origins,
    "a country's name": reworded("data/countries.csv", r"^[A-Z]{3},[^,]*,[^,]*,([^,]*),"),
    "an entry of the catalog": reworded(
        "data/catalog/indicators/*.yaml", r"(?:title|description|symbol): \"[^\"]*?(\w+)\.?\""
    ),
    "decimals": decimals,
    "an origin": reworded("data/catalog/origins.yaml", r"(?:title|name): \"?[^\"\n]*?(\w+)\"?$"),
    "a topic": reworded("data/catalog/topics.yaml", r"title: \"?(\w+)"),
    "a goalpost of an index": goalpost,
    "an index": reworded("data/indices/*.yaml", r"title: Good (\w+)"),
    "the narrative": narrative,
    "the layout": layout,
    "a section": reworded("content/profile.yaml", r"title: (\w+)"),
    "the story": story,
    "key figures": key_figures,
    "the settings": reworded("site.yaml", r"(?:title|description): .*\b(\w+)\.?$"),
    "a template": template,
    "a template gone": template_gone,
    "a style": style,
    "a file to be published": static,
    "a word of the program": reworded("generator/pages/**/*.py", r"\b_\(\"([A-Z][a-z]+)\b(?! *[{\"])", of_program=True),
    "a word of the theme": reworded("templates/**/*.html", r"_\(['\"]([A-Z][a-z]+)\b", of_program=True),
    "a remark in the code": remark_in_code,
    "back": undo,
}
"""What an author, a publisher or a programmer changes."""


def spoilt(place: Place, chance: Random) -> None:
    chance.choice(_files(place.root / "site")).write_text("not ours", "utf-8")


def lost(place: Place, chance: Random) -> None:
    chance.choice(_files(place.root / "site")).unlink()


def stray(place: Place, chance: Random) -> None:
    (place.root / f"site/{chance.randrange(9)}.html").write_text("<!doctype html><title>t</title>", "utf-8")


def _files(site: Path) -> list[Path]:
    return sorted(path for path in site.rglob("*") if path.is_file() and path.name != ".manifest.json")


def truncated(place: Place, chance: Random) -> None:
    path = chance.choice(_caches(place))
    with path.open("r+b") as file:
        file.truncate(chance.randrange(path.stat().st_size))


def flipped(place: Place, chance: Random) -> None:
    """Change some bytes of a cache, as a failing disk does."""
    path = chance.choice(_caches(place))
    data = bytearray(path.read_bytes())
    for _ in range(chance.choice((1, 100))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)


def garbage(place: Place, chance: Random) -> None:
    chance.choice(_caches(place)).write_bytes(chance.randbytes(5000))


def forgotten(place: Place, chance: Random) -> None:
    chance.choice(_caches(place)).unlink()


def all_forgotten(place: Place, _chance: Random) -> None:
    shutil.rmtree(place.root / ".cache")


def of_another_time(place: Place, _chance: Random) -> None:
    """Give the project the caches of an earlier moment, or of another machine."""
    shutil.rmtree(place.root / ".cache")
    shutil.copytree(place.aside / ".cache", place.root / ".cache")


def site_of_another_time(place: Place, _chance: Random) -> None:
    """Give the project the site of an earlier moment under the caches of now."""
    shutil.rmtree(place.root / "site")
    shutil.copytree(place.aside / "site", place.root / "site")


def site_gone(place: Place, _chance: Random) -> None:
    shutil.rmtree(place.root / "site")


def _caches(place: Place) -> list[Path]:
    return sorted(path for path in (place.root / ".cache").iterdir() if path.is_file() and path.stat().st_size)


DAMAGES: dict[str, Edit] = {
    "a page of the site spoilt": spoilt,
    "a file of the site lost": lost,
    "a file more in the site": stray,
    "the site gone": site_gone,
    "a site of another time": site_of_another_time,
    "a cache cut off": truncated,
    "a cache with other bytes": flipped,
    "a cache of garbage": garbage,
    "a cache gone": forgotten,
    "no caches": all_forgotten,
    "caches of another time": of_another_time,
}
"""What happens to a site and to caches without an author."""
