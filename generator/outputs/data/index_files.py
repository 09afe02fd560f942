"""The working of an index as files.

Enough to redo it in a spreadsheet, and the small JSON for readers' own weights.
"""

from __future__ import annotations  # start-up time: pandas is loaded where it computes

import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, compress, starmap

import pandas as pd

from generator.data.dataset import Dataset
from generator.indices.check_catalog import strictest
from generator.indices.contract import Contract
from generator.indices.engine.compute import Edition, Result
from generator.indices.keep import digests_of_editions
from generator.indices.published import compare_published
from generator.output import Output
from generator.outputs.data.csvw import head_of, schema_of
from generator.outputs.data.keys import key_of
from generator.pages.downloads.csv_rows import csv_text
from generator.pages.downloads.indicator import about_files
from generator.pages.downloads.json_series import json_text
from generator.pages.downloads.metadata import About, JsonObject, Published
from generator.pages.site import Site
from generator.sources.files import Source, Sources
from generator.urls import index_url, output_path

Made = Iterator[tuple[str, str, Callable[[], str]]]
"""Paths, digests of what the text of each is made of, and what makes it."""

Rows = Iterator[Sequence[str | int]]
CsvTable = tuple[Sequence[str], Callable[[], Rows]]
"""Columns, and what makes the rows."""

ABOUT = {
    "raw": "The value of each indicator with the year it is of and its status: observed, zero by list, imputed. "
    "Without a column of years, all its values are of the edition's year; without one of statuses, all are observed.",
    "treated": "Values after transform and treatment of outliers.",
    "normalised": "Scores of the indicators.",
    "scores": "Scores of nodes and indicators.",
    "ranks": "Ranks of nodes and indicators, each among the countries with a score there.",
    "intervals": "Ranks over all draws of the sensitivity: lower end, middle, upper end.",
    "contributions": "What each indicator adds to the score of the index.",
    "leave_one_out": "Ranks with each entry left out in turn.",
    "correlations": "Pearson's r over the n ranked countries with both scores.",
    "treatment": "What was done about outliers.",
    "published": "The index beside the same index of another publisher; same if rounding explains the difference.",
    "coverage": "How many of the indicators each country has a value of.",
}


SCORES = ("normalised", "scores", "contributions")
"""Tables of what was computed on the scale of the index, and of nothing a producer wrote."""


Unplanned = tuple[tuple[str, ...], Callable[[], tuple[Output, ...]]]
"""A group of files: what they are made of besides the program, and what plans them."""


def groups_of_index_files(site: Site, sources: Sources, code: str) -> Iterator[Unplanned]:
    """Yield the files of each edition, and of each index beside the published one; none is looked at yet."""
    around = tuple(_around(site, sources))
    for result in site.project.indices.values():
        path = f"data/indices/{result.contract.id}.yaml"
        source, about = sources.files[path].digest, _about(site, result)
        of = f"{path} {source}"
        for year, digest in digests_of_editions(result).items():
            made = partial(_of_edition, sources.files[path], result, year, digest, about)
            yield ("edition", *around, of, repr(about), str(year), digest), partial(_planned, code, made)
        if result.contract.published:
            rows = _rows_of(site.dataset, result.contract)
            made = partial(_beside_published, site, result, source, about)
            yield ("published", *around, of, repr(about), *rows), partial(_planned, code, made)


def _around(site: Site, sources: Sources) -> Iterator[str]:
    """Yield what all these files are made of, but for rows."""
    yield site.config.model_dump_json()
    for source in sources.under("data"):
        if not source.path.startswith("data/observations/"):
            yield f"{source.path} {source.digest}"


def _planned(code: str, made: Callable[[], Made]) -> tuple[Output, ...]:
    return tuple(
        Output(path=path, key=key_of(code, path, key), render=partial(_encoded, make)) for path, key, make in made()
    )


def _encoded(make: Callable[[], str]) -> bytes:
    return make().encode()


def _of_edition(source: Source, result: Result, year: int, digest: str, about: About) -> Made:
    """Yield the files of an edition, from its contract's source; `digest` is of all that it came to."""
    contract, edition = result.contract, result.editions[year]
    folder = f"{output_path(index_url(contract.id)).removesuffix('index.html')}{year}/"
    key, described = key_of(source.digest, digest), key_of(source.digest, repr(about))
    for name, (columns, rows) in tables(contract, edition).items():
        yield f"{folder}{name}.csv", key, partial(_csv, columns, rows)
        path, columned = f"{folder}{name}.csv-metadata.json", key_of(described, *columns)
        yield path, columned, partial(_metadata, contract, year, name, columns, about)
    yield f"{folder}weights.json", key, partial(weights_text, contract, edition)
    yield f"{folder}contract.yaml", source.digest, partial(_contract_text, source)


