"""Pages of news briefs: each issue, and the list of all by issue, theme and country."""

from collections.abc import Iterator
from posixpath import dirname, join, normpath

from generator.content.briefs import Issue
from generator.content.references import Scheme
from generator.formatting import format_date
from generator.messages import gettext as _
from generator.messages import ngettext
from generator.pages.blocks.briefs import THEMES, brief_item, brief_view
from generator.pages.frame.citation import plan_citation
from generator.pages.frame.frame import BRIEFS, plan_frame, previous_and_next
from generator.pages.frame.json_ld import Thing, issue_thing
from generator.pages.project import Project, brief_url, document_url
from generator.pages.prose.bind import BoundDocument, summary_of
from generator.pages.prose.plain import plain_text
from generator.pages.records.briefs import BriefsPage, BriefView, IssuePage
from generator.pages.records.parts import Link, country_link
from generator.pages.records.rows import ListItem
from generator.urls import canonical, issue_url


def briefs_link() -> Link:
    """Return the breadcrumb of the list of briefs."""
    return Link(text=_("Briefs"), url=BRIEFS)


def plan_issue(project: Project, issue: Issue, bound: BoundDocument) -> IssuePage:
    """Return the page of an issue, its briefs by theme."""
    url = issue_url(issue.id)
    return IssuePage(
        frame=plan_frame(
            project.config,
            title=issue.title,
            description=plain_text(bound.summary),
            url=url,
            trail=(briefs_link(), Link(text=issue.title, url=url)),
            around=previous_and_next([Link(text=i.title, url=issue_url(i.id)) for i in project.issues], url),
            things=(_thing(project, issue),),
        ),
        title=issue.title,
        summary=bound.summary,
        date=format_date(issue.date),
        source=issue.source,
        themes=tuple((theme, THEMES[theme], _views(project, issue, bound, theme)) for theme in _themes(issue)),
        essays=tuple(essays_on(project, issue)),
        notes=bound.notes,
        citation=plan_citation(project.config, project.dataset, authors=(), title=issue.title, url=url, used=()),
    )


def essays_on(project: Project, issue: Issue) -> Iterator[tuple[Link, str]]:
    """Yield the essays that link to the issue or bind one of its briefs."""
    ids = {brief.id for brief in issue.briefs}
    for essay in project.essays():
        briefs = {r.target.partition("#")[0] for r in essay.references if r.scheme is Scheme.BRIEF}
        pages = {r.target.partition("#")[0] for r in essay.references if r.scheme is Scheme.PAGE}
        if briefs & ids or issue.path in {normpath(join(dirname(essay.path), path)) for path in pages}:
            yield Link(text=essay.title, url=document_url(essay)), summary_of(project, essay)


def _themes(issue: Issue) -> tuple[str, ...]:
    present = {brief.theme for brief in issue.briefs}
    return tuple(theme for theme in THEMES if theme in present)


def _views(project: Project, issue: Issue, bound: BoundDocument, theme: str) -> tuple[BriefView, ...]:
    return tuple(brief_view(project, b, bound.body(b.id)) for b in issue.briefs if b.theme == theme)


def _thing(project: Project, issue: Issue) -> Thing:
    base = project.config.base_url
    items = [(b.headline, b.date.isoformat(), canonical(base, brief_url(b))) for b in issue.briefs]
    return issue_thing(issue.title, items, canonical(base, issue_url(issue.id)))


def plan_briefs(project: Project) -> BriefsPage:
    """Return the list of all briefs: issues, then each theme's briefs, newest first, then countries."""
    link, briefs = briefs_link(), project.briefs()
    summary = _("Short news items, each with its date, its source and its figures.")
    themes = ((theme, tuple(brief_item(b) for b in briefs if b.theme == theme)) for theme in THEMES)
    return BriefsPage(
        frame=plan_frame(project.config, title=link.text, description=summary, url=link.url, trail=(link,)),
        title=link.text,
        summary=summary,
        issues=tuple(_issue_item(project, issue) for issue in project.issues),
        themes=tuple((theme, THEMES[theme], items) for theme, items in themes if items),
        countries=tuple(_countries(project)),
    )


def _issue_item(project: Project, issue: Issue) -> ListItem:
    return ListItem(
        link=Link(text=issue.title, url=issue_url(issue.id)),
        text=summary_of(project, project.documents[issue.path]),
        value=_count(len(issue.briefs)),
    )


def _count(count: int) -> str:
    return ngettext("{count} brief", "{count} briefs", count).format(count=count)


def _countries(project: Project) -> Iterator[tuple[Link, str]]:
    for code in project.dataset.profiles:
        if found := project.briefs(code):
            country = project.dataset.countries[code]
            yield country_link(country, "#briefs"), _count(len(found))
