"""The check of a site's colours: text and graphics stand out in both schemes, as WCAG 2.2 asks."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.diagnostics import Diagnostic, Location
from generator.identity.colour import nearest, ratio
from generator.identity.schemes import OF_THE_ACCENT, Scheme, schemes_of
from generator.identity.settings import Colours
from generator.rules import Rule

TEXT, GRAPHICS = 4.5, 3.0
"""The least contrast of text (WCAG 1.4.3) and of what a drawing needs to be understood (1.4.11)."""

PAIRS = (
    ("ink", "paper", TEXT),
    ("ink-2", "paper", TEXT),
    ("ink-3", "paper", TEXT),
    ("accent", "paper", TEXT),
    ("ink-3", "accent-tint", TEXT),
    ("accent", "accent-tint", TEXT),
    ("axis", "paper", GRAPHICS),
    ("mute", "paper", GRAPHICS),
    ("bar", "paper", GRAPHICS),
    ("accent", "land", GRAPHICS),
    ("accent", "sea", GRAPHICS),
)
"""Colours that stand on others, by the names of their tokens, with the contrast that they need."""

WORDS = {
    "accent-tint": "the tint behind marked rows",
    "land": "the land of maps",
    "sea": "the sea of maps",
    "ink": "text",
    "ink-2": "text",
    "ink-3": "small print",
    "axis": "the axes of charts",
    "mute": "the muted lines of charts",
    "bar": "the bars of charts",
}
"""What readers see of a colour."""


def check_colours(tokens: str, colours: Colours, where: Callable[[str], Location]) -> Iterator[Diagnostic]:
    """Yield a problem for each scheme with colours that are hard to see; `where` a key stands."""
    for scheme, ending in zip(schemes_of(tokens, colours), ("", "_dark"), strict=True):
        given = [name for name in ("accent", "paper") if getattr(colours, f"{name}{ending}")]
        if given and (pairs := list(_failing(scheme))):
            yield _problem(scheme, min(pairs, key=lambda pair: _part(scheme, pair)), given, ending, where)


def _failing(scheme: Scheme) -> Iterator[tuple[str, str, float]]:
    return (pair for pair in PAIRS if {*pair[:2]} <= {*scheme.theme} and _part(scheme, pair) < 1)


def _part(scheme: Scheme, pair: tuple[str, str, float]) -> float:
    """Return the contrast of a pair as a part of what it needs."""
    return ratio(scheme.luminance(pair[0]), scheme.luminance(pair[1])) / pair[2]


def _problem(
    scheme: Scheme, pair: tuple[str, str, float], given: list[str], ending: str, where: Callable[[str], Location]
) -> Diagnostic:
    of_the_accent = "accent" in pair[:2] and pair[0] not in OF_THE_ACCENT
    name = "accent" if of_the_accent and "accent" in given else given[-1]
    one, other = (_named(scheme, each) for each in pair[:2])
    found = _part(scheme, pair) * pair[2]
    message = f"The contrast of {one} on {other} is {found:.2f}:1; {_kind(pair)} needs {pair[2]:g}:1."
    better = nearest(scheme.chosen[name], lambda colour: _fits(scheme, name, colour))
    hint = f"The nearest that passes is {better}." if better else "Choose another accent or paper."
    return Diagnostic(rule=Rule.COLOUR_CONTRAST, location=where(f"{name}{ending}"), message=message, hint=hint)


def _kind(pair: tuple[str, str, float]) -> str:
    return "text" if pair[2] == TEXT else "a drawing"


def _named(scheme: Scheme, name: str) -> str:
    """Return a colour in words: `the accent #f5a623`, `the land of maps`."""
    if name in {"accent", "paper"}:
        return f"the {name} {scheme.chosen.get(name, scheme.theme[name])}"
    return WORDS[name]


def _fits(scheme: Scheme, name: str, colour: str) -> bool:
    return not any(_failing(replace(scheme, chosen={**scheme.chosen, name: colour})))
