"""References in prose: links and images with our schemes, ``value: claim: country: indicator: chart:`` and the rest."""

from dataclasses import dataclass

from generator.diagnostics import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One reference as typed: ``scheme:target[/COUNTRY][@year|@from..to][?option=value&…] "title"``.

    `location` is the first character of the link; `text` is the plain text the author typed (``…`` means: fill it),
    `html` the same with its inline markup, sanitised. A relative link has the scheme ``page`` and keeps its path and
    anchor in `target`.
    """

    scheme: str
    target: str
    country: str
    years: tuple[int, ...]
    """Empty, (year,) or (from, to)."""
    options: tuple[tuple[str, str], ...]
    title: str
    text: str
    html: str
    location: Location
    is_image: bool = False

    def option(self, name: str) -> str:
        """The option's value, or an empty string; a bare option such as `quoted` has the value ``yes``."""
        return dict(self.options).get(name, "")
