"""What is new with an edition: revisions, how far figures reach, essays and briefs of its month."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.data.dataset import Dataset
from generator.formatting import format_list
from generator.messages import gettext as _
from generator.messages import ngettext
from generator.pages.blocks.revisions import changes_link, plan_events
from generator.pages.frame.frame import indicators_link
from generator.pages.project import Project, brief_url, document_url
from generator.pages.records.parts import Link

NAMED = 2
"""Series revised, essays and briefs that are named, of each at most."""

News = tuple[tuple[str, Link], ...]
"""Sentences, each with where to read on."""


def plan_edition(project: Project) -> News:
    """Return what is new, the data first."""
    return (*_revised(project), _reach(project.dataset), *_written(project))


def _revised(project: Project) -> Iterator[tuple[str, Link]]:
    """Yield the revisions of the latest day up to the edition's; that none is recorded where so."""
    link, events = changes_link(), plan_events(project)
    known = [event for event in events if event.day <= project.config.edition.isoformat()]
    latest = [event for event in known if event.day == known[0].day]
    if latest:
        titles = [series.link.text for event in latest for series in event.series]
        text = _("Figures changed since they were last taken: {titles}.").format(
            titles=format_list((*titles[:NAMED], *_rest(titles)))
        )
        yield text, Link(text=_("What changed"), url=f"{link.url}#{latest[0].id}")
    if not events:
        yield _("No revision of figures by their producers is recorded yet."), link


def _rest(titles: Sequence[str]) -> Iterator[str]:
    """Yield how many more series there are than are named, if any."""
    if (more := len(titles) - NAMED) > 0:
        yield ngettext("{count} more", "{count} more", more).format(count=more)


def _reach(dataset: Dataset) -> tuple[str, Link]:
    """Return how many indicators have figures for the reference year or later."""
    year, indicators = dataset.reference_year, dataset.catalog.indicators
    count = sum(max(dataset.coverage(i), default=0) >= year for i in indicators)
    text = _("{count} of {all} indicators have figures for {year} or later.")
    return text.format(count=count, all=len(indicators), year=year), indicators_link()


def _written(project: Project) -> Iterator[tuple[str, Link]]:
    """Yield the essays and briefs of the edition's month."""
    edition = project.config.edition
    essays = [e for e in project.essays() if e.date and _same_month(e.date, edition)]
    briefs = [b for b in project.briefs() if _same_month(b.date, edition)]
    yield from ((_("New essay:"), Link(text=e.title, url=document_url(e))) for e in essays[:NAMED])
    yield from ((_("New brief:"), Link(text=b.headline, url=brief_url(b))) for b in briefs[:NAMED])


def _same_month(day: date, edition: date) -> bool:
    return (day.year, day.month) == (edition.year, edition.month)