def _beside_published(site: Site, result: Result, source: str, about: About) -> Made:
    """Yield the files of an index beside the published one, which rest on the rows that both are made of."""
    contract = result.contract
    folder = output_path(index_url(contract.id)).removesuffix("index.html")
    key = key_of(source, *_rows_of(site.dataset, contract))
    yield f"{folder}published.csv", key, partial(_csv, PUBLISHED, partial(_published, site, result))
    years = f"{min(contract.years)}–{max(contract.years)}"
    make = partial(_metadata, contract, years, "published", PUBLISHED, about)
    yield f"{folder}published.csv-metadata.json", key_of(source, repr(about)), make


def _rows_of(dataset: Dataset, contract: Contract) -> Iterator[str]:
    """Yield the digests of the rows and entries that an index, its own result among them, is compared by."""
    read = {name for key in contract.live_leaves for name in contract.leaves[key].reads}
    own = {contract.indicator, *((contract.published.indicator,) if contract.published else ())}
    for name in sorted(read | own):
        yield f"{name} {dataset.rows.get(name)} {dataset.catalog.indicators.get(name)!r}"


def _csv(columns: Sequence[str], rows: Callable[[], Rows]) -> str:
    return csv_text(columns, rows())


def _contract_text(source: Source) -> str:
    return source.data.decode("utf-8-sig").replace("\r\n", "\n")


def tables(contract: Contract, edition: Edition) -> dict[str, CsvTable]:
    """Return the tables of an edition by name; frames are countries × entries."""
    leaves, nodes = list(contract.live_leaves), list(reversed(contract.live_nodes))
    frames = {
        "treated": edition.treated[leaves],
        "normalised": edition.normalised[leaves],
        "scores": edition.scores[[*nodes, *leaves]],
        "ranks": edition.ranks[[*nodes, *leaves]],
        "contributions": edition.contributions[leaves],
        "leave_one_out": edition.left_out,
    }
    found: dict[str, CsvTable] = {"raw": _raw(contract, edition)}
    found |= {
        name: (("country", *map(str, frame.columns)), partial(_wide, frame, score if name in SCORES else number))
        for name, frame in frames.items()
    }
    if edition.intervals is not None:
        found["intervals"] = (
            ("country", "rank", "low", "middle", "high"),
            partial(_intervals, edition.intervals, edition.ranks[contract.root]),
        )
    found["correlations"] = (("one", "other", "r", "n"), partial(_correlations, edition))
    found["treatment"] = (TREATMENT, partial(_treatment, contract, edition))
    found["coverage"] = (("country", "observed", "of", "share", "screened", "ranked"), partial(_coverage, edition))
    return found


def number(value: float) -> str:
    """Return a number with as many digits as bring it back exactly, whole numbers plainly.

    Nothing where there is none.
    """
    if math.isnan(value):
        return ""
    return str(int(value)) if value == int(value) and abs(value) < 2**53 else repr(float(value))


def rounded(value: float) -> float:
    """Return a computed score to twelve digits: ranks take scores at most 1e-9 apart for one."""
    return float(f"{value:.12g}")


def score(value: float) -> str:
    """Return a computed score as a number; nothing where there is none."""
    return number(rounded(value))


def _wide(frame: pd.DataFrame, write: Callable[[float], str]) -> Rows:
    for code, values in zip(frame.index, frame.to_numpy(dtype=float).tolist(), strict=True):
        yield [str(code), *map(write, values)]


def _raw(contract: Contract, edition: Edition) -> CsvTable:
    """Return raw values; years and statuses of an indicator stand beside them if one is not the usual."""
    raw, filled = edition.prepared.raw, edition.prepared.filled
    keys = list(contract.live_leaves)
    values = raw.numbers.where(raw.numbers.notna(), filled.numbers.reindex(raw.numbers.index))[keys]
    imputed = filled.imputed.reindex(values.index, fill_value=False)[keys]
    years, listed = raw.years[keys], raw.listed[keys]
    dated = years.where(years.notna(), 0).ne(values.notna() * edition.year).any()
    marked = ((imputed | listed) & values.notna()).any()
    beside = {key: (True, bool(dated[key]), bool(marked[key])) for key in keys}
    columns = chain.from_iterable(compress((key, f"{key}.year", f"{key}.status"), beside[key]) for key in keys)
    return ("country", *columns), partial(_raw_rows, (values, years, imputed, listed), beside)


def _raw_rows(frames: Sequence[pd.DataFrame], beside: Mapping[str, Sequence[bool]]) -> Rows:
    cells = (starmap(_raw_cells, zip(*(frame[key].tolist() for frame in frames), strict=True)) for key in beside)
    columns = (compress(zip(*each, strict=True), chosen) for each, chosen in zip(cells, beside.values(), strict=True))
    return zip(frames[0].index.tolist(), *chain.from_iterable(columns), strict=True)


def _raw_cells(value: float, year: float, imputed: object, listed: object) -> tuple[str, str, str]:
    """Return a value as a number, its year, and whether it was observed."""
    status = "imputed" if imputed else "zero by list" if listed else "observed"
    return number(value), number(year), "" if math.isnan(value) else status


