"""References in prose: links and images with our schemes, ``value: claim: country: indicator: chart:`` and the rest."""

import re
from dataclasses import dataclass
from difflib import get_close_matches

from generator.diagnostics import Location
from generator.rules import Rule


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
    is_aside: bool = False
    """Whether it stands in the text of a chart: checked like any other, but without a mark of its own."""

    def option(self, name: str) -> str:
        """The option's value, or an empty string; a bare option such as `quoted` has the value ``yes``."""
        return dict(self.options).get(name, "")


class ReferenceFaultError(ValueError):
    """Why a reference cannot be read, with what to write instead."""

    def __init__(self, rule: Rule, message: str, hint: str) -> None:
        super().__init__(message)
        self.rule = rule
        self.hint = hint


SCHEMES = ("value", "rank", "trend", "claim", "country", "indicator", "brief", "chart")
OPTIONS = ("in", "origin", "compare", "years", "kind", "quoted", "unit")
_FORM = re.compile(
    r"(?P<scheme>[a-z]+):(?P<target>(?<=brief:)[a-z0-9-]+(?:#[a-z0-9-]+)?|[A-Za-z0-9_-]+)(/(?P<country>[A-Za-z]+))?(@(?P<years>[0-9.]+))?(\?(?P<options>.*))?"
)
_YEARS = re.compile(r"([0-9]{4})(?:\.\.([0-9]{4}))?")

KNOWN = (*OPTIONS, "with")
"""What may follow the question mark; which kind of chart takes which stands in chart_options."""


def parse_reference(address: str, *, title: str, text: str, html: str, location: Location, is_image: bool) -> Reference:
    """Return the reference a link's address stands for; raises ReferenceFaultError where it is none."""
    found = _FORM.fullmatch(address)
    if found is None:
        hint = "Write scheme:indicator/COUNTRY@year?option=value, as value:population/KAZ@2019"
        raise ReferenceFaultError(Rule.REFERENCE_SYNTAX, f"'{address}' cannot be read.", hint)
    _check_scheme(found["scheme"], is_image=is_image)
    options = _options(found["options"] or "")
    years = _years(found["years"] or dict(options).get("years", ""))
    return Reference(
        scheme=found["scheme"],
        target=found["target"],
        country=found["country"] or "",
        years=years,
        options=options,
        title=title,
        text=text,
        html=html,
        location=location,
        is_image=is_image,
    )


def _check_scheme(scheme: str, *, is_image: bool) -> None:
    if is_image != (scheme == "chart"):
        hint = "Charts are images, ![what it shows](chart:…); everything else is a link, [text](value:…)"
        raise ReferenceFaultError(Rule.REFERENCE_SYNTAX, f"'{scheme}:' does not stand in this kind of link.", hint)


def _options(text: str) -> tuple[tuple[str, str], ...]:
    pairs = tuple(
        (name, value or "yes") for name, _, value in (part.partition("=") for part in text.split("&") if part)
    )
    for name, _value in pairs:
        if name not in KNOWN:
            close = get_close_matches(name, KNOWN, n=1)
            hint = f"Did you mean '{close[0]}'?" if close else f"Options are: {', '.join(KNOWN)}"
            raise ReferenceFaultError(Rule.REFERENCE_SYNTAX, f"There is no option '{name}'.", hint)
    return pairs


def _years(text: str) -> tuple[int, ...]:
    if not text:
        return ()
    found = _YEARS.fullmatch(text)
    if found is None:
        hint = "Write @2019 or @2010..2019"
        raise ReferenceFaultError(Rule.REFERENCE_SYNTAX, f"'{text}' is neither a year nor a span of years.", hint)
    return tuple(int(year) for year in found.groups() if year)
