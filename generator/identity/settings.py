"""The keys of `site.yaml` that say whose site it is."""

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from generator.sources.shapes import NonEmpty, StrictModel

Address = Annotated[str, StringConstraints(pattern=r"^(/([a-z0-9_-]+/)*|https://[^\s]+)$")]
"""A page of the site, as `/about/`, or an address elsewhere that begins with https://."""

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
"""A colour as `#00657e`."""

PictureFile = Annotated[str, StringConstraints(pattern=r"^static/[A-Za-z0-9_][A-Za-z0-9_./-]*\.(svg|png)$")]
"""A picture of the project, as `static/logo.svg`."""


class Service(StrEnum):
    """A service by which readers share a page."""

    EMAIL = "email"
    BLUESKY = "bluesky"
    FACEBOOK = "facebook"
    LINKEDIN = "linkedin"
    REDDIT = "reddit"
    TELEGRAM = "telegram"
    WHATSAPP = "whatsapp"
    X = "x"


class SiteLink(StrictModel):
    """A link in the head or at the foot of every page."""

    text: NonEmpty
    """The words of the link."""
    url: Address
    """A page of the site, as `/about/`, or an address elsewhere that begins with https://."""


class Footer(StrictModel):
    """What stands at the foot of every page besides edition, publisher and licence."""

    text: str = ""
    """A sentence or two, as on who funds the site."""
    links: tuple[SiteLink, ...] = ()
    """Links to pages of the site or to addresses elsewhere."""


class Logo(StrictModel):
    """The publisher's mark in the head of every page."""

    light: PictureFile
    """The logo on light paper: an SVG without scripts or a PNG in `static/`, as `static/logo.svg`."""
    dark: PictureFile | None = None
    """The logo on dark paper; without it the same."""
    alt: NonEmpty
    """What the logo says to those who do not see it: the publisher's name."""
    title: bool = True
    """Whether the site's title stands beside it."""


class Colours(StrictModel):
    """Colours of one’s own, as `#00657e`, for pages, charts, pictures and maps."""

    accent: Colour | None = None
    """The colour of what is marked: the country in a chart, the classes of maps, the page one is on."""
    accent_dark: Colour | None = None
    """The same on dark paper; without it one of the same hue, as bright as needed."""
    paper: Colour | None = None
    """The colour of the page; greys and inks keep their contrast with it."""
    paper_dark: Colour | None = None
    """The same where readers prefer dark."""
