"""What is new with an edition: how far figures reach, revisions, and what was written."""

from dataclasses import replace
from datetime import date

from generator.imports.receipts import Receipt, RecordedChanges, RecordedRevision
from generator.pages.blocks.edition import plan_edition
from generator.pages.site import Site
from tests.pages.kinds.test_compare import site

__all__ = ("site",)


def test_an_edition_says_how_far_its_figures_reach_and_that_no_revision_is_recorded(site: Site) -> None:
    project = site.project
    texts = [text for text, _link in plan_edition(project)]
    assert texts[0] == "No revision of figures by their producers is recorded yet."
    year = project.dataset.reference_year
    late = [i for i in project.dataset.catalog.indicators if max(project.dataset.coverage(i)) >= year]
    assert (
        texts[1]
        == f"{len(late)} of {len(project.dataset.catalog.indicators)} indicators have figures for {year} or later."
    )


def test_what_producers_revised_is_named_the_latest_first(site: Site) -> None:
    project = site.project
    origin = next(iter(project.dataset.catalog.origins))
    names = tuple(project.dataset.catalog.indicators)[:3]
    changed = {name: RecordedChanges(revised=1) for name in names}
    receipt = Receipt(revisions=(RecordedRevision(date="2026-01-02", series=changed),))
    revised = replace(project, receipts={origin: receipt})
    titles = [project.dataset.indicator(name).title for name in names]
    text, link = plan_edition(revised)[0]
    assert text == f"Figures changed since they were last taken: {titles[0]}, {titles[1]} and 1 more."
    assert link.url.startswith("/data/changes/#")


def test_what_was_written_in_its_month_is_named(site: Site) -> None:
    project = site.project
    briefs = project.briefs()
    day = briefs[0].date if briefs else date(2026, 1, 1)
    then = replace(project, config=project.config.model_copy(update={"edition": day}))
    named = [link.text for text, link in plan_edition(then) if text == "New brief:"]
    assert (
        named
        == [brief.headline for brief in briefs if (brief.date.year, brief.date.month) == (day.year, day.month)][:2]
    )


def test_revisions_of_one_day_are_one_sentence(site: Site) -> None:
    project = site.project
    names, origins = tuple(project.dataset.catalog.indicators)[:2], tuple(project.dataset.catalog.origins)[:2]
    receipts = {
        origin: Receipt(revisions=(RecordedRevision(date="2026-01-02", series={name: RecordedChanges(revised=1)}),))
        for origin, name in zip(origins, names, strict=True)
    }
    said = [text for text, _link in plan_edition(replace(project, receipts=receipts)) if text.startswith("Figures")]
    titles = {project.dataset.indicator(name).title for name in names}
    assert len(said) == 1
    assert all(title in said[0] for title in titles)
