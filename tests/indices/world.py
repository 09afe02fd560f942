"""A world of twelve countries in memory, and contracts on it."""

from collections.abc import Mapping

from generator.config import SiteConfig, load_config
from generator.content.layout import ProfileLayout
from generator.content.narrative import Narrative
from generator.data.dataset import Dataset
from generator.data.loading.dataset import load_dataset
from generator.diagnostics import Diagnostic
from generator.indices.engine.compute import Result
from generator.indices.load import load_indices
from generator.memo import Memo
from generator.pages.project import Project
from generator.sources.files import Source, Sources
from tests.projects import KEPT

CODES = ("AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG", "HHH", "III", "JJJ", "KKK", "LLL")
MARK = "‸"
"""Stands before what a diagnostic must point at."""

COUNTRIES = (
    "code,alpha2,m49,name,slug,official_name,native_names,aliases,capital,region,income_group,income_group_year,area_km2,languages,currencies,neighbours\n"
    + "".join(
        f"{code},,,{code.title()},{code.lower()},,,,,{'North' if code < 'GGG' else 'South'},{'High' if code < 'DDD' else 'Low'},,,,,\n"
        for code in CODES
    )
)
SITE = f"""title: A test
description: A test.
publisher: {{name: A publisher, repository: "https://example.org/code"}}
base_url: https://example.org
edition: 2026-01-01
reference_year: 2024
profiles: [{", ".join(CODES)}]
"""
ORIGINS = "".join(
    f"""{name}:
  producer: "A producer"
  title: "A dataset"
  vintage: "of 2025"
  year: 2025
  url: "https://example.org/"
  license: "{licence}"
  license_url: "https://example.org/{name}"
  redistribution: {redistribution}
  retrieved_from: "example.org"
  transformation: "None."
"""
    for name, licence, redistribution in (
        ("open", "CC BY 4.0", "yes"),
        ("alike", "CC BY-SA 4.0", "yes"),
        ("verbatim", "CC BY-ND 4.0", "verbatim"),
    )
)
ROWS: Mapping[str, Mapping[str, tuple[float | None, ...]]] = {
    "open": {
        "rising": tuple(range(1, 13)),
        "falling": tuple(range(12, 0, -1)),
        "mixed": (3, 9, 1, 7, 5, 12, 2, 8, 4, 11, 6, 10),
        "square": tuple(x * x for x in range(1, 13)),
        "same": (5,) * 12,
        "zeros": (0, *range(1, 12)),
        "below": (-2, *range(1, 12)),
        "three": (1, 5, 9),
        "late": (None,) * 9 + (1, 5, 9),
        "tailed": (0,) * 11 + (1,),
        "counted": (4, 2),
    },
    "alike": {"shared": (2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11)},
    "verbatim": {"closed": (2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11)},
}
INDICATOR = """{name}:
  title: "{name}"
  short_title: "{name}"
  description: "A figure."
  topic: people
  unit: {{kind: index, symbol: "points"}}
  decimals: 1
  direction: neutral
  kind: official
  origins: [{origin}]
"""
FILES: Mapping[str, str] = {
    "site.yaml": SITE,
    "data/countries.csv": COUNTRIES,
    "data/groups.yaml": "alliance: {title: Alliance, kind: organisation, members: [AAA, BBB, CCC]}\n",
    "data/catalog/topics.yaml": "people: {title: People, description: Who lives here.}\n",
    "data/catalog/origins.yaml": ORIGINS,
    "data/catalog/indicators/all.yaml": "".join(
        INDICATOR.format(name=name, origin=origin) for origin, series in ROWS.items() for name in series
    ).replace("counted:\n", "counted:\n  counted_from: world_heritage\n"),
    "data/lists/world_heritage.csv": "country,year,number,name,category,shared,origin\n"
    + "".join(f"AAA,2000,{at},Place {at},cultural,no,open\n" for at in range(1, 5))
    + "".join(f"BBB,2000,{at},Place {at},cultural,no,open\n" for at in range(5, 7)),
    **{
        f"data/observations/{name}.csv": "country,year,value,status,origin,note\n"
        + "".join(
            f"{code},2019,{value},A,{origin},\n"
            for code, value in zip(CODES, values, strict=False)
            if value is not None
        )
        for origin, series in ROWS.items()
        for name, values in series.items()
    },
}

HEAD = 'version: "1"\ncountries: profiles\nyears: [2019]\n'


def contract(text: str, name: str = "test", head: str = HEAD) -> str:
    """Return a contract: its own keys, and of the usual ones those that it does not have."""
    own = {line.partition(":")[0].lstrip(MARK) for line in text.splitlines()}
    kept = "".join(f"{line}\n" for line in head.splitlines() if line.partition(":")[0] not in own)
    first = "" if "id" in own else f"id: {name}\n"
    return f"{first}{kept}{text}"


def project(**contracts: str) -> Sources:
    """Return the world with contracts of indices, by id with underscores."""
    written = {f"data/indices/{name.replace('_', '-')}.yaml": text for name, text in contracts.items()}
    files = {**FILES, **written}
    return Sources(files={path: Source(path=path, data=text.encode()) for path, text in files.items()})


def loaded(sources: Sources, memo: Memo | None = None) -> tuple[Dataset, Mapping[str, Result], tuple[Diagnostic, ...]]:
    """Return the dataset with the indices of a project, their working, and what is wrong with them."""
    config, _problems = load_config(sources)
    assert isinstance(config, SiteConfig)
    dataset, problems = load_dataset(sources, config, memo=KEPT)
    assert dataset
    assert not problems
    return load_indices(sources, config, dataset, memo or Memo())


def told(**contracts: str) -> list[tuple[str, str]]:
    """Return rules and places of all that is wrong with contracts on this world."""
    return [(each.rule.value, str(each.location)) for each in loaded(project(**contracts))[2]]


def marked(text: str) -> tuple[str, str]:
    """Return a contract without its mark, and the place where the mark stood."""
    line, column = next((at, row.index(MARK)) for at, row in enumerate(text.split("\n"), 1) if MARK in row)
    return text.replace(MARK, ""), f"data/indices/test.yaml:{line}:{column + 1}"


def site_project(text: str, **others: str) -> Project:
    """Return the project of a contract, and of others as they stand, as pages are planned from it."""
    sources = project(test=contract(text), **others)
    config, _problems = load_config(sources)
    assert isinstance(config, SiteConfig)
    dataset, results, problems = loaded(sources)
    assert problems == (), problems
    layout = ProfileLayout(key_figures=(), scorecard="", sections=())
    return Project(
        config=config, dataset=dataset, documents={}, layout=layout, works={}, narrative=Narrative(), indices=results
    )
