"""The files of an indicator's data beside its page, CSV and JSON, and how many bytes they have."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.data.catalog import Indicator
from generator.data.dataset import Dataset
from generator.data.memoised import memoised, once
from generator.data.statuses import status_meanings
from generator.pages.downloads.csv_rows import csv_text, indicator_columns, indicator_rows
from generator.pages.downloads.json_series import json_object, json_text, series_parts
from generator.pages.downloads.metadata import About, Published, about_indicator, about_site
from generator.pages.frame.citation import plan_citation
from generator.urls import canonical, indicator_url

Used = tuple[tuple[str, str], ...]
"""Pairs of origin and indicator."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How many bytes a file has, and their SHA-256."""

    bytes: int
    sha256: str


Measure = Callable[[Indicator], Mapping[str, Measured]]
"""Tells how large an indicator's files are, by name: `data.csv`, `data.json`."""


def measure(data: bytes) -> Measured:
    """Return the number and the digest of bytes."""
    return Measured(bytes=len(data), sha256=hashlib.sha256(data).hexdigest())


def measured_files(site: Published, indicator: Indicator) -> Mapping[str, Measured]:
    """Return how large an indicator's files are, by name: `data.csv`, `data.json`."""

    def measured() -> Mapping[str, Measured]:
        texts = {"data.csv": indicator_csv(site.dataset, indicator), "data.json": indicator_json(site, indicator)}
        return {name: measure(text.encode()) for name, text in texts.items()}

    return once(site.dataset, ("measured_files", site.config, indicator.id), measured)


def indicator_csv(dataset: Dataset, indicator: Indicator) -> str:
    """Return an indicator's rows as CSV."""
    return csv_text(indicator_columns(dataset, indicator.id), indicator_rows(dataset, indicator.id))


@memoised
def indicator_used(dataset: Dataset, indicator: str) -> Used:
    """Return the origins of an indicator's rows, each with the indicator."""
    rows = dataset.preferred(indicator)
    return tuple((origin, indicator) for origin in sorted(set(rows.columns.origins))) if rows else ()


def about_files(site: Published, title: str, url: str, used: Used) -> About:
    """Return what is said of the files of a page.

    Whose they are, where their figures came from, how to cite them.
    """
    named, known = {origin for origin, _indicator in used}, site.dataset.catalog.origins
    return About(
        page=canonical(site.config.base_url, url),
        published=about_site(site.config),
        citation=plan_citation(site.config, site.dataset, authors=(), title=title, url=url, used=used),
        origins=tuple(known[name] for name in known if name in named),
        statuses=status_meanings(site.dataset),
    )


def indicator_json(site: Published, indicator: Indicator) -> str:
    """Return an indicator's rows and all that belongs to them as JSON.

    What all series share stands before them.
    """
    series = _by_country(site.dataset, indicator.id)
    shared = _shared(tuple(series.values()))
    countries = {code: json_object({n: t for n, t in of.items() if n not in shared}) for code, of in series.items()}
    return json_object(
        {
            **indicator_head(site, indicator),
            **({"shared": json_object(shared)} if shared else {}),
            "countries": json_object(countries),
        }
    )


def _shared(series: Sequence[Mapping[str, str]]) -> Mapping[str, str]:
    """Return the status and the origin of all series, where there is but one."""
    found = {name: {each[name] for each in series} for name in ("status", "origin")}
    return {name: texts.pop() for name, texts in found.items() if len(texts) == 1}


def indicator_head(site: Published, indicator: Indicator) -> Mapping[str, str]:
    """Return what an indicator's file says before its series, as JSON texts."""
    url = indicator_url(indicator.id)
    about = about_files(site, indicator.title, url, indicator_used(site.dataset, indicator.id))
    head = {"id": indicator.id, **about_indicator(indicator, site.config.base_url), **about.record()}
    return {name: json_text(value) for name, value in head.items()}


def _by_country(dataset: Dataset, indicator: str) -> Mapping[str, Mapping[str, str]]:
    rows = dataset.preferred(indicator)
    if rows is None:
        return {}
    return {
        code: {"name": json_text(dataset.countries[code].name), **series_parts(rows.columns, places)}
        for code, places in rows.spans.items()
    }
