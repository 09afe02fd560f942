"""``data/catalog/*.yaml`` to a consistent catalog."""

import re
from collections.abc import Iterator
from typing import Any, TypeVar

from generator.data.catalog import (
    Aggregate,
    Catalog,
    Derived,
    Indicator,
    KnownFinding,
    Method,
    Origin,
    Redistribution,
    Topic,
    Unit,
    UnitKind,
    Withheld,
)
from generator.data.loading.catalog_shapes import AggregateShape, IndicatorShape, OriginShape, TopicShape, WithheldShape
from generator.data.loading.codes import missing
from generator.data.loading.receipts import facts_of
from generator.diagnostics import Diagnostic, Location, suggest
from generator.rules import Rule
from generator.sources.files import Source, Sources
from generator.sources.shapes import IndicatorId
from generator.sources.yaml_file import Located, parse_yaml

M = TypeVar("M")

FOLDER = "data/catalog"
_DRAFT = re.compile(r"\bTODO\b")
_SIZES = {"thousand": 3, "million": 6, "mln": 6, "billion": 9, "bn": 9, "trillion": 12}
_SIZED = re.compile(rf"({'|'.join(_SIZES)})s?(?:\s+(.+))?", re.IGNORECASE)
"""A symbol of a unit that begins with a size; `per 1,000 people` does not."""

Indicators = Located[dict[IndicatorId, IndicatorShape]]
"""A file of indicators."""


def load_catalog(sources: Sources) -> tuple[Catalog | None, tuple[Diagnostic, ...]]:
    """Return the catalog, or all problems of its files and between them."""
    topics, in_topics = _read_topics(sources)
    origins, in_origins = _read_origins(sources)
    withheld, in_withheld = _read_withheld(sources)
    shapes, in_indicators = _read_indicators(sources)
    drafts = tuple(_check_drafts(sources))
    problems = (*drafts, *((*in_topics, *in_origins, *in_withheld, *in_indicators) if not drafts else ()))
    if problems or topics is None or origins is None:
        return None, problems
    catalog = Catalog(
        topics={key: Topic(id=key, **dict(shape)) for key, shape in topics.value.items()},
        origins=origins,
        indicators={key: _indicator(key, shape) for _, key, shape in shapes},
        withheld={key: Withheld(id=key, **dict(shape)) for key, shape in withheld.items()},
    )
    in_entries = (problem for located, key, _ in shapes for problem in _check_indicator(located, catalog, key))
    return catalog, (*_check_leads(topics, catalog), *in_entries)


def _read_topics(sources: Sources) -> tuple[Located[dict[str, TopicShape]] | None, tuple[Diagnostic, ...]]:
    source = sources.files.get(f"{FOLDER}/topics.yaml")
    if source is None:
        return None, _read(sources, "topics.yaml", dict[str, TopicShape])[1]
    return parse_yaml(source, dict[str, TopicShape])


