"""The data as files: CSV and JSON for each country and indicator, and the catalog."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from importlib.metadata import version

from generator.data.catalog import Indicator
from generator.data.columns import Columns
from generator.data.countries import Country
from generator.data.dataset import Dataset
from generator.data.statuses import status_meanings
from generator.output import Output
from generator.outputs.data.catalog import catalog_text
from generator.outputs.data.csvw import describe_csv, meanings_for
from generator.outputs.data.dcat import dcat_text
from generator.outputs.data.group_files import plan_group_files
from generator.outputs.data.keys import key_of, rows_key
from generator.outputs.data.package import package_of_indicators, package_of_tables
from generator.outputs.data.sdmx import agency_of, sdmx_csv, structure_xml
from generator.outputs.data.tables import all_packed, all_parquet, countries_csv, countries_file, packed
from generator.outputs.data.wide_csv import YEARS, line_keys, wide_columns, wide_csv, wide_meanings
from generator.pages.blocks.tables import unit_text
from generator.pages.downloads.csv_rows import indicator_columns, shared_cells
from generator.pages.downloads.indicator import (
    Measure,
    Used,
    about_files,
    indicator_csv,
    indicator_head,
    indicator_json,
    indicator_used,
)
from generator.pages.downloads.json_series import json_object, json_text, series_parts
from generator.pages.downloads.metadata import Published
from generator.urls import indicator_url, output_path

TABLE = "data.csv"
"""The name of the table beside the page of a country or an indicator."""

WIDE = "A line for each series, status, origin and note; a column for each year. NA: the status says why there is no figure."
"""What the description of a country's CSV says of its shape."""


def plan_downloads(site: Published, code: str, tables: Iterable[Output], measure: Measure) -> Iterator[Output]:
    """Yield every file of data but those of countries and indicators; `code` is a digest of the program.

    `tables` are those of all indicators, whose keys say what rows there are; `measure` tells how large they are. What is
    small is made now, the rest when it is asked for.
    """
    yield _whole("data/catalog.json", catalog_text(site))
    yield from _tables(site, code, tables, measure)
    yield from plan_group_files(site, code)


def _tables(site: Published, code: str, tables: Iterable[Output], measure: Measure) -> Iterator[Output]:
    """Yield the whole tables and what describes them for machines."""
    dataset = site.dataset
    rows = key_of(code, *(table.key_digest for table in tables))
    key = key_of(code, dataset.digest, site.config.model_dump_json())
    yield Output(path="data/all.csv.gz", key=rows, render=partial(all_packed, dataset))
    yield _whole(f"data/{countries_file(dataset)}", countries_csv(dataset))
    yield _made("data/datapackage.json", key, partial(package_of_tables, site))
    yield _made("datapackage.json", key, partial(package_of_indicators, site, measure))
    yield _made("data/catalog.jsonld", key, partial(dcat_text, site, measure))
    yield Output(path="data/structure.xml", key=key, render=partial(structure_xml, site))
    if site.config.parquet:
        yield Output(
            path="data/all.parquet", key=f"{rows} {version('fastparquet')}", render=partial(all_parquet, dataset)
        )


def _whole(path: str, text: str) -> Output:
    """Return a small file whose content is its own key."""
    return Output(path=path, key=text, render=text.encode)


def _made(path: str, key: str, make: Callable[[], str]) -> Output:
    return Output(path=path, key=key, render=lambda: make().encode())


def around_rows(site: Published) -> tuple[str, ...]:
    """Return what files of countries and indicators are made of besides the program and their rows."""
    dataset = site.dataset
    return dataset.frame or dataset.digest, site.config.model_dump_json(), *status_meanings(dataset)


def country_key(dataset: Dataset, country: str) -> tuple[str, str]:
    """Return what the files of a country are made of besides that: its own rows."""
    rows = rows_key(dataset, ((indicator, country) for indicator in dataset.catalog.indicators))
    return country, rows


def indicator_key(dataset: Dataset, indicator: str) -> tuple[str, str]:
    """Return what the files of an indicator are made of besides that: its own rows."""
    rows = dataset.rows.get(indicator) or _rows_key(dataset, indicator)
    return indicator, rows


