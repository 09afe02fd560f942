"""What a producer changed since we first took its figures, and when we took them, as receipts say."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from generator.data.catalog import Origin
from generator.data.dataset import Dataset
from generator.formatting import format_date, format_number
from generator.imports.receipts import Receipt, RecordedChanges, RecordedRevision, taken_on
from generator.messages import gettext as _
from generator.pages.project import Project
from generator.pages.records.parts import Link
from generator.pages.records.revisions import ChangedFigure, RevisedSeries, RevisionEvent, TakenBlock
from generator.urls import indicator_url

Receipts = Mapping[str, Receipt]

CHANGES = "/data/changes/"
CHANGES_FEED = f"{CHANGES}feed.xml"


def changes_link() -> Link:
    """Return the link to the page."""
    return Link(text=_("What changed in the data"), url=CHANGES)


def plan_taken(
    dataset: Dataset, receipts: Receipts, indicator: str, origins: tuple[str, ...]
) -> tuple[TakenBlock, ...]:
    """Return for each origin of an indicator when its figures were taken, and what changed last."""
    return tuple(_block(dataset, dataset.catalog.origins[o], receipts.get(o), indicator) for o in origins)


def _block(dataset: Dataset, origin: Origin, receipt: Receipt | None, indicator: str) -> TakenBlock:
    last = last_revision(receipt, indicator) if receipt else None
    said = changes_in_words(last.series[indicator]) if last else ""
    largest = changed_figures(dataset, last.series[indicator]) if last else ()
    happened = _("{day}: {changes}.").format(day=day_in_words(last.date), changes=said) if last else ""
    return TakenBlock(
        source=source_name(origin),
        taken=taken_in_words(origin, receipt),
        changed=happened or (_("No revision has been recorded since.") if receipt else _no_record()),
        largest=largest,
        more=last.series[indicator].revised - len(largest) if last else 0,
    )


def _no_record() -> str:
    return _("No receipt of the request was kept, so what the producer revised before or since is not known here.")


def source_name(origin: Origin) -> str:
    """Return producer and dataset: `World Bank – World Development Indicators`."""
    return f"{origin.producer} – {origin.title}"


def taken_in_words(origin: Origin, receipt: Receipt | None) -> str:
    """Return the day and the vintage of what we have, as far as they are known."""
    if receipt is None:
        return _copied(origin)
    day = taken_on(receipt)
    file = str(next(iter(receipt.requests), {}).get("url", "")).rpartition("/")[2]
    from_file = _("Taken from the producer’s file {file}").format(file=file) if file else _("Taken from a file")
    taken = _("Taken from the producer on {day}").format(day=day_in_words(day)) if day else from_file
    return f"{taken}, {_('vintage {vintage}').format(vintage=receipt.vintage)}." if receipt.vintage else f"{taken}."


def _copied(origin: Origin) -> str:
    if origin.date_accessed is None:
        return _("Copied from {mirror}, on a day that is not known.").format(mirror=origin.retrieved_from)
    day = format_date(origin.date_accessed)
    return _("Copied from {mirror}, state of {day}.").format(mirror=origin.retrieved_from, day=day)


def last_revision(receipt: Receipt, indicator: str) -> RecordedRevision | None:
    """Return the latest revision that changed a series."""
    return next((each for each in reversed(receipt.revisions) if indicator in each.series), None)


def day_in_words(day: str) -> str:
    """Return a day of a receipt in words; the word for none where the reply had no date."""
    try:
        return format_date(date.fromisoformat(day))
    except ValueError:
        return _("Undated")


def changes_in_words(changes: RecordedChanges) -> str:
    """Return what changed in a series: `3 revised, 217 new (2025), 5,000 unchanged`."""
    return ", ".join(_parts(changes))


def _parts(changes: RecordedChanges) -> Iterator[str]:
    counts = (
        (_("{count} revised"), changes.revised),
        (_("{count} new ({years})") if changes.new_years else _("{count} new"), changes.new),
        (_("{count} withdrawn"), changes.withdrawn),
        (_("{count} rounded otherwise"), changes.rerounded),
        (_("{count} with another status"), changes.statuses),
        (_("{count} unchanged"), changes.unchanged),
    )
    years = ", ".join(changes.new_years)
    for text, count in counts:
        if count:
            yield text.format(count=format_number(count, 0), years=years)
    if changes.accepted:
        yield _("taken after a look: {reason}").format(reason=changes.accepted)


def changed_figures(dataset: Dataset, changes: RecordedChanges) -> tuple[ChangedFigure, ...]:
    """Return the largest revisions with the producer's digits; countries that we do not know are left out."""
    known = (each for each in changes.largest if each.country in dataset.countries)
    return tuple(
        ChangedFigure(
            country=dataset.countries[each.country].name, year=each.year, old=_digits(each.old), new=_digits(each.new)
        )
        for each in known
    )


def _digits(text: str) -> str:
    """Return a producer's number as the site writes numbers, no digit fewer: `7,500,000`."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    exponent = number.as_tuple().exponent
    return format_number(number, max(0, -exponent)) if isinstance(exponent, int) else text


def is_computed(project: Project, indicator: str) -> bool:
    """Whether an indicator is the score of an index, which nobody was asked for."""
    return any(indicator == result.contract.indicator for result in project.indices.values())


def plan_events(project: Project) -> tuple[RevisionEvent, ...]:
    """Return every revision that receipts record of series that are published, newest first."""
    return tuple(sorted(_events(project), key=lambda event: (event.day, event.id), reverse=True))


def _events(project: Project) -> Iterator[RevisionEvent]:
    for origin in project.dataset.catalog.origins.values():
        receipt = project.receipts.get(origin.id)
        for number, revision in enumerate(receipt.revisions if receipt else (), start=1):
            if series := tuple(_series(project, revision)):
                yield RevisionEvent(
                    id=f"{origin.id.replace('_', '-')}-{number}",
                    title=f"{source_name(origin)}, {day_in_words(revision.date)}",
                    day=revision.date,
                    vintage=_vintage(revision),
                    series=series,
                )


def _vintage(revision: RecordedRevision) -> str:
    if revision.before and revision.after and revision.before != revision.after:
        return _("From vintage {before} to {after}.").format(before=revision.before, after=revision.after)
    return _("Vintage {vintage}.").format(vintage=revision.after) if revision.after else ""


def _series(project: Project, revision: RecordedRevision) -> Iterator[RevisedSeries]:
    for name, changes in revision.series.items():
        if name in project.dataset.catalog.indicators:
            link = Link(text=project.dataset.indicator(name).title, url=indicator_url(name))
            largest = changed_figures(project.dataset, changes)
            more = changes.revised - len(largest)
            yield RevisedSeries(link=link, said=changes_in_words(changes), largest=largest, more=more)
