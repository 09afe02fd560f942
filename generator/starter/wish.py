"""What a new project is asked to have: countries, indicators, a title."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.diagnostics import suggest
from generator.starter.layout import usual_indicators
from generator.starter.world import World

EXAMPLE = ("KAZ", "KGZ", "UZB")
"""The countries of a project of which nothing is asked."""
ALL = "all"


class WishError(Exception):
    """The reason why a wish cannot be met, and the option that it is about."""

    def __init__(self, message: str, option: str) -> None:
        super().__init__(message)
        self.option = option


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """The countries in the order of their codes, the indicators in that of the catalog, the title."""

    title: str
    countries: tuple[str, ...]
    indicators: tuple[str, ...]


def read_wish(world: World, *, countries: str = "", group: str = "", indicators: str = "", title: str = "") -> Wish:
    """Return what was asked for; nothing of a kind means the usual. Raises WishError.

    `countries="EST,LVA"`, `group="eu"`, `indicators="population,life_expectancy"` or `"all"`.
    """
    if countries and group:
        raise WishError("either countries or a group", "--group")
    codes = _members(world, group) if group else _countries(world, countries)
    return Wish(
        title=title.strip() or _title(world, codes, group),
        countries=tuple(sorted(codes)),
        indicators=_indicators(world, indicators),
    )


def _countries(world: World, text: str) -> tuple[str, ...]:
    """Return codes as typed with commas or spaces between, in any case."""
    codes = tuple(dict.fromkeys(text.upper().replace(",", " ").split())) or EXAMPLE
    for code in codes:
        if code not in world.countries:
            raise WishError(f"there is no country '{code}'. {_meant(world, code)}", "--countries")
    return codes


def _meant(world: World, code: str) -> str:
    """Return a hint for an unknown code: the code of two letters or the name of a country may be meant."""
    named = {row["alpha2"]: key for key, row in world.countries.items()}
    named |= {row["name"].upper().replace(" ", ""): key for key, row in world.countries.items()}
    found = named.get(code)
    otherwise = "Codes are those of ISO 3166 with three letters, as EST."
    return f"Did you mean '{found}'?" if found else suggest(code, world.countries, otherwise)


def _members(world: World, group: str) -> tuple[str, ...]:
    if group not in world.groups:
        known = ", ".join(sorted(world.groups))
        raise WishError(
            f"there is no group '{group}'. {suggest(group, world.groups, f'Groups are {known}.')}", "--group"
        )
    return world.groups[group]


def _indicators(world: World, text: str) -> tuple[str, ...]:
    named = text.replace(",", " ").split() or usual_indicators(world)
    wanted = world.indicators if list(named) == [ALL] else named
    for name in wanted:
        if name not in world.indicators:
            hint = suggest(name, world.indicators, f"Indicators are {', '.join(world.indicators)}.")
            raise WishError(f"there is no indicator '{name}'. {hint}", "--indicators")
    return tuple(name for name in world.indicators if name in wanted)


def _title(world: World, codes: Iterable[str], group: str) -> str:
    """Return a title where none is given: the group's, or the names of up to three countries."""
    if group:
        return _group_title(world, group)
    names = [world.countries[code]["name"] for code in codes]
    return (
        " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
        if len(names) <= len(EXAMPLE)
        else "Our country profiles"
    )


def _group_title(world: World, group: str) -> str:
    regions: Mapping[str, str] = {code: row["region"] for code, row in world.countries.items()}
    entry = world.group_entries.get(group, "")
    title = entry.partition("  title: ")[2].partition("\n")[0].strip("\"'")
    return title or regions[world.groups[group][0]]
