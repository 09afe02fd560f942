"""The page `/data/changes/`: what producers revised, and when their figures were taken."""

from generator.messages import gettext as _
from generator.pages.blocks.revisions import (
    CHANGES,
    CHANGES_FEED,
    changes_link,
    is_computed,
    plan_events,
    taken_in_words,
)
from generator.pages.frame.frame import data_link, plan_frame
from generator.pages.project import Project
from generator.pages.records.parts import Link
from generator.pages.records.revisions import ChangesPage


def plan_changes(project: Project) -> ChangesPage:
    """Return the page with every recorded revision, newest first."""
    link = changes_link()
    summary = _("What producers revised since their figures were first taken, and when each was taken last.")
    origins = project.dataset.catalog.origins
    used = dict.fromkeys(
        o for i in project.dataset.catalog.indicators.values() for o in i.origins if not is_computed(project, i.id)
    )
    return ChangesPage(
        frame=plan_frame(
            project.config,
            title=link.text,
            description=summary,
            url=CHANGES,
            trail=(data_link(), link),
            feed=Link(text=link.text, url=CHANGES_FEED),
        ),
        title=link.text,
        summary=summary,
        events=plan_events(project),
        taken=tuple(
            (f"{origins[o].producer}, {origins[o].edition}", taken_in_words(origins[o], project.receipts.get(o)))
            for o in origins
            if o in used
        ),
    )
