"""References in prose: links and images with our schemes, ``value:``, ``chart:`` and the rest."""

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from urllib.parse import unquote

from generator.charts.request import Compared
from generator.diagnostics import Diagnostic, Location, suggest
from generator.rules import Rule

__all__ = ("OF_FIGURES", "Reference", "Scheme")


class Scheme(StrEnum):
    """The kind of a reference, as authors write it before the colon: `value:population`."""

    VALUE = "value"
    RANK = "rank"
    TREND = "trend"
    CLAIM = "claim"
    COUNTRY = "country"
    INDICATOR = "indicator"
    GROUP = "group"
    BRIEF = "brief"
    CHART = "chart"
    CITE = "cite"
    """A citation, written `[@key]`."""
    PAGE = "page"
    """A relative link, which has no scheme of its own."""
    IMAGE = "image"
    """An image, which has none either: `![what it shows](../images/port.jpg "Caption")`."""


OF_INDICATORS = frozenset((Scheme.VALUE, Scheme.RANK, Scheme.TREND, Scheme.INDICATOR, Scheme.CHART))
"""Schemes whose target is an indicator."""

OF_FIGURES = frozenset((Scheme.VALUE, Scheme.RANK, Scheme.TREND, Scheme.CLAIM))
"""Schemes whose text is compared with data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One reference as typed: ``scheme:target[/COUNTRY][@year|@from..to][?option=value&…] "title"``.

    `location` is the first character of the link; `text` is the plain text the author typed (``…`` means: fill it),
    `html` the same with its inline markup, sanitised. A relative link has the scheme ``page`` and keeps its path and
    anchor in `target`.
    """

    scheme: Scheme
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
    """Whether it is in the text of a chart: checked like others, but without a mark."""
    before: str = ""
    """Some words that stand before it in its block: `In 2019 there were `; U+FFFC is another element."""
    after: str = ""
    """Some words that stand behind it in its block: ` million people`; U+FFFC is another element."""

    def option(self, name: str) -> str:
        """The option's value, or an empty string; a bare option, `quoted`, has the value ``yes``."""
        return dict(self.options).get(name, "")

    @property
    def names_indicator(self) -> bool:
        """Whether the target is the id of an indicator."""
        return self.scheme in OF_INDICATORS

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all countries it names: its own, as its target, and those to compare with.

        Where it names a group instead, the group's id is among them.
        """
        target = self.target if self.scheme is Scheme.COUNTRY else ""
        compared = self.option("compare")
        others = () if compared in set(Compared) else compared.split(",")
        return tuple(code for code in (self.country, target, *others) if code)

    def fault(self, rule: Rule, message: str, hint: str) -> Diagnostic:
        """Return what is wrong with the reference, at its place."""
        return Diagnostic(rule=rule, location=self.location, message=message, hint=hint)


class ReferenceFaultError(ValueError):
    """The reason why a reference is unreadable, with what to write instead."""

    def __init__(self, rule: Rule, message: str, hint: str) -> None:
        super().__init__(message)
        self.rule = rule
        self.hint = hint


SCHEMES = tuple(scheme for scheme in Scheme if scheme not in {Scheme.CITE, Scheme.PAGE, Scheme.IMAGE})
"""What authors write before a colon."""
DECORATIVE = "decorative"
"""The option of an image that shows nothing a reader has to know."""
OPTIONS: dict[Scheme, tuple[str, ...]] = {
    Scheme.VALUE: ("years", "origin", "unit", "quoted"),
    Scheme.RANK: ("years", "in", "interval", "quoted"),
    Scheme.TREND: ("years", "quoted"),
    Scheme.CLAIM: ("quoted",),
    Scheme.COUNTRY: (),
    Scheme.INDICATOR: (),
    Scheme.GROUP: (),
    Scheme.BRIEF: ("quoted",),
    Scheme.CHART: ("kind", "compare", "years", "with"),
    Scheme.IMAGE: (DECORATIVE,),
}
"""Options after the question mark; chart_options has those of each kind of chart."""
SPANS = {Scheme.VALUE: 1, Scheme.RANK: 1, Scheme.TREND: 2, Scheme.CHART: 2}
"""How many years a reference names at most."""
_FORM = re.compile(
    r"(?P<scheme>[a-z]+):(?P<target>(?<=brief:)[a-z0-9-]+(?:#[a-z0-9-]+)?|[A-Za-z0-9_-]+)(/(?P<country>[A-Za-z0-9-]+))?(@(?P<years>[0-9.…–—-]+))?(\?(?P<options>.*))?"
)
_YEARS = re.compile(r"([0-9]{4})(?:\.\.([0-9]{4}))?")
_CURLY = re.compile(r"\s[“”„«‘’]")
_ANY_SPAN = re.compile(r"([0-9]{4})(?:[-–—…]|\.{1,3})([0-9]{4})")
"""Years from and to, also as they are written elsewhere: `2010-2019`."""


def parse_reference(address: str, *, title: str, text: str, html: str, location: Location, is_image: bool) -> Reference:
    """Return the reference of a link's address; raises ReferenceFaultError for a wrong one."""
    found = _FORM.fullmatch(address)
    if found is None:
        raise ReferenceFaultError(Rule.REFERENCE_SYNTAX, f"'{address}' cannot be read.", _right_form(address))
    scheme = Scheme(found["scheme"])
    _check_scheme(scheme, is_image=is_image)
    options = _options(found["options"] or "", scheme)
    if found["country"] and scheme not in SPANS:
        raise _superfluous(f"/{found['country']}", f"'{scheme}:' names no country besides its target.")
    years = _years(found["years"] or "", dict(options).get("years", ""), scheme)
    return Reference(
        scheme=scheme,
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


def _right_form(address: str) -> str:
    """Return what to write for an address that cannot be read: itself without its slip, if that is known."""
    if _CURLY.search(address):
        return 'Write the title between straight quotes: [text](value:population "why")'
    together = re.sub(r"\s+", "", address)
    swapped = re.sub(r"(@[0-9.]+)(/[A-Za-z0-9-]+)", r"\2\1", together)
    if swapped != address and _FORM.fullmatch(swapped):
        return f"Write {swapped}"
    return "Write scheme:indicator/COUNTRY@year?option=value, as value:population/KAZ@2019"


def parse_image(address: str, *, title: str, text: str, html: str, location: Location) -> Reference:
    """Return the reference of an image by its path, `../images/port.jpg`; raises ReferenceFaultError."""
    path, _, options = address.partition("?")
    found = Reference(
        scheme=Scheme.IMAGE,
        target=unquote(path),
        country="",
        years=(),
        options=_options(options, Scheme.IMAGE),
        title=title,
        text=text,
        html=html,
        location=location,
        is_image=True,
    )
    _check_alternative(found, address)
    return found


def _check_alternative(image: Reference, address: str) -> None:
    """Raise ReferenceFaultError unless an image has a text that stands for it, or is decorative."""
    text = image.text.strip()
    if image.option(DECORATIVE) and text:
        hint = f"Take the text away, or '{DECORATIVE}'."
        raise ReferenceFaultError(Rule.IMAGE_ALT_MISSING, "An image with a text is not decorative.", hint)
    if not text and not image.option(DECORATIVE):
        hint = f"Write ![what it shows]({address}), or {image.target}?{DECORATIVE} where it adds nothing to the text."
        raise ReferenceFaultError(Rule.IMAGE_ALT_MISSING, "The image does not say what it shows.", hint)
    if text and text == PurePosixPath(image.target).name:
        hint = "Write what a reader who cannot see the image has to know."
        raise ReferenceFaultError(Rule.IMAGE_ALT_MISSING, "The image's text is the name of its file.", hint)


def _check_scheme(scheme: Scheme, *, is_image: bool) -> None:
    if is_image != (scheme is Scheme.CHART):
        hint = "Charts are images, ![what it shows](chart:…); everything else is a link, [text](value:…)"
        raise ReferenceFaultError(Rule.REFERENCE_SYNTAX, f"'{scheme}:' does not stand in this kind of link.", hint)


def _superfluous(what: str, message: str) -> ReferenceFaultError:
    return ReferenceFaultError(Rule.REFERENCE_SYNTAX, message, f"Take '{what}' away.")


def _options(text: str, scheme: Scheme) -> tuple[tuple[str, str], ...]:
    pairs = tuple(
        (name, value or "yes") for name, _, value in (part.partition("=") for part in text.split("&") if part)
    )
    names = [name for name, _value in pairs]
    if text.endswith("=") or "=&" in text:
        raise ReferenceFaultError(
            Rule.REFERENCE_SYNTAX, f"'{text}' leaves an option empty.", "Write its value, or take the option away."
        )
    for at, name in enumerate(names):
        if name not in OPTIONS[scheme]:
            raise ReferenceFaultError(Rule.REFERENCE_SYNTAX, *_no_option(name, scheme))
        if name in names[:at]:
            raise ReferenceFaultError(Rule.REFERENCE_SYNTAX, f"'{name}' stands here twice.", "Keep one of the two.")
    return pairs


def _no_option(name: str, scheme: Scheme) -> tuple[str, str]:
    """Return the problem of an option that a scheme does not have, and what to write."""
    allowed = OPTIONS[scheme]
    otherwise = f"Its options are: {', '.join(allowed)}" if allowed else f"Take '{name}' away."
    whose = "An image" if scheme is Scheme.IMAGE else f"'{scheme}:'"
    return f"{whose} has no option '{name}'.", suggest(name, allowed, otherwise)


def _years(after_at: str, as_option: str, scheme: Scheme) -> tuple[int, ...]:
    """Return the years of a reference, after @ or as an option; unread years are an error."""
    text = after_at or as_option
    if not text:
        return ()
    if scheme not in SPANS:
        raise _superfluous(f"@{text}", f"'{scheme}:' names no year.")
    if after_at and as_option:
        raise _superfluous(f"years={as_option}", "The years stand here twice.")
    if SPANS[scheme] == 1 and (two := _ANY_SPAN.fullmatch(text)):
        hint = f"Write {scheme}:…@{max(two.groups())}; what happened between two years is a trend:"
        raise ReferenceFaultError(Rule.REFERENCE_SYNTAX, f"A {scheme} has one year, not {text}.", hint)
    return _span(text, "@2019" if SPANS[scheme] == 1 else "@2019 or @2010..2019")


def _span(text: str, example: str) -> tuple[int, ...]:
    found = _YEARS.fullmatch(text)
    if found is None:
        other = _ANY_SPAN.fullmatch(text)
        hint = f"Write {'..'.join(sorted(other.groups()))}" if other else f"Write {example}"
        raise ReferenceFaultError(Rule.REFERENCE_SYNTAX, f"'{text}' is neither a year nor a span of years.", hint)
    years = tuple(int(year) for year in found.groups() if year)
    if years[-1] < years[0]:
        message, hint = f"The years {text} run backwards.", f"Write {years[-1]}..{years[0]}"
        raise ReferenceFaultError(Rule.REFERENCE_SYNTAX, message, hint)
    return years
