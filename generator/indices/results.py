"""Results of an index as observations of indicators: charts, ranks and prose work on them."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial

from generator.config import SiteConfig
from generator.data.catalog import Catalog, Direction, Indicator, Kind, Origin, Redistribution, Topic, Unit, UnitKind
from generator.data.columns import Columns, compact
from generator.data.dataset import Dataset
from generator.data.packed import PackedRows, with_rows
from generator.indices.check_catalog import strictest
from generator.indices.contract import Contract, Node
from generator.indices.engine.compute import Edition, Result
from generator.messages import gettext as _
from generator.urls import canonical, index_url

TOPIC = "indices"
Row = tuple[str, int, str, str]
"""Country, year, text and note."""
Observed = Mapping[int, Mapping[str, int]]
"""Of how many indicators each country has a figure, by year."""


class Intervals(Mapping[int, Mapping[str, tuple[int, int]]]):
    """The intervals of ranks of a result by year and country, read from it when they are asked for."""

    def __init__(self, result: Result) -> None:
        self._result = result

    def __getitem__(self, year: int) -> Mapping[str, tuple[int, int]]:
        return self._found[year]

    def __iter__(self) -> Iterator[int]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    @cached_property
    def _found(self) -> Mapping[int, Mapping[str, tuple[int, int]]]:
        return dict(_intervals(self._result))


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexRows:
    """Scores of an index and its nodes as columns by indicator, and ranks that other methods give."""

    columns: Mapping[str, Columns | PackedRows]
    intervals: Intervals


def no_rows(_indicator: str) -> bytes:
    """Return no bytes: no rows are kept."""
    return b""


def rows_of(result: Result, kept: Callable[[str], bytes] = no_rows) -> IndexRows:
    """Return the rows of an index, which depend on its contract and its result.

    Those that are `kept`, packed, wait until somebody asks for them.
    """
    observed = cache(lambda: {year: _observed(edition) for year, edition in result.editions.items()})
    columns: dict[str, Columns | PackedRows] = {}
    for node in _nodes(result.contract):
        name, again = result.contract.indicator_of(node.key), partial(_columns, result, node.key, observed)
        packed = kept(name)
        columns[name] = PackedRows(packed=packed, again=again) if packed else again()
    return IndexRows(columns=columns, intervals=Intervals(result))


def _nodes(contract: Contract) -> list[Node]:
    return [node for node in contract.nodes.values() if node.key in contract.live]


def with_results(dataset: Dataset, result: Result, rows: IndexRows, config: SiteConfig) -> Dataset:
    """Return the dataset with an index and its nodes among its indicators."""
    contract = result.contract
    origin = _origin(contract, [dataset.catalog.origins[name] for name in sorted(result.origins)], config)
    own = [_indicator(contract, node) for node in sorted(_nodes(contract), key=lambda node: node.key != contract.root)]
    catalog = replace(
        dataset.catalog,
        topics=_topics(dataset.catalog),
        origins={**dataset.catalog.origins, origin.id: origin},
        indicators={**dataset.catalog.indicators, **{indicator.id: indicator for indicator in own}},
    )
    return replace(
        dataset,
        digest=hashlib.sha256(f"{dataset.digest}\n{origin}".encode()).hexdigest(),  # the origin has the site's address
        catalog=catalog,
        observations=with_rows(dataset.observations, rows.columns),
        rank_intervals={**dataset.rank_intervals, contract.indicator: rows.intervals},
    )


def _topics(catalog: Catalog) -> dict[str, Topic]:
    description = _("Several indicators brought to one scale and weighed together, with every step shown.")
    own = Topic(id=TOPIC, title=_("Composite indices"), description=description)
    return {**catalog.topics, TOPIC: catalog.topics.get(TOPIC, own)}


def _origin(contract: Contract, used: list[Origin], config: SiteConfig) -> Origin:
    """Return our own calculation as an origin, under the licence that binds it most."""
    binding = strictest(used)
    return Origin(
        id=contract.indicator,
        producer=config.publisher.name,
        title=contract.title,
        vintage=_("version {version}").format(version=contract.version),
        year=config.edition.year,
        url=canonical(config.base_url, index_url(contract.id)),
        license=binding.license if binding else config.licence,
        license_url=binding.license_url if binding else "",
        redistribution=Redistribution.YES,
        retrieved_from=f"data/indices/{contract.id}.yaml",
        commit="",
        date_accessed=None,
        transformation=_("Own calculation from {count} indicators by the contract {path}.").format(
            count=len(contract.live_leaves), path=f"data/indices/{contract.id}.yaml"
        ),
    )


def _indicator(contract: Contract, node: Node) -> Indicator:
    is_root = node.key == contract.root
    return Indicator(
        id=contract.indicator_of(node.key),
        title=_("Index: {title}").format(title=contract.title)
        if is_root
        else _("{index}: {part}").format(index=contract.title, part=node.title),
        short_title=contract.title if is_root else node.title,
        description=_description(contract, node),
        topic=TOPIC,
        unit=Unit(kind=UnitKind.INDEX, symbol=_("points")),
        decimals=1,
        direction=Direction.HIGHER,
        kind=Kind.COMPOSITE,
        origins=(contract.indicator,),
        producer_code="",
        default_status="A",
        note=_note(contract),
    )


def _note(contract: Contract) -> str:
    """Return where scores come from, and that those of several scales do not compare."""
    own = _("Calculated here, version {version}; every step is shown with the index.").format(version=contract.version)
    if not contract.own_scales:
        return own
    return f"{own} {_('Each year has a scale of its own: ranks of two years compare, scores do not.')}"


def _description(contract: Contract, node: Node) -> str:
    if node.key == contract.root and contract.description:
        return contract.description
    parts = [contract.entries[child] for child in contract.children(node.key)]
    names = ", ".join(part.title or part.key.replace("_", " ") for part in parts)
    return _("A composite of {names}.").format(names=names)


def _observed(edition: Edition) -> dict[str, int]:
    """Return of how many indicators each country has a figure in an edition."""
    return {str(code): int(count) for code, count in edition.prepared.screened.notna().sum(axis=1).items()}


def _columns(result: Result, node: str, observed: Callable[[], Observed]) -> Columns:
    rows = sorted(_rows(result, node, observed()))
    contract = result.contract
    columns = Columns(
        indicator=contract.indicator_of(node),
        countries=[row[0] for row in rows],
        years=[row[1] for row in rows],
        texts=[row[2] for row in rows],
        statuses=["A"] * len(rows),
        origins=[contract.indicator] * len(rows),
        notes=[row[3] for row in rows],
        values=[float(row[2]) for row in rows],
    )
    return compact(columns)


def _rows(result: Result, node: str, observed: Observed) -> Iterator[Row]:
    """Yield the scores of every edition; each says how many of the indicators it rests on were observed."""
    count = len(result.contract.live_leaves)
    for year, edition in result.editions.items():
        for code, score in edition.scores[node].dropna().items():
            note = _("version {version}; {observed} of {count} indicators").format(
                version=result.contract.version, observed=observed[year][str(code)], count=count
            )
            yield str(code), year, repr(float(score)), note


def _intervals(result: Result) -> Iterator[tuple[int, Mapping[str, tuple[int, int]]]]:
    for year, edition in result.editions.items():
        if (found := edition.intervals) is not None:
            yield year, {str(code): (int(row["low"]), int(row["high"])) for code, row in found.iterrows()}