def _check_leads(topics: Located[dict[str, TopicShape]], catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield a problem for each topic that another topic's indicator would lead, or none that there is."""
    for key, topic in catalog.topics.items():
        own = [i.id for i in catalog.indicators.values() if i.topic == key]
        if topic.lead and topic.lead not in own:
            hint = suggest(topic.lead, own, f"Its indicators are: {', '.join(own[:8])}")
            message = f"The topic '{key}' has no indicator '{topic.lead}'."
            where = topics.location(key, "lead")
            yield Diagnostic(rule=Rule.INDICATOR_UNKNOWN, location=where, message=message, hint=hint)


def _check_drafts(sources: Sources) -> Iterator[Diagnostic]:
    """Yield each line that `profiles import` left to a person: what is wrong besides only follows."""
    for source in sources.under(FOLDER, ".yaml"):
        for number, line in enumerate(source.data.decode("utf-8", "replace").split("\n"), start=1):
            if found := _DRAFT.search(line):
                where = Location(path=source.path, line=number, column=found.start() + 1)
                message = "This line is a draft still."
                hint = "Write what belongs here in place of TODO; docs/reference/ says what each line means."
                yield Diagnostic(rule=Rule.CATALOG_INVALID, location=where, message=message, hint=hint)


def _read(sources: Sources, name: str, model: type[M]) -> tuple[M | None, tuple[Diagnostic, ...]]:
    source = sources.files.get(f"{FOLDER}/{name}")
    if source is None:
        return None, (missing(f"{FOLDER}/{name}", "Write it; `profiles new` makes an example."),)
    located, problems = parse_yaml(source, model)
    return located.value if located else None, problems


def _read_origins(sources: Sources) -> tuple[dict[str, Origin] | None, tuple[Diagnostic, ...]]:
    """Return the origins; what one leaves to its receipt is taken from there."""
    source = sources.files.get(f"{FOLDER}/origins.yaml")
    if source is None:
        return None, _read(sources, "origins.yaml", dict[str, OriginShape])[1]
    located, problems = parse_yaml(source, dict[str, OriginShape])
    if located is None:
        return None, problems
    given = {key: _origin_facts(sources, key, shape) for key, shape in located.value.items()}
    faults = tuple(
        _origin_fault(located.location(key), name, receipt=located.value[key].receipt)
        for key, facts in given.items()
        for name in ("vintage", "retrieved_from")
        if not facts[name]
    )
    return {key: Origin(id=key, **facts) for key, facts in given.items()}, (*problems, *faults)


def _origin_facts(sources: Sources, key: str, shape: OriginShape) -> dict[str, Any]:
    facts = {name: value for name, value in dict(shape).items() if name != "receipt"}
    return {**facts, **facts_of(sources, key)} if shape.receipt else facts


def _origin_fault(where: Location, name: str, *, receipt: bool) -> Diagnostic:
    hint = "Run `profiles refresh` first, or write it here until then." if receipt else f"Add '{name}: …'."
    message = f"The receipt does not say '{name}'." if receipt else f"'{name}' is missing."
    return Diagnostic(rule=Rule.CATALOG_INVALID, location=where, message=message, hint=hint)


def _read_withheld(sources: Sources) -> tuple[dict[str, WithheldShape], tuple[Diagnostic, ...]]:
    if f"{FOLDER}/withheld.yaml" not in sources.files:
        return {}, ()
    shapes, problems = _read(sources, "withheld.yaml", dict[str, WithheldShape])
    return shapes or {}, problems


def _read_indicators(sources: Sources) -> tuple[list[tuple[Indicators, str, IndicatorShape]], tuple[Diagnostic, ...]]:
    """Return the indicators of all files below ``data/catalog/indicators/``, each with its file."""
    read = [parse_yaml(source, dict[IndicatorId, IndicatorShape]) for source in _indicator_files(sources)]
    if not read:
        return [], (missing(f"{FOLDER}/indicators/", "Put at least one file with indicators there."),)
    shapes = [(located, key, shape) for located, _ in read if located for key, shape in located.value.items()]
    problems = tuple(problem for _, found in read for problem in found)
    return shapes, (*problems, *_check_twice(shapes))


def _indicator_files(sources: Sources) -> Iterator[Source]:
    return sources.under(f"{FOLDER}/indicators", ".yaml")


def check_files(sources: Sources, catalog: Catalog) -> Iterator[Diagnostic]:
    """Yield a problem for each indicator of the catalog that has no file of observations."""
    if not any(sources.under("data/observations")):
        return  # one problem: the folder is empty
    for source in _indicator_files(sources):
        located, _ = parse_yaml(source, dict[str, object])
        for key in located.value if located else ():
            path = f"data/observations/{key}.csv"
            if located and key in catalog.indicators and path not in sources.files:
                message, hint = f"There is no file '{path}'.", "Add the file, or take the indicator out of the catalog."
                where = located.location(key, key=True)
                yield Diagnostic(rule=Rule.FILE_MISSING, location=where, message=message, hint=hint)


def _check_twice(shapes: list[tuple[Indicators, str, IndicatorShape]]) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for located, key, _ in shapes:
        if key in seen:
            yield _fault(
                located, (key,), Rule.CATALOG_INVALID, f"The indicator '{key}' stands in two files.", "Keep one."
            )
        seen.add(key)


def _indicator(key: str, shape: IndicatorShape) -> Indicator:
    given = dict(shape)
    given["unit"] = Unit(**dict(shape.unit))
    if shape.minimum is None and shape.unit.kind is UnitKind.COUNT:
        given["minimum"] = 0.0
    given["known"] = tuple(KnownFinding(**dict(known)) for known in shape.known)
    given["derived"] = Derived(**dict(shape.derived)) if shape.derived else None
    given["aggregate"] = _aggregate(shape.aggregate) if shape.aggregate else None
    given["total"] = tuple(shape.total.items())
    given["related"] = tuple((other.indicator, other.reason) for other in shape.related)
    return Indicator(id=key, **given)


def _aggregate(shape: AggregateShape) -> Aggregate:
    method = Method.SUM if shape.sum else Method.MEAN
    return Aggregate(method=method, weight=shape.sum or shape.mean or "")


def _check_indicator(located: Indicators, catalog: Catalog, key: str) -> Iterator[Diagnostic]:
    """Yield the conflicts between an indicator and the rest of the catalog."""
    indicator = catalog.indicators[key]
    if indicator.topic not in catalog.topics:
        yield _unknown(located, (key, "topic"), Rule.CATALOG_INVALID, "topic", indicator.topic, list(catalog.topics))
    for at, origin in enumerate(indicator.origins):
        yield from _check_origin(located, catalog, (key, "origins", at), origin)
    for at, (other, _) in enumerate(indicator.related):
        if other not in catalog.indicators:
            where = (key, "related", at, "indicator")
            yield _unknown(located, where, Rule.INDICATOR_UNKNOWN, "indicator", other, list(catalog.indicators))
    for place, other in _named(indicator):
        if other not in catalog.indicators:
            known = list(catalog.indicators)
            yield _unknown(located, (key, *place), Rule.INDICATOR_UNKNOWN, "indicator", other, known)
    yield from _check_symbol(located, key, indicator.unit.symbol)
    low, high = indicator.minimum, indicator.maximum
    if low is not None and high is not None and low > high:
        message = f"The minimum {low:g} is above the maximum {high:g}."
        yield _fault(located, (key, "minimum"), Rule.CATALOG_INVALID, message, "Swap them.")
    if (change := indicator.total_change) and change[0] > change[1]:
        message = f"The change from {change[0]:g} to {change[1]:g} runs backwards."
        yield _fault(located, (key, "total_change"), Rule.CATALOG_INVALID, message, "Swap them.")
    if not indicator.comparable and not indicator.not_comparable_reason:
        hint = "Add 'not_comparable_reason: …'; readers see it."
        yield _fault(located, (key, "comparable"), Rule.CATALOG_INVALID, "A reason is missing.", hint)


def _check_symbol(located: Indicators, key: str, symbol: str) -> Iterator[Diagnostic]:
    """Yield a problem for a unit in thousands: a text that says "thousand" would be read as 1,000 of them."""
    if found := _SIZED.fullmatch(symbol.strip()):
        size = found[1].lower()
        message = f"The unit '{symbol}' begins with a size; texts could not state its figures."
        hint = (
            f"Write {found[2] or 'the unit'} and the figures in full; "
            f"`scale: {_SIZES[size]}` in the contract of an import multiplies them."
        )
        yield _fault(located, (key, "unit", "symbol"), Rule.CATALOG_INVALID, message, hint)


def _named(indicator: Indicator) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the indicators that an indicator is made with, each with where it is named."""
    if derived := indicator.derived:
        yield ("derived", "numerator"), derived.numerator
        yield ("derived", "denominator"), derived.denominator
    if how := indicator.aggregate:
        yield ("aggregate", how.method.value), how.weight


def _check_origin(
    located: Indicators, catalog: Catalog, where: tuple[int | str, ...], origin: str
) -> Iterator[Diagnostic]:
    if origin not in catalog.origins:
        yield _unknown(located, where, Rule.ORIGIN_UNKNOWN, "origin", origin, list(catalog.origins))
    elif catalog.origins[origin].redistribution is Redistribution.NO:
        message = f"The licence of '{origin}' does not let this series be published."
        yield _fault(located, where, Rule.DATA_WITHHELD, message, "Remove it and list it in withheld.yaml.")


def _unknown(
    located: Indicators, where: tuple[int | str, ...], rule: Rule, noun: str, name: str, known: list[str]
) -> Diagnostic:
    hint = suggest(name, known, f"Known are: {', '.join(known[:8])}")
    return _fault(located, where, rule, f"There is no {noun} '{name}'.", hint)


def _fault(located: Indicators, where: tuple[int | str, ...], rule: Rule, message: str, hint: str) -> Diagnostic:
    return Diagnostic(rule=rule, location=located.location(*where), message=message, hint=hint)
