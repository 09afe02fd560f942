"""Data Package 2.0: what the files of data are, for frictionless and all that read its descriptions."""

from collections.abc import Iterable, Mapping, Sequence

from generator.data.catalog import Indicator, Origin
from generator.data.dataset import Dataset
from generator.outputs.data.tables import (
    CODE_COLUMNS,
    COUNTRIES_LICENCE,
    COUNTRIES_SOURCE,
    countries_file,
    measured_tables,
    origins_used,
)
from generator.pages.downloads.csv_rows import country_columns, indicator_columns, shared_cells
from generator.pages.downloads.indicator import Measure, Measured, indicator_used
from generator.pages.downloads.json_series import json_text
from generator.pages.downloads.metadata import JsonObject, Published
from generator.urls import canonical, indicator_url, slug_of

PROFILES = "https://datapackage.org/profiles/2.0"
FIELDS: Mapping[str, JsonObject] = {
    "indicator": {"type": "string", "constraints": {"required": True}},
    "year": {"type": "year", "constraints": {"required": True}},
    "value": {"type": "number", "description": "Empty where the status says why; the producer's digits."},
    "status": {"type": "string", "description": "Observation status, SDMX code list CL_OBS_STATUS."},
    "lower": {"type": "number", "description": "Lower end of the figure's interval, where its producer gives one."},
    "upper": {"type": "number", "description": "Upper end of the figure's interval, where its producer gives one."},
    "origin": {"type": "string", "description": "An id of data/catalog.json."},
}
"""The fields that are more than text."""
SOURCE_OF_COUNTRIES: JsonObject = {
    "sources": [{"title": "mledoze/countries", "path": COUNTRIES_SOURCE}],
    "licenses": [{"name": "ODbL-1.0", "path": COUNTRIES_LICENCE}],
}


def package_of_tables(site: Published) -> str:
    """Return `data/datapackage.json`: every observation as one table, and the codes of the countries."""
    everything: JsonObject = {
        **_table(
            site.dataset,
            "observations",
            "all.csv.gz",
            country_columns(site.dataset),
            measured_tables(site.dataset)["all.csv.gz"],
        ),
        "title": "Every observation",
        **_terms(origins_used(site.dataset)),
    }
    return _package(site, (everything, _countries(site, "")))


def package_of_indicators(site: Published, measure: Measure) -> str:
    """Return `datapackage.json`: a table for each indicator, and the codes of the countries.

    `measure` tells how large the files of indicators are. The package stands at the root of the site, as one may name only
    files in or below its own folder.
    """
    indicators = site.dataset.catalog.indicators.values()
    return _package(
        site, (*(_indicator(site, i, measure(i)["data.csv"]) for i in indicators), _countries(site, "data/"))
    )


def _package(site: Published, resources: Sequence[JsonObject]) -> str:
    config = site.config
    publisher = {"title": config.publisher.name, "path": config.publisher.repository, "roles": ["publisher"]}
    return json_text(
        {
            "$schema": f"{PROFILES}/datapackage.json",
            "name": slug_of(config.title),
            "title": config.title,
            "description": config.description,
            "homepage": canonical(config.base_url, "/"),
            "version": config.edition.isoformat(),
            "created": f"{config.edition.isoformat()}T00:00:00Z",
            "contributors": [publisher],
            "keywords": [topic.title for topic in site.dataset.catalog.topics.values()],
            "resources": list(resources),
        }
    )


def _indicator(site: Published, indicator: Indicator, file: Measured) -> JsonObject:
    origins = site.dataset.catalog.origins
    used = (origins[origin] for origin, _i in indicator_used(site.dataset, indicator.id))
    path = f"{indicator_url(indicator.id).strip('/')}/data.csv"
    return {
        **_table(site.dataset, indicator.id, path, indicator_columns(site.dataset, indicator.id), file),
        "title": indicator.title,
        "description": indicator.description,
        "homepage": canonical(site.config.base_url, indicator_url(indicator.id)),
        **{name: said for name, said in shared_cells(site.dataset, indicator.id).items() if said},
        **_terms(used),
    }


def _countries(site: Published, folder: str) -> JsonObject:
    """Return the table of codes and names, with its sources where it is that of the world."""
    dataset, name = site.dataset, countries_file(site.dataset)
    kind = dataset.entities
    schema = {"fields": [_field(dataset, column) for column in CODE_COLUMNS], "primaryKey": ["country"]}
    return {
        **_table(dataset, kind.path, f"{folder}{name}", CODE_COLUMNS, measured_tables(dataset)[name]),
        "title": f"Codes and names of {kind.many}",
        **(SOURCE_OF_COUNTRIES if kind.of_states else {}),
        "schema": schema,
    }


def _table(dataset: Dataset, name: str, path: str, columns: Sequence[str], file: Measured) -> JsonObject:
    key = [column for column in ("country", "indicator", "year") if column in columns]
    reference = {"fields": ["country"], "reference": {"resource": dataset.entities.path, "fields": ["country"]}}
    schema: JsonObject = {
        "fields": [_field(dataset, column) for column in columns],
        "primaryKey": key,
        "foreignKeys": [reference],
    }
    return {
        "name": name,
        "type": "table",
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
        "schema": schema,
    }


def _field(dataset: Dataset, name: str) -> JsonObject:
    if name == "country":
        return {"name": name, "type": "string", "constraints": {"required": True, "pattern": dataset.entities.pattern}}
    return {"name": name, **FIELDS.get(name, {"type": "string"})}


def _terms(origins: Iterable[Origin]) -> JsonObject:
    """Return the sources of a table with their licences, each licence once."""
    known = tuple(origins)
    licences = dict.fromkeys((origin.license, origin.license_url) for origin in known)
    return {
        "sources": [{"title": f"{o.producer}, {o.edition}", "path": o.url, "version": o.vintage} for o in known],
        "licenses": [{"title": title, "path": path} for title, path in licences],
    }
