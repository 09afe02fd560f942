"""The series of each country as a small file, for the page that compares countries."""

import json
from collections.abc import Sequence
from functools import partial

from generator.data.columns import Columns
from generator.data.dataset import Dataset
from generator.output import Output
from generator.outputs.data.keys import key_of, rows_key
from generator.urls import compare_data_url

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def plan_comparison_data(dataset: Dataset, country: str, code: str) -> Output:
    """Return the file of a country's series; `code` is a digest of the program."""
    path = compare_data_url(country).lstrip("/")
    return Output(path=path, key=_key(dataset, country, code), render=partial(render_series, dataset, country))


def _key(dataset: Dataset, country: str, code: str) -> str:
    """Return a digest of a country's name, its rows, and who is cited for them."""
    indicators = tuple(dataset.catalog.indicators)
    origins = sorted({origin for name in indicators for origin in dataset.origins(name, country)})
    cited = (dataset.catalog.origins[origin] for origin in origins)
    named = repr([(origin.id, origin.attribution, origin.license) for origin in cited])
    return key_of(code, dataset.countries[country].name, named, rows_key(dataset, ((i, country) for i in indicators)))


def render_series(dataset: Dataset, country: str) -> bytes:
    """Return a country's series as JSON: sources once, and each indicator's years from the first.

    A year without a row is null; values keep the producer's digits; `status` has a letter for each year.
    Where figures have intervals, `lower` and `upper` have their ends, null for a year without.
    """
    sources: dict[tuple[str, str], int] = {}
    series = [text for name in dataset.catalog.indicators if (text := _series(dataset, name, country, sources))]
    head = {"code": country, "name": dataset.countries[country].name, "sources": list(sources)}
    return f'{_ENCODER.encode(head)[:-1]},"series":{{{",".join(series)}}}}}\n'.encode()


def _series(dataset: Dataset, indicator: str, country: str, sources: dict[tuple[str, str], int]) -> str:
    rows = dataset.preferred(indicator)
    places = [at for at in (rows.of(country) if rows else ()) if rows and rows.columns.texts[at]]
    if rows is None or not places:
        return ""
    columns = rows.columns
    first, by_year = columns.years[places[0]], {columns.years[at]: at for at in places}
    span = [by_year.get(year) for year in range(first, columns.years[places[-1]] + 1)]
    parts = {"values": columns.texts}
    if columns.lowers and any(columns.lowers[at] for at in places):
        parts |= {"lower": columns.lowers, "upper": columns.uppers}
    figures = ",".join(f'"{name}":[{_over(span, texts)}]' for name, texts in parts.items())
    return f'"{indicator}":{{"from":{first},{figures},{_about(dataset, columns, span, sources)}}}'


def _over(span: list[int | None], texts: Sequence[str]) -> str:
    """Return the texts at these places as numbers of JSON, null where there is none."""
    return ",".join("null" if at is None else texts[at] or "null" for at in span)


def _about(dataset: Dataset, columns: Columns, span: list[int | None], sources: dict[tuple[str, str], int]) -> str:
    """Return status and sources of a series: one letter where all years share it."""
    letters = ["-" if at is None else columns.statuses[at] for at in span]
    used = {letter for letter in letters if letter != "-"}
    status = used.pop() if len(used) == 1 else "".join(letters)
    origins = dict.fromkeys(columns.origins[at] for at in span if at is not None)
    named = [dataset.catalog.origins[origin] for origin in origins]
    cited = [(origin.attribution, origin.license) for origin in named]
    places = sorted({sources.setdefault(name, len(sources)) for name in cited})
    every = dataset.indicator(columns.indicator).frequency
    due = f'"frequency":{every},' if every > 1 else ""
    return f'{due}"status":"{status}","sources":{_ENCODER.encode(places)}'
