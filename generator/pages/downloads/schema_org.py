"""The data for search engines: schema.org's Dataset of an indicator, and the DataCatalog of them all."""

from generator.data.catalog import Indicator
from generator.data.dataset import Dataset
from generator.messages import gettext as _
from generator.pages.downloads.indicator import Measured, about_files, indicator_used, measured_files
from generator.pages.downloads.metadata import Published
from generator.pages.frame.json_ld import Thing
from generator.urls import canonical, indicator_url

MEDIA = {"data.csv": "text/csv", "data.json": "application/json"}
"""The downloads beside an indicator's page, with their media types."""


def catalog_thing(site: Published) -> Thing:
    """Return the DataCatalog of `/data/`, with the name and address of each dataset."""
    config, indicators = site.config, site.dataset.catalog.indicators.values()
    return {
        "@type": "DataCatalog",
        "@id": _catalog(site),
        "name": config.title,
        "description": config.description,
        "url": canonical(config.base_url, "/data/"),
        "publisher": _organisation(config.publisher.name),
        "dateModified": config.edition.isoformat(),
        "dataset": [
            {"@type": "Dataset", "@id": _id(site, i), "name": i.title, "url": _page(site, i)} for i in indicators
        ],
    }


def dataset_thing(site: Published, indicator: Indicator) -> Thing:
    """Return an indicator as a Dataset with coverage, creators, licence, citation and files."""
    dataset, page = site.dataset, _page(site, indicator)
    used = indicator_used(dataset, indicator.id)
    origins = [dataset.catalog.origins[origin] for origin in indicator.origins]
    edition = site.config.edition.isoformat()
    return {
        "@type": "Dataset",
        "@id": _id(site, indicator),
        "identifier": page,
        "name": indicator.title,
        "alternateName": indicator.short_title,
        "description": _description(dataset, indicator),
        "url": page,
        "isAccessibleForFree": True,
        "includedInDataCatalog": {"@type": "DataCatalog", "@id": _catalog(site), "name": site.config.title},
        "keywords": [indicator.short_title, dataset.catalog.topics[indicator.topic].title],
        "version": edition,
        "dateModified": edition,
        "citation": about_files(site, indicator.title, indicator_url(indicator.id), used).citation.data,
        "distribution": [_file(page, name, file) for name, file in measured_files(site, indicator).items()],
        "variableMeasured": indicator.title,
        "creator": [_organisation(name) for name in dict.fromkeys(o.producer for o in origins)],
        "publisher": _organisation(site.config.publisher.name),
        "license": list(dict.fromkeys(o.license_url or o.license for o in origins)),
        "isBasedOn": list(dict.fromkeys(o.url for o in origins)),
        **_coverage(dataset, indicator.id),
    }


def _description(dataset: Dataset, indicator: Indicator) -> str:
    coverage = dataset.coverage(indicator.id)
    years = f"{min(coverage)}–{max(coverage)}" if coverage else ""
    return _("{about} By country and year, {years}.").format(about=indicator.description, years=years)


def _coverage(dataset: Dataset, indicator: str) -> Thing:
    """Return years and countries of the figures, by their names; nothing where there are none."""
    coverage, rows = dataset.coverage(indicator), dataset.preferred(indicator)
    places = [dataset.countries[code].name for code in (rows.spans if rows else ())]
    years = {"temporalCoverage": f"{min(coverage)}/{max(coverage)}"} if coverage else {}
    return {**years, **({"spatialCoverage": places} if places else {})}


def _file(page: str, name: str, file: Measured) -> Thing:
    return {
        "@type": "DataDownload",
        "name": name,
        "encodingFormat": MEDIA[name],
        "contentUrl": f"{page}{name}",
        "contentSize": f"{file.bytes} B",
        "sha256": file.sha256,
    }


def _organisation(name: str) -> Thing:
    return {"@type": "Organization", "name": name}


def _page(site: Published, indicator: Indicator) -> str:
    return canonical(site.config.base_url, indicator_url(indicator.id))


def _id(site: Published, indicator: Indicator) -> str:
    return f"{_page(site, indicator)}#dataset"


def _catalog(site: Published) -> str:
    return canonical(site.config.base_url, "/data/#catalog")
