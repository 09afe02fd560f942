"""The colours of both schemes: the theme's, and those that follow from colours of one's own.

A colour that follows keeps the contrast with paper that the theme's has, so that what was legible stays legible.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from generator.identity.colour import luminance, saturation, shade, with_contrast
from generator.identity.settings import Colours

TOKENS = "templates/foundation/tokens.css"
"""The sheet in which the theme names its colours."""
DARK = "@media screen and (prefers-color-scheme: dark)"
OF_THE_ACCENT = ("accent-tint", "ramp-1", "ramp-2", "ramp-3", "ramp-4", "ramp-5")
"""Colours in the hue of the accent."""

_COLOUR = re.compile(r"--([a-z0-9-]+):\s*(#[0-9a-fA-F]{6})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """The colours of light or of dark pages, and what a site changes of them."""

    theme: Mapping[str, str]
    """The theme's colours by the names of their tokens: `{"paper": "#fdfcf9"}`."""
    chosen: Mapping[str, str] = field(default_factory=dict)
    """The accent and the paper of the site, as far as it has its own."""

    @property
    def changed(self) -> Mapping[str, str]:
        """The colours that differ from the theme's."""
        if not self.chosen:
            return {}
        found = {name: self._colour(name) for name in self.theme}
        return {name: colour for name, colour in found.items() if colour != self.theme[name]}

    def luminance(self, name: str) -> float:
        """Return the luminance of a colour as the site has it."""
        if name in self.chosen or not self._follows(name):
            return luminance(self.chosen.get(name, self.theme[name]))
        before = luminance(self.theme["paper"])
        return with_contrast(
            luminance(self.theme[name]), before, luminance(self.chosen.get("paper", self.theme["paper"]))
        )

    def _follows(self, name: str) -> bool:
        """Whether a colour follows another one of the site; the accent and the paper are whatever they are."""
        return "paper" in self.theme and name not in {"accent", "paper"} and "paper" in self.chosen

    def _colour(self, name: str) -> str:
        if name in self.chosen:
            return self.chosen[name]
        if name in OF_THE_ACCENT and "accent" in self.chosen:
            factor = saturation(self.theme[name]) / (saturation(self.theme["accent"]) or 1.0)
            return shade(self.chosen["accent"], self.luminance(name), factor)
        return shade(self.theme[name], self.luminance(name)) if self._follows(name) else self.theme[name]


@lru_cache(maxsize=8)
def schemes_of(tokens: str, colours: Colours) -> tuple[Scheme, Scheme]:
    """Return the colours of a sheet of tokens for light and for dark, with those of a site."""
    before, _found, after = tokens.partition(DARK)
    light, dark = _colours_in(before.partition("@media")[0]), _colours_in(after.partition("@media")[0])
    accent_dark = colours.accent_dark
    if colours.accent and not accent_dark and "accent" in dark:
        accent_dark = shade(colours.accent, luminance(dark["accent"]))
    return (
        Scheme(theme=light, chosen=_chosen(colours.accent, colours.paper)),
        Scheme(theme=dark, chosen=_chosen(accent_dark, colours.paper_dark)),
    )


@lru_cache(maxsize=8)
def sheet_of(tokens: str, colours: Colours) -> str:
    """Return the style sheet that sets a site's colours as the sheet of tokens does, if it has any."""
    light, dark = (_declared(scheme.changed) for scheme in schemes_of(tokens, colours))
    chosen = f"\n@media screen {{ :root[data-theme=dark] {{ {dark} }} }}\n"
    return (f"\n:root {{ {light} }}\n" if light else "") + (
        f"{DARK} {{ :root:not([data-theme=light]) {{ {dark} }} }}{chosen}" if dark else ""
    )


def _chosen(accent: str | None, paper: str | None) -> Mapping[str, str]:
    return {name: colour.lower() for name, colour in (("accent", accent), ("paper", paper)) if colour}


def _colours_in(text: str) -> Mapping[str, str]:
    return {name: colour.lower() for name, colour in _COLOUR.findall(text)}


def _declared(colours: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in colours.items())