def _intervals(intervals: pd.DataFrame, ranks: pd.Series) -> Rows:
    for code, row in zip(intervals.index, intervals.to_numpy(dtype=float).tolist(), strict=True):
        yield [str(code), number(float(ranks[code])), *(number(value) for value in row)]


def _correlations(edition: Edition) -> Rows:
    for each in edition.correlations:
        yield each.one, each.other, number(each.r), each.n


TREATMENT = (
    "indicator", "n", "high", "low", "logarithm", "skew_before", "kurtosis_before", "skew", "kurtosis",
)  # fmt: skip


def _treatment(contract: Contract, edition: Edition) -> Rows:
    for key in contract.live_leaves:
        done = edition.treatments[key]
        measures = (done.skew_before, done.kurtosis_before, done.skew, done.kurtosis)
        yield key, done.count, done.high, done.low, "yes" if done.logarithm else "no", *map(number, measures)


def _coverage(edition: Edition) -> Rows:
    prepared, ranked = edition.prepared, set(edition.ranked)
    of = prepared.raw.numbers.shape[1]
    observed = prepared.raw.numbers.notna().sum(axis=1).to_numpy().tolist()
    for code, count, covered in zip(
        prepared.coverage.index, observed, prepared.coverage.to_numpy().tolist(), strict=True
    ):
        screened = "yes" if code in prepared.screened.index else "no"
        yield str(code), int(count), of, number(covered), screened, "yes" if code in ranked else "no"


PUBLISHED = ("country", "year", "published", "ours", "rounded", "difference", "same")


def _published(site: Site, result: Result) -> Rows:
    compared = compare_published(result, site.dataset)
    for each in compared.rows if compared else ():
        same = "" if each.difference is None else "yes" if each.is_explained else "no"
        ours = [number(math.nan if value is None else value) for value in (each.ours, each.difference)]
        theirs, rounded = ("" if value is None else str(value) for value in (each.theirs, each.rounded))
        yield each.country, each.year, theirs, ours[0], rounded, ours[1], same


def weights_text(contract: Contract, edition: Edition) -> str:
    """Return what a browser needs to weigh the index anew: scores that take part, and the tree."""
    part = edition.part
    scores = {
        key: [None if math.isnan(each) else rounded(each) for each in part[key].to_numpy().tolist()]
        for key in contract.live_leaves
    }
    tree: dict[str, JsonObject] = {}
    for key in (*reversed(contract.live_nodes), *contract.live_leaves):
        entry = contract.entries[key]
        tree[key] = {"parent": entry.parent, "weight": entry.weight}
        if key in contract.nodes:
            tree[key]["aggregation"] = contract.nodes[key].aggregation.value
    head = {"id": contract.id, "version": contract.version, "year": edition.year, "countries": list(edition.ranked)}
    return json.dumps({**head, "scores": scores, "tree": tree}, separators=(",", ":"), allow_nan=False) + "\n"


def _about(site: Site, result: Result) -> About:
    contract = result.contract
    used = [(origin, contract.indicator) for origin in (contract.indicator, *sorted(result.origins))]
    published = Published(config=site.config, dataset=site.dataset)
    return about_files(published, contract.title, index_url(contract.id), tuple(used))


def _metadata(contract: Contract, year: int | str, name: str, columns: Sequence[str], about: About) -> str:
    binding = strictest(origin for origin in about.origins if origin.id != contract.indicator)
    title = f"{contract.title} {year}: {name.replace('_', ' ')}"
    record: JsonObject = {
        **head_of(f"{name}.csv", title, ABOUT[name], about),
        "dc:license": binding.license_url if binding else "",
        "dc:source": [f"{o.producer}, {o.edition} ({o.license})" for o in about.origins if o.id != contract.indicator],
        "notes": [{"origins": [origin.id for origin in about.origins]}],
        "tableSchema": {
            "datatype": "number",
            **schema_of([_column(contract, column) for column in columns], _key(name, columns)),
        },
    }
    return json_text({key: value for key, value in record.items() if value})


def _key(name: str, columns: Sequence[str]) -> list[str]:
    return {"correlations": ["one", "other"], "published": ["country", "year"]}.get(name, [columns[0]])


TEXTS = ("country", "one", "other", "indicator", "status", "logarithm", "screened", "ranked", "same")


def _column(contract: Contract, column: str) -> JsonObject:
    """Return a column of a table; entries are described by what they measure."""
    key = column.partition(".")[0]
    entry = contract.entries.get(key)
    text = {"datatype": "string"} if column in TEXTS or column.endswith(".status") else {}
    name = {"name": column.replace(".", "_")} if "." in column else {}
    described = {"dc:description": entry.title or key.replace("_", " ")} if entry else {}
    return {**name, "titles": column, **text, **described}
