"""`data/catalog.json`: everything that files of data refer to by id, and where each file is."""

from generator.data.dataset import Dataset
from generator.data.statuses import status_meanings
from generator.pages.downloads.json_series import json_text
from generator.pages.downloads.metadata import JsonObject, Published, about_indicator, about_origin, about_site
from generator.pages.kinds.group import group_ids
from generator.urls import canonical, group_url, indicator_url


def catalog_text(site: Published) -> str:
    """Return the catalog as JSON: topics, indicators, origins, countries, statuses, series withheld."""
    dataset, catalog, base = site.dataset, site.dataset.catalog, site.config.base_url
    content: JsonObject = {
        "published": about_site(site.config),
        "topics": {name: {"title": t.title, "description": t.description} for name, t in catalog.topics.items()},
        "indicators": {
            name: {
                **about_indicator(indicator, base),
                "license": list(dict.fromkeys(catalog.origins[o].license for o in indicator.origins)),
                "source": _source(dataset, name),
                "years": _years(dataset, name),
                "data": _files(base, indicator_url(name)),
            }
            for name, indicator in catalog.indicators.items()
        },
        "origins": {name: about_origin(origin) for name, origin in catalog.origins.items()},
        "countries": {code: _country(dataset, base, code) for code in dataset.pages},
        "groups": {group: _group(dataset, base, group) for group in group_ids(dataset)},
        "statuses": dict(status_meanings(dataset)),
        "withheld": {
            w.id: {"title": w.title, "producer": w.producer, "license": w.license, "reason": w.reason, "url": w.url}
            for w in catalog.withheld.values()
        },
    }
    return json_text(content)


def _source(dataset: Dataset, indicator: str) -> str:
    origins = (dataset.catalog.origins[o] for o in dataset.indicator(indicator).origins)
    return "; ".join(dict.fromkeys(o.attribution for o in origins))


def _years(dataset: Dataset, indicator: str) -> list[int]:
    """Return the first and the last year with a figure of a profiled country."""
    coverage = dataset.coverage(indicator)
    return [min(coverage), max(coverage)] if coverage else []


def _country(dataset: Dataset, base: str, code: str) -> JsonObject:
    country = dataset.countries[code]
    url = country.url
    said = {"name": country.name, "slug": country.slug, "alpha2": country.alpha2, "region": country.region}
    return {**said, "url": canonical(base, url), "data": _files(base, url)}


def _group(dataset: Dataset, base: str, group: str) -> JsonObject:
    url = group_url(group)
    title = dataset.group_title(dataset.group_named(group) or group)
    return {"title": title, "url": canonical(base, url), "data": _files(base, url)}


def _files(base: str, url: str) -> list[str]:
    return [canonical(base, f"{url}data.{kind}") for kind in ("csv", "json")]
