"""The frame of a page: title, address, edition, breadcrumbs."""

from collections.abc import Collection, Iterable, Sequence

from generator.config import SiteConfig
from generator.formatting import format_month
from generator.identity.settings import SiteLink
from generator.messages import capital
from generator.messages import gettext as _
from generator.pages.frame.json_ld import Thing, breadcrumbs, json_ld, script_hash
from generator.pages.frame.sharing import sharing_links
from generator.pages.records.parts import Link, PageFrame
from generator.urls import canonical

ESSAYS, BRIEFS = "/essays/", "/briefs/"
"""Lists that a site has if there is something in them."""


def plan_frame(
    config: SiteConfig,
    *,
    title: str,
    description: str,
    url: str,
    trail: tuple[Link, ...] = (),
    around: tuple[Link | None, Link | None] = (None, None),
    things: tuple[Thing, ...] = (),
    feed: Link | None = None,
) -> PageFrame:
    """Return the frame of the page at `url`; the trail always begins at the front page.

    `around` are the pages before and after it in its list, `things` what it tells machines besides its trail.
    """
    way = (Link(text=_("Home"), url="/"), *trail) if url != "/" else ()
    things = (*things, *breadcrumbs(config.base_url, way if trail else ()))
    described = json_ld(*things) if things else ""
    return PageFrame(
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
        navigation=_links(config.navigation),
        footer_text=config.footer.text,
        footer_links=(*_links(config.footer.links), *_imprint(config)),
        sharing=sharing_links(config.sharing, title, canonical(config.base_url, url)),
        trail=way,
        before=around[0],
        after=around[1],
        feed=feed,
        wording=config.entities.wording,
        json_ld=described,
        json_ld_hash=script_hash(described) if described else "",
    )


def with_navigation(config: SiteConfig, absent: Collection[str]) -> SiteConfig:
    """Return the settings with the usual links in the head of every page where `site.yaml` names none.

    `absent` are the addresses of lists that the site does not have, as there is nothing in them.
    """
    usual = (
        countries_link(config),
        indicators_link(),
        essays_link(),
        Link(text=_("Briefs"), url=BRIEFS),
        Link(text=_("Methods"), url="/methods/"),
        Link(text=_("About"), url="/about/"),
        Link(text=_("Search"), url="/search/"),
    )
    links = tuple(SiteLink(text=link.text, url=link.url) for link in usual if link.url not in absent)
    return config if config.navigation else config.model_copy(update={"navigation": links})


def _links(links: Iterable[SiteLink]) -> tuple[Link, ...]:
    return tuple(Link(text=link.text, url=link.url) for link in links)


def _imprint(config: SiteConfig) -> tuple[Link, ...]:
    return (Link(text=_("Imprint"), url=config.imprint),) if config.imprint else ()


def previous_and_next(links: Sequence[Link], url: str) -> tuple[Link | None, Link | None]:
    """Return the links before and after the one with this URL, None at the ends."""
    at = next(n for n, link in enumerate(links) if link.url == url)
    return (links[at - 1] if at else None), (links[at + 1] if at + 1 < len(links) else None)


def groups_link() -> Link:
    """Return the breadcrumb of the list of groups."""
    return Link(text=_("Regions and organisations"), url="/groups/")


def countries_link(config: SiteConfig) -> Link:
    """Return the breadcrumb of the list of countries."""
    kind = config.entities
    return Link(text=capital(kind.many), url=f"/{kind.path}/")


def indicators_link() -> Link:
    """Return the breadcrumb of the list of indicators."""
    return Link(text=_("Indicators"), url="/indicators/")


def essays_link() -> Link:
    """Return the breadcrumb of the list of essays."""
    return Link(text=_("Essays"), url=ESSAYS)


def data_link() -> Link:
    """Return the breadcrumb of the page about the data."""
    return Link(text=_("Data and downloads"), url="/data/")
