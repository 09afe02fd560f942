"""Charts in words, generated from the same data, for those who do not see them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.data.catalog import Indicator, UnitKind
from generator.data.dataset import Dataset
from generator.formatting import format_amount, format_list, format_number, format_ordinal, needed_decimals
from generator.messages import gettext as _
from generator.messages import ngettext

RATIOS = frozenset((UnitKind.COUNT, UnitKind.CURRENCY, UnitKind.RATE))
"""Kinds of unit whose change is given in per cent; percentages change by percentage points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedSeries:
    """A country's figures by year, at least one, in order of years."""

    name: str
    points: tuple[tuple[int, Decimal], ...]

    def at(self, year: int) -> Decimal | None:
        """The figure of a year, or None."""
        return dict(self.points).get(year)


def amount(indicator: Indicator, value: Decimal, style: str = "prose") -> str:
    """Return a value as it stands in a chart's words and labels: `20.6 million people`."""
    unit = indicator.unit
    return format_amount(
        value, kind=unit.kind.value, symbol=unit.after(value), decimals=indicator.decimals, style=style
    )


def subtitle(indicator: Indicator, years: str, *, titled: bool) -> str:
    """Return the line below a chart's title: measure, unit and years, without what the title says.

    Example: `GDP per head, constant 2021 international $, 1990–2024`.
    """
    unit = indicator.unit.note or indicator.unit.symbol
    return ", ".join(part for part in (indicator.title if titled else "", unit, years) if part)


def describe_course(indicator: Indicator, own: NamedSeries, others: Sequence[NamedSeries]) -> str:
    """Return a country's first and last figure, the change, the extremes between, and how others compare."""
    year, last = own.points[-1]
    head = _("{title} in {name}: {course}.").format(
        title=indicator.title, name=own.name, course=_first_to_last(indicator, own)
    )
    parts = (head, _extremes(indicator, own), _comparison(last, year, others))
    return " ".join(part for part in parts if part)


def _first_to_last(indicator: Indicator, own: NamedSeries) -> str:
    (first_year, first), (last_year, last) = own.points[0], own.points[-1]
    ends = [(first, first_year), (last, last_year)][: len(own.points)]
    texts = [_("{value} in {year}").format(value=amount(indicator, value), year=year) for value, year in ends]
    return ", ".join([*texts, *_change(indicator, first, last)])


def _change(indicator: Indicator, first: Decimal, last: Decimal) -> list[str]:
    """Return the change between the ends in per cent or percentage points; empty if it would mislead."""
    step, percent = last - first, indicator.unit.kind in {UnitKind.PERCENT, UnitKind.SHARE}
    word = _("up") if step > 0 else _("down")
    if percent and step:
        return [
            _("{word} {points} percentage points").format(
                word=word, points=format_number(abs(step), needed_decimals(step, 1))
            )
        ]
    if indicator.unit.kind in RATIOS and first > 0 and abs(step / first) >= Decimal("0.005"):
        return [f"{word} {format_number(abs(step / first) * 100, 0)}%"]
    return []


def _extremes(indicator: Indicator, own: NamedSeries) -> str:
    """Return the lowest and highest figure that lie between the ends and read differently."""
    ends = {amount(indicator, value) for _year, value in (own.points[0], own.points[-1])}
    low, high = min(own.points, key=lambda p: p[1]), max(own.points, key=lambda p: p[1])
    found = ((_("lowest"), low), (_("highest"), high))
    texts = [
        _("{word} {value} in {year}").format(word=word, value=amount(indicator, value), year=year)
        for word, (year, value) in found
        if amount(indicator, value) not in ends
    ]
    return f"{'; '.join(texts)}.".capitalize() if texts else ""


def _comparison(last: Decimal, year: int, others: Sequence[NamedSeries]) -> str:
    values = [(other.name, value) for other in others if (value := other.at(year)) is not None]
    higher = tuple(name for name, value in values if value > last)
    lower = tuple(name for name, value in values if value < last)
    texts = [
        ngettext("{names} was {word}", "{names} were {word}", len(names)).format(names=format_list(names), word=word)
        for names, word in ((higher, _("higher")), (lower, _("lower")))
        if names
    ]
    return _("In {year}, {texts}.").format(year=year, texts="; ".join(texts)) if texts else ""


def describe_forecast(indicator: Indicator, course: str, later: NamedSeries) -> str:
    """Return a description with what the country is forecast to reach, which is no figure yet."""
    year, value = later.points[-1]
    text = _("{name} is forecast to reach {value} in {year}.").format(
        name=later.name[:1].upper() + later.name[1:], value=amount(indicator, value), year=year
    )
    return f"{course} {text}"


def describe_lines(indicator: Indicator, courses: Sequence[NamedSeries]) -> str:
    """Return the number of lines and the ones that end highest and lowest."""
    year = max(course.points[-1][0] for course in courses)
    ends = sorted(((value, c.name) for c in courses if (value := c.at(year)) is not None), key=lambda e: e[0])
    texts = [
        _("{word}: {name}, {value}").format(word=word, name=name, value=amount(indicator, value))
        for word, (value, name) in ((_("highest"), ends[-1]), (_("lowest"), ends[0]))
    ]
    head = ngettext("{count} line", "{count} lines", len(courses)).format(count=len(courses))
    return _("{head}. In {year}, {texts}.").format(head=head, year=year, texts="; ".join(texts))


def describe_bars(year: int, bars: Sequence[tuple[str, str]], own: str, missing: Sequence[str]) -> str:
    """Return the bars in order with figures, the country's place, and countries without data."""
    listed = "; ".join(f"{name} {text}" for name, text in bars)
    texts = [_("Bars for {year}, largest first: {listed}.").format(year=year, listed=listed)]
    place = next((at for at, (name, _text) in enumerate(bars, start=1) if name == own), None)
    if place:
        order = format_ordinal(place)
        texts.append(_("{name} is {order} of the {count} shown.").format(name=own, order=order, count=len(bars)))
    if missing:
        texts.append(_("No data: {names}.").format(names=format_list(tuple(missing))))
    return " ".join(texts)


Named = tuple[str, tuple[str, str]]


def describe_slope(title: str, years: tuple[int, int], pairs: Sequence[Named], own: tuple[float, float]) -> str:
    """Return the country's two figures, their direction, and the figures of the others."""
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
    """Return the number of countries, the extremes, the median, and how many lie on either side."""
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


def list_names(dataset: Dataset, codes: Iterable[str]) -> str:
    """Return names joined for the start of a sentence: `The Netherlands and Spain`; nothing of none."""
    names = format_list(tuple(dataset.countries[code].with_article for code in codes))
    return names[:1].upper() + names[1:]
