"""The index of the country finder: a JSON file fetched when a reader uses the field."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from string import capwords
from unicodedata import category, normalize

from generator.data.countries import Country
from generator.data.dataset import Dataset
from generator.output import Output
from generator.sources.entities import COUNTRIES, EntityKind


def plan_finder_index(countries: Sequence[Sequence[str]]) -> Output:
    """Return the index, `assets/countries.1a2b3c4d.json`: for each country its name, slug and other names."""
    text = json.dumps(countries, ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Output(path=f"assets/countries.{digest[:8]}.json", key=digest, render=text.encode)


Names = tuple[str, ...]
"""A country's names: name, slug, others: `("Türkiye", "turkiye", "TUR", "TR", "Turkey")`."""


LEAST_LETTERS = 4
"""A name has at least as many letters to be looked for within another."""


def plan_finder(dataset: Dataset) -> tuple[Names, ...]:
    """Return the names of every profiled country, without names that contain a shorter one."""
    return tuple(_names(dataset.countries[code], dataset.entities) for code in dataset.pages)


def _names(country: Country, kind: EntityKind = COUNTRIES) -> Names:
    exact = tuple(filter(None, (country.code, country.alpha2, country.official_name)))
    spellings = [fold(country.name), *map(fold, exact)]
    aliases: list[str] = []
    for name in sorted(_others(country), key=len):
        plain = fold(name)
        if plain and plain not in spellings and not _covered(plain, spellings):
            spellings.append(plain)
            aliases.append(capwords(name) if name.islower() else name)
    return (country.name, _way(country, kind), *(name for name in exact if name != country.name), *aliases)


def _way(country: Country, kind: EntityKind) -> str:
    """Return the way from the list to a page: `kazakhstan`, to a part's `../regions/almaty`."""
    return country.slug if country.path == kind.path else f"../{country.path}/{country.slug}"


def _others(country: Country) -> Iterator[str]:
    yield from (name for _language, name in country.native_names)
    yield from country.aliases


def _covered(plain: str, spellings: Iterable[str]) -> bool:
    """Return whether a shorter name is part of this one, so that typing this one finds it too."""
    return any(len(name) >= LEAST_LETTERS and f" {name} " in f" {plain} " for name in spellings)


def fold(name: str) -> str:
    """Return a name without case, marks and punctuation: `Türkiye` is `turkiye`."""
    plain = "".join(letter for letter in normalize("NFKD", name) if not category(letter).startswith("M"))
    return re.sub(r"[\W_]+", " ", re.sub("['’ʻʼ‘.]", "", plain)).casefold().strip()
