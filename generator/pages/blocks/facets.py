"""What a list of indicators is filtered by: topic, source, licence, kind and years."""

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.data.catalog import Indicator, Kind
from generator.data.dataset import Dataset
from generator.messages import gettext as _
from generator.pages.records.rows import Filter
from generator.urls import slug_of

KINDS = {
    Kind.OFFICIAL: _("official statistics"),
    Kind.SURVEY: _("survey"),
    Kind.HAND_COLLECTED: _("collected by hand"),
    Kind.COMPOSITE: _("composite index"),
    Kind.MODELLED: _("modelled estimate"),
}

DECADE, LATEST = 10, 6
"""The years between two choices of a beginning; how many years are choices of an end."""

Facets = tuple[tuple[str, str], ...]


def facets_of(dataset: Dataset, indicator: Indicator) -> Facets:
    """Return what is said of an indicator, as a page's data attributes: `source` is `world-bank undp`."""
    coverage = dataset.coverage(indicator.id)
    years = (("since", str(min(coverage))), ("until", str(max(coverage)))) if coverage else ()
    words = ((name, " ".join(map(slug_of, texts))) for name, texts in _said(dataset, indicator).items())
    return (*words, *years)


def plan_filters(dataset: Dataset) -> tuple[Filter, ...]:
    """Return the filters with at least two options, each option with the number of its indicators."""
    said = [_said(dataset, indicator) for indicator in dataset.catalog.indicators.values()]
    labels = {"topic": _("Topic"), "source": _("Source"), "licence": _("Licence"), "kind": _("Kind")}
    named = (_by_name(name, label, [text for each in said for text in each[name]]) for name, label in labels.items())
    return tuple(found for found in (*named, *_years(dataset)) if len(found.options) > 1)


def _said(dataset: Dataset, indicator: Indicator) -> dict[str, tuple[str, ...]]:
    """Return topic, producers, licences and kind of an indicator in words, each once."""
    catalog = dataset.catalog
    origins = [catalog.origins[origin] for origin in indicator.origins]
    return {
        "topic": (catalog.topics[indicator.topic].title,),
        "source": tuple(dict.fromkeys(origin.producer for origin in origins)),
        "licence": tuple(dict.fromkeys(origin.license for origin in origins)),
        "kind": (KINDS[indicator.kind],),
    }


def _by_name(name: str, label: str, texts: Sequence[str]) -> Filter:
    counts = Counter(texts)
    order = sorted(counts) if name != "topic" else list(dict.fromkeys(texts))
    return Filter(id=name, label=label, options=tuple((slug_of(text), f"{text} ({counts[text]})") for text in order))


def _years(dataset: Dataset) -> Iterator[Filter]:
    """Yield the filters by first and last year with a figure."""
    coverages = [found for i in dataset.catalog.indicators if (found := dataset.coverage(i))]
    firsts, lasts = sorted(min(found) for found in coverages), sorted({max(found) for found in coverages})
    decades = [year for year in range(0, max(firsts, default=0) + DECADE, DECADE) if year >= min(firsts, default=0)]
    early, late = _("{year} or earlier"), _("{year} or later")
    since = tuple((str(year), early.format(year=year)) for year in decades)
    until = tuple((str(year), late.format(year=year)) for year in reversed(lasts[-LATEST:]))
    yield Filter(id="since", label=_("Figures from"), options=since)
    yield Filter(id="until", label=_("Figures until"), options=until)
