"""The look of every page: colours, logo and icon with what a page must know of their files."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.identity.pictures import size_of
from generator.identity.schemes import TOKENS, schemes_of, sheet_of
from generator.identity.settings import Colours, Logo
from generator.sources.files import STATIC, Sources

TYPES = {"svg": "image/svg+xml", "png": "image/png"}
ICON = "/favicon.svg"
"""Where the icon is that the program makes."""
THEMES_COLOURS = Colours()
HEIGHT = 40
"""The height of a logo in the head of a page, in CSS pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A logo as pages show it: where its pictures are, what they say, and how large they are."""

    light: str
    dark: str
    """Empty where it is the same."""
    alt: str
    width: int
    height: int
    title: bool
    """Whether the site's title stands beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a site's own look consists of; the theme's where it says nothing."""

    colours: Colours = THEMES_COLOURS
    logo: Logo | None = None
    favicon: str | None = None
    """As `static/icon.svg`."""

    @property
    def icon_url(self) -> str:
        """Where the icon is below the site's address."""
        return address(self.favicon) if self.favicon else ICON

    @property
    def icon_type(self) -> str:
        """The media type of the icon."""
        return TYPES[self.icon_url.rpartition(".")[2]]

    def sheet(self, sources: Sources) -> str:
        """Return the style sheet of the site's colours."""
        return sheet_of(tokens_of(sources), self.colours)

    def light(self, sources: Sources) -> Mapping[str, str]:
        """Return the colours of light pages that are not the theme's, by the names of their tokens."""
        return schemes_of(tokens_of(sources), self.colours)[0].changed

    def mark(self, sources: Sources) -> Mark | None:
        """Return the logo with the size of its light picture; None without one."""
        source = sources.files.get(self.logo.light) if self.logo else None
        if self.logo is None or source is None:
            return None
        width, height = size_of(source) or (1, 1)
        dark = address(self.logo.dark) if self.logo.dark else ""
        return Mark(
            light=address(self.logo.light),
            dark=dark,
            alt=self.logo.alt,
            width=round(HEIGHT * width / height),
            height=HEIGHT,
            title=self.logo.title,
        )


def address(path: str) -> str:
    """Return where a file of `static/` is below the site's address: `/logo.svg`."""
    return f"/{path.removeprefix(STATIC)}"


def tokens_of(sources: Sources) -> str:
    """Return the sheet in which the colours of the theme are named, a project's own if it has one."""
    source = sources.files.get(TOKENS)
    return source.data.decode("utf-8", "replace") if source else ""
