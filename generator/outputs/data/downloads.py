"""The data as files: CSV and JSON for each country and indicator, and the catalog."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from generator.data.catalog import Indicator
from generator.data.columns import Columns
from generator.data.countries import Country
from generator.data.dataset import Dataset
from generator.output import Output
from generator.outputs.data.catalog import catalog_text
from generator.outputs.data.csv_rows import COLUMNS, COUNTRY_COLUMNS, csv_text, tidy_rows
from generator.outputs.data.csvw import describe_csv
from generator.outputs.data.json_series import json_object, json_text, series_parts
from generator.outputs.data.metadata import About, about_indicator, about_site
from generator.pages.blocks.statuses import status_meanings
from generator.pages.blocks.tables import unit_text
from generator.pages.frame.citation import plan_citation
from generator.pages.frame.provenance import attributions
from generator.pages.site import Site
from generator.urls import canonical, country_url, indicator_url, output_path

Used = tuple[tuple[str, str], ...]
"""Pairs of origin and indicator."""


def plan_downloads(site: Site, code: str) -> tuple[Output, ...]:
    """Return every file of data; `code` is a digest of the program. Nothing is made until it is asked for."""
    key = f"{code}\n{site.dataset.digest}\n{site.config.model_dump_json()}"
    made = {path: make for plan in (_catalog, _countries, _indicators) for path, make in plan(site)}
    return tuple(Output(path=path, key=f"{path}\n{key}", render=_bytes(make)) for path, make in made.items())


def _bytes(make: Callable[[], str]) -> Callable[[], bytes]:
    return lambda: make().encode()


Made = Iterator[tuple[str, Callable[[], str]]]


def _catalog(site: Site) -> Made:
    yield "data/catalog.json", partial(catalog_text, site)


def _countries(site: Site) -> Made:
    for code in site.dataset.profiles:
        country = site.dataset.countries[code]
        beside = output_path(country_url(country.slug)).removesuffix("index.html")
        yield f"{beside}data.csv", partial(_country_csv, site.dataset, country)
        yield f"{beside}data.json", partial(_country_json, site, country)
        yield f"{beside}data.csv-metadata.json", partial(_country_about, site, country)


def _indicators(site: Site) -> Made:
    for indicator in site.dataset.catalog.indicators.values():
        beside = output_path(indicator_url(indicator.id)).removesuffix("index.html")
        yield f"{beside}data.csv", partial(_indicator_csv, site.dataset, indicator)
        yield f"{beside}data.json", partial(_indicator_json, site, indicator)
        yield f"{beside}data.csv-metadata.json", partial(_indicator_about, site, indicator)


def held_by(dataset: Dataset, code: str) -> Iterator[tuple[Indicator, Columns, range]]:
    """Yield each indicator with rows of a country, and where they lie, in catalog order."""
    for indicator in dataset.catalog.indicators.values():
        rows = dataset.preferred(indicator.id)
        if rows and (places := rows.of(code)):
            yield indicator, rows.columns, places


def _country_csv(dataset: Dataset, country: Country) -> str:
    rows = (
        (code, indicator.id, *rest)
        for indicator, held, places in held_by(dataset, country.code)
        for code, *rest in tidy_rows(held, places)
    )
    return csv_text(COUNTRY_COLUMNS, rows)


def _indicator_csv(dataset: Dataset, indicator: Indicator) -> str:
    preferred = dataset.preferred(indicator.id)
    rows = tidy_rows(preferred.columns, range(len(preferred.columns.years))) if preferred else iter(())
    return csv_text(COLUMNS, rows)


def _country_used(dataset: Dataset, code: str) -> Used:
    held = ((dataset.origins(i.id, code), i.id) for i, _columns, _places in held_by(dataset, code))
    return tuple((origin, indicator) for origins, indicator in held for origin in sorted(origins))


def _indicator_used(dataset: Dataset, indicator: str) -> Used:
    rows = dataset.preferred(indicator)
    return tuple((origin, indicator) for origin in sorted(set(rows.columns.origins))) if rows else ()


def about_files(site: Site, title: str, url: str, used: Used) -> About:
    """Return what is said of the files of a page.

    Whose they are, where their figures came from, how to cite them.
    """
    named = {origin for origin, _indicator in used}
    return About(
        page=canonical(site.config.base_url, url),
        published=about_site(site.config),
        citation=plan_citation(site.config, site.dataset, authors=(), title=title, url=url, used=used),
        origins=tuple(origin for name, origin in site.dataset.catalog.origins.items() if name in named),
        statuses=status_meanings(site.dataset),
    )


def _country_json(site: Site, country: Country) -> str:
    dataset = site.dataset
    about = about_files(site, country.name, country_url(country.slug), _country_used(dataset, country.code))
    head = {"code": country.code, "name": country.name, "slug": country.slug, **about.record()}
    series = {
        i.id: _series(dataset, i, country.code, held, places) for i, held, places in held_by(dataset, country.code)
    }
    parts = {name: json_text(value) for name, value in head.items()}
    return json_object({**parts, "indicators": json_object(series)})


def _series(dataset: Dataset, indicator: Indicator, code: str, held: Columns, places: range) -> str:
    source = attributions(dataset, ((o, indicator.id) for o in dataset.origins(indicator.id, code)))
    said = {"title": indicator.title, "unit": unit_text(indicator), "source": source}
    return json_object({**{name: json_text(text) for name, text in said.items()}, **series_parts(held, places)})


def _indicator_json(site: Site, indicator: Indicator) -> str:
    url = indicator_url(indicator.id)
    about = about_files(site, indicator.title, url, _indicator_used(site.dataset, indicator.id))
    head = {"id": indicator.id, **about_indicator(indicator, site.config.base_url), **about.record()}
    parts = {name: json_text(value) for name, value in head.items()}
    return json_object({**parts, "countries": json_object(_by_country(site.dataset, indicator.id))})


def _by_country(dataset: Dataset, indicator: str) -> Mapping[str, str]:
    rows = dataset.preferred(indicator)
    if rows is None:
        return {}
    return {
        code: json_object({"name": json_text(dataset.countries[code].name), **series_parts(rows.columns, places)})
        for code, places in rows.spans.items()
    }


def _country_about(site: Site, country: Country) -> str:
    about = about_files(site, country.name, country_url(country.slug), _country_used(site.dataset, country.code))
    return json_text(describe_csv(country.name, "", about, COUNTRY_COLUMNS))


def _indicator_about(site: Site, indicator: Indicator) -> str:
    url = indicator_url(indicator.id)
    about = about_files(site, indicator.title, url, _indicator_used(site.dataset, indicator.id))
    return json_text(describe_csv(indicator.title, f"{indicator.description} {unit_text(indicator)}.", about, COLUMNS))
