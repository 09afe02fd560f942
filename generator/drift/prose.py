"""The effect of new data on the prose: every bound figure, rank, trend and chart compared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape

from generator.charts.map.plan import map_description
from generator.charts.plan import plan_chart
from generator.charts.request import ChartKind, ChartRequest
from generator.claims.bind import bind_reference
from generator.content.documents import Document
from generator.content.references import OF_FIGURES, Reference, Scheme
from generator.data.dataset import Dataset
from generator.diagnostics import Location
from generator.pages.prose.charts import chart_request
from generator.sources.files import Sources

_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
NO_CHART = "nothing to draw"
_END = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """One reference whose data changed, or one series with fewer figures.

    It has the place, the authors, the sentence, old and new, and whether the sentence still holds.
    """

    location: Location
    authors: tuple[str, ...]
    sentence: str
    subject: str
    old: str
    new: str
    holds: bool
    """Whether the sentence still agrees; False for a chart, whose title nothing can check."""
    drawn: bool = False
    """Whether it is a chart, whose title is to be read again beside the new drawing."""


def find_drift(documents: tuple[Document, ...], sources: Sources, old: Dataset, new: Dataset) -> tuple[Drift, ...]:
    """Return the differences between two states of the data in the given documents, in order of place."""
    found = [drift for document in documents for drift in _in_document(document, sources, old, new)]
    return tuple(sorted(found, key=lambda drift: drift.location))


def _in_document(document: Document, sources: Sources, old: Dataset, new: Dataset) -> Iterator[Drift]:
    home = document.home
    text = sources.files[document.path].data.decode("utf-8")
    for reference in document.references:
        before, after = (_state(reference, dataset, home) for dataset in (old, new))
        if before != after:
            yield Drift(
                location=reference.location,
                authors=document.authors,
                sentence=_stated(document.summary, reference) or sentence_at(text, reference.location),
                subject=_subject(reference, new, home),
                old=before,
                new=after,
                holds=_holds(reference, new, home),
                drawn=reference.scheme is Scheme.CHART and after != NO_CHART,
            )


def _state(reference: Reference, dataset: Dataset, home: str) -> str:
    """Return the full value of a reference, whatever is typed; empty if it has no data."""
    if reference.scheme is Scheme.CHART:
        return _drawn(chart_request(reference, home), dataset) or NO_CHART
    if reference.scheme not in OF_FIGURES or not _known(reference, dataset):
        return ""
    filled = replace(reference, text="…", title="", options=tuple(o for o in reference.options if o[0] != "quoted"))
    bound, problems = bind_reference(filled, dataset, home)
    return bound.exact if bound else problems[0].message


def _drawn(request: ChartRequest, dataset: Dataset) -> str:
    if request.kind is ChartKind.MAP:
        return map_description(request, dataset)
    chart = plan_chart(request, dataset, chart_id="drift")
    return chart.description if chart else ""


def _known(reference: Reference, dataset: Dataset) -> bool:
    return not reference.names_indicator or reference.target in dataset.catalog.indicators


def _subject(reference: Reference, dataset: Dataset, home: str) -> str:
    bound, _problems = (
        bind_reference(replace(reference, text="…"), dataset, home) if _has_figure(reference) else (None, ())
    )
    return bound.subject if bound else f"{reference.scheme}:{reference.target}"


def _has_figure(reference: Reference) -> bool:
    return reference.scheme in OF_FIGURES


def _holds(reference: Reference, dataset: Dataset, home: str) -> bool:
    """Whether the text as typed still agrees; a chart's caption is for its author to judge."""
    return _has_figure(reference) and _known(reference, dataset) and not bind_reference(reference, dataset, home)[1]


def sentence_at(text: str, place: Location) -> str:
    """Return the sentence around a place as readers see it, without addresses of links."""
    lines = text.split("\n")
    at = place.line - 1
    first = next((n for n in range(at, -1, -1) if not lines[n].strip()), -1) + 1
    last = next((n for n in range(at, len(lines)) if not lines[n].strip()), len(lines))
    paragraph = "\n".join(lines[first:last])
    offset = sum(len(line) + 1 for line in lines[first:at]) + place.column - 1
    marked = f"{paragraph[:offset]}\ue000{paragraph[offset:]}"
    return _around(_LINK.sub(r"\1", marked))


def _stated(summary: tuple[str | Reference, ...], reference: Reference) -> str:
    """Return the sentence of a summary around a reference, empty for one elsewhere."""
    texts = (f"\ue000{p.text}" if p is reference else unescape(p if isinstance(p, str) else p.text) for p in summary)
    return _around("".join(texts)) if reference in summary else ""


def _around(plain: str) -> str:
    """Return the sentence in which the mark stands, without it."""
    sentence = next((s for s in _END.split(plain) if "\ue000" in s), plain)
    return " ".join(sentence.replace("\ue000", "").split())
