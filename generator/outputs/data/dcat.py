"""`data/catalog.jsonld`: the catalog in DCAT 3, as portals of open data harvest it."""

from collections.abc import Iterable, Iterator, Mapping

from generator.data.catalog import Indicator
from generator.outputs.data.tables import (
    COUNTRIES_LICENCE,
    COUNTRIES_SOURCE,
    countries_file,
    measured_tables,
    origins_used,
)
from generator.pages.downloads.indicator import Measure, Measured, about_files, indicator_used
from generator.pages.downloads.json_series import json_text
from generator.pages.downloads.metadata import JsonObject, Published
from generator.urls import canonical, indicator_url

CONTEXT: JsonObject = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dcterms:spatial": {"@type": "@id"},
    "dcterms:source": {"@type": "@id"},
}
MEDIA = "https://www.iana.org/assignments/media-types/"
SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"


def dcat_text(site: Published, measure: Measure) -> str:
    """Return the catalog: a dataset for each indicator, one of all observations, one of the countries.

    `measure` tells how large the files of indicators are.
    """
    datasets = (*(_indicator(site, i, measure(i)) for i in site.dataset.catalog.indicators.values()), *_whole(site))
    catalog: JsonObject = {
        "@id": _at(site, "/data/#catalog"),
        "@type": "dcat:Catalog",
        "dcterms:title": site.config.title,
        "dcterms:description": site.config.description,
        **_common(site),
        "foaf:homepage": {"@id": _at(site, "/data/")},
        "dcat:themeTaxonomy": {"@id": _at(site, "/topics/")},
        "dcat:dataset": list(datasets),
    }
    topics = [
        {"@id": _at(site, f"/topics/{t.id}/"), "@type": "skos:Concept", "skos:prefLabel": t.title}
        for t in site.dataset.catalog.topics.values()
    ]
    context = {"@base": _at(site, "/data/"), **CONTEXT}
    return json_text({"@context": context, "@graph": [catalog, *topics, *_places(site)]})


def _common(site: Published) -> JsonObject:
    edition = site.config.edition.isoformat()
    return {
        "dcterms:language": site.config.language,
        "dcterms:publisher": {"@type": "foaf:Agent", "foaf:name": site.config.publisher.name},
        "dcterms:modified": {"@value": edition, "@type": "xsd:date"},
        "dcat:version": edition,
    }


def _indicator(site: Published, indicator: Indicator, files: Mapping[str, Measured]) -> JsonObject:
    page, dataset, rows = indicator_url(indicator.id), site.dataset, site.dataset.preferred(indicator.id)
    used = indicator_used(dataset, indicator.id)
    origins = [dataset.catalog.origins[origin] for origin, _i in used]
    licences = [o.license_url for o in origins]
    return {
        **_dataset(site, page, indicator.title, indicator.description),
        "dcat:keyword": [indicator.short_title, dataset.catalog.topics[indicator.topic].title],
        "dcat:theme": {"@id": _at(site, f"/topics/{indicator.topic}/")},
        "dcat:temporalResolution": {"@value": f"P{indicator.frequency}Y", "@type": "xsd:duration"},
        **_temporal(dataset.coverage(indicator.id)),
        "dcterms:spatial": [_place(site, code) for code in (rows.spans if rows else ())],
        "dcterms:bibliographicCitation": about_files(site, indicator.title, page, used).citation.data,
        "dcterms:source": [o.url for o in origins],
        "dcat:distribution": [
            _file(site, f"{page}data.csv", "text/csv", files["data.csv"], licences),
            _file(site, f"{page}data.json", "application/json", files["data.json"], licences),
        ],
    }


def _whole(site: Published) -> Iterator[JsonObject]:
    """Yield the datasets in `data/`."""
    origins = origins_used(site.dataset)
    files = measured_tables(site.dataset)
    yield {
        **_dataset(
            site,
            "/data/all.csv.gz",
            "Every observation",
            f"Every indicator, {site.dataset.entities.one} and year in one table.",
        ),
        "dcterms:source": [origin.url for origin in origins],
        "dcat:distribution": [
            _file(site, "/data/all.csv.gz", "text/csv", files["all.csv.gz"], (o.license_url for o in origins))
        ],
    }
    kind, name = site.dataset.entities, countries_file(site.dataset)
    said = "countries and territories" if kind.of_states else kind.many
    yield {
        **_dataset(site, f"/data/{name}", kind.many.capitalize(), f"Codes and names of {said}."),
        "dcterms:source": [COUNTRIES_SOURCE] if kind.of_states else [],
        "dcat:distribution": [
            _file(site, f"/data/{name}", "text/csv", files[name], (COUNTRIES_LICENCE,) if kind.of_states else ())
        ],
    }


def _dataset(site: Published, url: str, title: str, description: str) -> JsonObject:
    address = _at(site, url)
    return {
        "@id": f"{address}#dataset",
        "@type": "dcat:Dataset",
        "dcterms:identifier": address,
        "dcterms:title": title,
        "dcterms:description": description,
        "dcat:landingPage": {"@id": address if url.endswith("/") else _at(site, "/data/")},
        **_common(site),
    }


def _temporal(coverage: Mapping[int, int]) -> JsonObject:
    if not coverage:
        return {}
    ends = (("startDate", min(coverage)), ("endDate", max(coverage)))
    period = {f"dcat:{name}": {"@value": str(year), "@type": "xsd:gYear"} for name, year in ends}
    return {"dcterms:temporal": {"@type": "dcterms:PeriodOfTime", **period}}


def _place(site: Published, code: str) -> str:
    """Return a country's address: its row of the table of countries."""
    return f"{countries_file(site.dataset)}#{code}"


def _places(site: Published) -> Iterator[JsonObject]:
    for code, country in sorted(site.dataset.countries.items()):
        names = {"dcterms:identifier": code, "skos:prefLabel": country.name}
        yield {"@id": _place(site, code), "@type": "dcterms:Location", **names}


def _file(site: Published, url: str, media: str, file: Measured, licences: Iterable[str]) -> JsonObject:
    address, packed = _at(site, url), {"dcat:compressFormat": {"@id": f"{MEDIA}application/gzip"}}
    return {
        "@type": "dcat:Distribution",
        "dcterms:title": url.rpartition("/")[2],
        "dcat:accessURL": {"@id": address},
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": {"@id": f"{MEDIA}{media}"},
        **(packed if url.endswith(".gz") else {}),
        "dcat:byteSize": {"@value": str(file.bytes), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": SHA256},
            "spdx:checksumValue": {"@value": file.sha256, "@type": "xsd:hexBinary"},
        },
        "dcterms:license": [{"@id": address} for address in dict.fromkeys(licences)],
    }


def _at(site: Published, url: str) -> str:
    return canonical(site.config.base_url, url)