def plan_country_files(site: Published, profile: str, code: str) -> Iterator[Output]:
    """Yield the files of a country's data."""
    country = site.dataset.countries[profile]
    beside = output_path(country.url).removesuffix("index.html")
    indicators = [indicator for indicator, _columns, _places in country_series(site.dataset, country.code)]
    rows = key_of(code, rows_key(site.dataset, ((indicator.id, country.code) for indicator in indicators)))
    said = (_said(indicator) for indicator in indicators)
    yield _made(f"{beside}{TABLE}", rows, partial(_country_csv, site.dataset, country))
    yield _made(
        f"{beside}data.json",
        key_of(rows, json_object(_country_head(site, country)), *map(json_object, said)),
        partial(_country_json, site, country),
    )
    yield _whole(f"{beside}data.csv-metadata.json", _country_about(site, country))


def plan_indicator_files(site: Published, indicator: Indicator, code: str) -> Iterator[Output]:
    """Yield the files of an indicator's data, first its table."""
    beside = output_path(indicator_url(indicator.id)).removesuffix("index.html")
    preferred = site.dataset.preferred(indicator.id)
    rows = key_of(code, _rows_key(site.dataset, indicator.id))
    names = (site.dataset.countries[country].name for country in (preferred.spans if preferred else ()))
    yield _made(f"{beside}{TABLE}", rows, partial(indicator_csv, site.dataset, indicator))
    yield _made(
        f"{beside}data.json",
        key_of(rows, json_object(indicator_head(site, indicator)), *names),
        partial(indicator_json, site, indicator),
    )
    yield _whole(f"{beside}data.csv-metadata.json", _indicator_about(site, indicator))
    yield Output(
        path=f"{beside}data.sdmx.csv.gz",
        key=key_of(rows, agency_of(site)),
        render=lambda: packed((sdmx_csv(site, indicator.id),)),
    )


def _rows_key(dataset: Dataset, indicator: str) -> str:
    """Return a digest of all rows of an indicator."""
    preferred = dataset.preferred(indicator)
    return rows_key(dataset, ((indicator, country) for country in (preferred.spans if preferred else ())))


def country_series(dataset: Dataset, code: str) -> Iterator[tuple[Indicator, Columns, range]]:
    """Yield each indicator with rows of a country, and where they lie, in catalog order."""
    for indicator in dataset.catalog.indicators.values():
        rows = dataset.preferred(indicator.id)
        if rows and (places := rows.of(code)):
            yield indicator, rows.columns, places


def _country_csv(dataset: Dataset, country: Country) -> str:
    return wide_csv(tuple(country_series(dataset, country.code)))


def _country_used(dataset: Dataset, code: str) -> Used:
    origins = ((dataset.origins(i.id, code), i.id) for i, _columns, _places in country_series(dataset, code))
    return tuple((origin, indicator) for origins, indicator in origins for origin in sorted(origins))


def _country_json(site: Published, country: Country) -> str:
    dataset = site.dataset
    series = {
        i.id: json_object({**_said(i), **series_parts(columns, places)})
        for i, columns, places in country_series(dataset, country.code)
    }
    return json_object({**_country_head(site, country), "indicators": json_object(series)})


def _country_head(site: Published, country: Country) -> Mapping[str, str]:
    """Return what a country's file says before its series, as JSON texts."""
    about = about_files(site, country.name, country.url, _country_used(site.dataset, country.code))
    head = {"code": country.code, "name": country.name, "slug": country.slug, **about.in_short()}
    return {name: json_text(value) for name, value in head.items()}


def _said(indicator: Indicator) -> Mapping[str, str]:
    """Return what a country's file says of a series besides its rows; the catalog has its title."""
    return {"unit": json_text(unit_text(indicator))}


def _country_about(site: Published, country: Country) -> str:
    about = about_files(site, country.name, country.url, _country_used(site.dataset, country.code))
    series = tuple(country_series(site.dataset, country.code))
    columns, meanings = wide_columns(series), wide_meanings(series, meanings_for(site.dataset.entities))
    return json_text(describe_csv(country.name, WIDE, about, columns, meanings, line_keys(series), inherited=YEARS))


def _indicator_about(site: Published, indicator: Indicator) -> str:
    url = indicator_url(indicator.id)
    about = about_files(site, indicator.title, url, indicator_used(site.dataset, indicator.id))
    return json_text(
        describe_csv(
            indicator.title,
            _described(indicator),
            about,
            indicator_columns(site.dataset, indicator.id),
            meanings_for(site.dataset.entities),
            constant=shared_cells(site.dataset, indicator.id),
        )
    )


def _described(indicator: Indicator) -> str:
    """Return what an indicator is and its unit, a sentence each: `Residents at midyear. Unit: people.`."""
    sentence = indicator.description.strip().removesuffix(".")
    unit = unit_text(indicator).removesuffix(".")
    return " ".join(f"{text}." for text in (sentence, f"Unit: {unit}" if unit else "") if text)
