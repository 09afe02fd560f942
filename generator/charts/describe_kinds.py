"""Slopes, strips and stacked shares in words, from the same data as the drawing."""

from collections.abc import Sequence

from generator.formatting import format_list
from generator.messages import gettext as _

Named = tuple[str, tuple[str, str]]


def describe_slope(title: str, years: tuple[int, int], pairs: Sequence[Named], own: tuple[float, float]) -> str:
    """Return the first country's two figures, which way it went, and the figures of the others."""
    name, (first, last) = pairs[0]
    head = _("{title} in {name}: {first} in {before}, {last} in {after}, {way}.").format(
        title=title, name=name, first=first, last=last, before=years[0], after=years[1], way=_way(*own)
    )
    others = [
        _("{name} from {first} to {last}").format(name=name, first=first, last=last)
        for name, (first, last) in pairs[1:]
    ]
    return f"{head} {'; '.join(others)}." if others else head


def _way(first: float, last: float) -> str:
    if last == first:
        return _("unchanged")
    return _("up") if last > first else _("down")


def describe_strip(
    year: int, ends: tuple[tuple[str, str], tuple[str, str]], own: tuple[str, str], place: tuple[int, int], median: str
) -> str:
    """Return how many countries there are, the extremes, the median and how many are below and above the country."""
    ((low, low_text), (high, high_text)), (name, text), (below, above) = ends, own, place
    spread = _("{count} countries in {year}, from {low} ({low_text}) to {high} ({high_text}), {median}.").format(
        count=below + 1 + above, year=year, low=low, low_text=low_text, high=high, high_text=high_text, median=median
    )
    standing = _("{name}: {text}; {below} are lower or equal, {above} higher or equal.").format(
        name=name, text=text, below=below, above=above
    )
    return f"{spread} {standing}"


def describe_shares(year: int, parts: Sequence[str], bars: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Return the parts of each bar, the page's country first."""
    rows = [
        _("{name}: {parts}").format(
            name=name,
            parts=format_list(tuple(f"{part} {text}" for part, text in zip(parts, texts, strict=False))),
        )
        for name, texts in bars
    ]
    return _("Shares of a whole in {year}. {rows}.").format(year=year, rows="; ".join(rows))
