"""Metadata of every download: titles, units, origins, licences, citation, meanings."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from generator.config import SiteConfig
from generator.data.catalog import Indicator, Origin
from generator.data.dataset import Dataset
from generator.pages.records.parts import Citation
from generator.urls import canonical, indicator_url

JsonObject = dict[str, object]

CATALOG = "data/catalog.json"
"""The file that has every origin in full."""

SOURCE = frozenset(("producer", "attribution", "vintage", "license", "license_url", "date_accessed"))
"""What stands with figures of an origin wherever they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What the files of data are made of, without the pages."""

    config: SiteConfig
    dataset: Dataset


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Metadata of any file of data: its page, its publisher, and the producers of its figures."""

    page: str
    published: JsonObject
    citation: Citation
    origins: tuple[Origin, ...]
    statuses: Mapping[str, str]

    def record(self) -> JsonObject:
        """All of it, for JSON."""
        return {
            "page": self.page,
            "published": self.published,
            "citation": about_citation(self.citation),
            "origins": {origin.id: about_origin(origin) for origin in self.origins},
            "statuses": dict(self.statuses),
        }

    def in_short(self) -> JsonObject:
        """The same, of each origin what its figures must not be without; `catalog` has the rest of it."""
        origins = {origin.id: _source(origin) for origin in self.origins}
        return {**self.record(), "origins": origins, "catalog": f"{self.published['url']}{CATALOG}"}


def _source(origin: Origin) -> JsonObject:
    """Return who is to be named for an origin, which edition it is, and its licence."""
    return {name: said for name, said in about_origin(origin).items() if name in SOURCE}


def about_site(config: SiteConfig) -> JsonObject:
    """Return the publisher, the edition, and the licence of our own texts."""
    return {
        "site": config.title,
        "publisher": config.publisher.name,
        "url": canonical(config.base_url, "/"),
        "edition": config.edition.isoformat(),
        "license_of_texts": config.licence,
        "about_the_data": canonical(config.base_url, "/data/"),
    }


def about_origin(origin: Origin) -> JsonObject:
    """Return an origin without its unknown fields."""
    facts: JsonObject = {
        "producer": origin.producer,
        "attribution": origin.attribution,
        "title": origin.title,
        "vintage": origin.vintage,
        "year": origin.year,
        "url": origin.url,
        "license": origin.license,
        "license_url": origin.license_url,
        "redistribution": origin.redistribution.value,
        "retrieved_from": origin.retrieved_from,
        "commit": origin.commit,
        "date_accessed": origin.date_accessed.isoformat() if origin.date_accessed else "",
        "transformation": origin.transformation,
        "citation": origin.citation,
    }
    return {name: value for name, value in facts.items() if value not in ("", None)}


def about_indicator(indicator: Indicator, base_url: str) -> JsonObject:
    """Return an indicator's definition, unit and comparability; what does not apply is left out."""
    facts: JsonObject = {
        "title": indicator.title,
        "short_title": indicator.short_title,
        "description": indicator.description,
        "topic": indicator.topic,
        "unit": {key: value for key, value in asdict(indicator.unit).items() if value not in ("", 1)},
        "decimals": indicator.decimals,
        "direction": indicator.direction.value,
        "kind": indicator.kind.value,
        "comparable": indicator.comparable,
        "not_comparable_reason": indicator.not_comparable_reason,
        "zero": indicator.zero,
        "producer_code": indicator.producer_code,
        "origins": list(indicator.origins),
        "note": indicator.note,
        "url": canonical(base_url, indicator_url(indicator.id)),
    }
    return {name: value for name, value in facts.items() if value != ""}


def about_citation(citation: Citation) -> JsonObject:
    """Return how to cite the page a file belongs to, and its data."""
    return {"page": citation.page, "inline": citation.inline, "data": citation.data}
