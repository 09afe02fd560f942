"""The page at `/search/`; its index is made from the finished pages."""

from generator.messages import gettext as _
from generator.pages.frame.frame import countries_link, essays_link, indicators_link, plan_frame
from generator.pages.project import Project
from generator.pages.records.page import SearchPage
from generator.pages.records.parts import Link


def plan_search(project: Project) -> SearchPage:
    """Return the page that searches profiles, indicators, essays, briefs and pages of prose."""
    title, summary = _("Search"), _("The words of every profile, indicator, essay and brief.")
    link = Link(text=title, url="/search/")
    return SearchPage(
        frame=plan_frame(project.config, title=title, description=summary, url=link.url, trail=(link,)),
        title=title,
        summary=summary,
        kinds=(
            ("profile", _("Country profile")),
            ("indicator", _("Indicator")),
            ("essay", _("Essay")),
            ("brief", _("Briefs")),
            ("page", _("About this site")),
        ),
        lists=(countries_link(project.config), indicators_link(), *((essays_link(),) if project.essays() else ())),
    )
