"""The frame of a page: title, address, edition, breadcrumbs."""

from generator.config import SiteConfig
from generator.formatting import format_month
from generator.messages import gettext as _
from generator.pages.parts import Link, Shell
from generator.urls import canonical


def plan_shell(config: SiteConfig, *, title: str, description: str, url: str, trail: tuple[Link, ...] = ()) -> Shell:
    """Return the frame of the page at `url`; the trail always begins at the front page."""
    return Shell(
        title=title,
        description=description,
        url=url,
        site_title=config.title,
        language=config.language,
        edition=format_month(config.edition, config.language),
        edition_date=config.edition.isoformat(),
        publisher=config.publisher.name,
        repository=config.publisher.repository,
        canonical=canonical(config.base_url, url),
        licence=config.licence,
        trail=(Link(text=_("Home"), url="/"), *trail) if url != "/" else (),
    )


def countries_link() -> Link:
    """Return the breadcrumb of the list of countries."""
    return Link(text=_("Countries"), url="/countries/")


def indicators_link() -> Link:
    """Return the breadcrumb of the list of indicators."""
    return Link(text=_("Indicators"), url="/indicators/")


def essays_link() -> Link:
    """Return the breadcrumb of the list of essays."""
    return Link(text=_("Essays"), url="/essays/")
