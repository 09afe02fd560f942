"""The lists behind counts: sites of World Heritage and medals by Games, as pages show them."""

from collections.abc import Iterator

from generator.data.dataset import Dataset
from generator.data.lists import CountedList, GamesMedals, HeritageEntry
from generator.formatting import format_list
from generator.messages import gettext as _
from generator.messages import ngettext
from generator.pages.blocks.values import not_applicable
from generator.pages.records.parts import Link, Listing
from generator.urls import indicator_url

CATEGORIES = {"cultural": _("cultural"), "natural": _("natural"), "mixed": _("mixed")}
NO_COUNTRY = ""


def plan_listings(dataset: Dataset, indicators: tuple[str, ...], country: str) -> tuple[Listing, ...]:
    """Return the lists behind a country's counts; for an empty one, the reason why it is empty."""
    found = (_listing(dataset, i, country) for i in indicators)
    return tuple(listing for listing in found if listing is not None)


def plan_whole_list(dataset: Dataset, indicator: str) -> tuple[Listing, ...]:
    """Return the list of an indicator's page: all sites, or the teams whose medals no country has."""
    listed = dataset.indicator(indicator).counted_from
    if listed is CountedList.WORLD_HERITAGE and dataset.lists.heritage:
        return (_all_sites(dataset, indicator),)
    teams = dataset.lists.medals(listed, NO_COUNTRY) if listed else ()
    return (_teams(indicator, teams),) if teams else ()


def _listing(dataset: Dataset, indicator: str, country: str) -> Listing | None:
    listed = dataset.indicator(indicator).counted_from
    if listed is CountedList.WORLD_HERITAGE:
        sites = dataset.lists.heritage.get(country, ())
        return _sites(dataset, indicator, sites) if sites else _outside(dataset, indicator, country)
    won = tuple(sorted(dataset.lists.medals(listed, country) if listed else (), key=lambda games: games.year))
    return _medals(dataset, indicator, won) if won else _outside(dataset, indicator, country)


def _outside(dataset: Dataset, indicator: str, country: str) -> Listing | None:
    why = not_applicable(dataset, indicator, country)
    return (
        Listing(title=_title(dataset, indicator), summary=why, columns=(), rows=(), numeric=0, note="") if why else None
    )


def _title(dataset: Dataset, indicator: str) -> Link:
    return Link(text=dataset.indicator(indicator).title, url=indicator_url(indicator))


def _sites(dataset: Dataset, indicator: str, sites: tuple[HeritageEntry, ...]) -> Listing:
    holders = dataset.lists.holders
    return Listing(
        title=_title(dataset, indicator),
        summary=_site_summary(sites),
        columns=(_("Place"), _("Category"), _("Shared with"), _("Inscribed")),
        rows=tuple(
            (p.name, CATEGORIES[p.category], format_list(_others(dataset, holders[p.number], p.country)), str(p.year))
            for p in sites
        ),
        numeric=1,
        note=_site_note(dataset, indicator, sites[0].country),
    )


def _all_sites(dataset: Dataset, indicator: str) -> Listing:
    """Return every site once, with all its countries."""
    holders = dataset.lists.holders
    entries = {entry.number: entry for sites in dataset.lists.heritage.values() for entry in sites}
    sites = tuple(sorted(entries.values(), key=lambda p: (p.year, p.number)))
    return Listing(
        title=_title(dataset, indicator),
        summary=_site_summary(sites),
        columns=(_("Place"), _("Category"), _("Countries"), _("Inscribed")),
        rows=tuple(
            (p.name, CATEGORIES[p.category], format_list(_others(dataset, holders[p.number], "")), str(p.year))
            for p in sites
        ),
        numeric=1,
        note=_("A place that several countries share stands here once and counts once for each of them."),
    )


def _others(dataset: Dataset, codes: tuple[str, ...], country: str) -> tuple[str, ...]:
    return tuple(sorted(dataset.countries[code].name for code in codes if code != country))


def _site_note(dataset: Dataset, indicator: str, country: str) -> str:
    """Return the note on the list and, if the country's count has a note, of its entries."""
    latest = dataset.latest(indicator, country)
    own = f"{latest.note.rstrip('.')}." if latest and latest.note else ""
    return " ".join(filter(None, (dataset.indicator(indicator).note, own)))


def _site_summary(sites: tuple[HeritageEntry, ...]) -> str:
    """Return the count of sites in words, `5 entries: 3 cultural, 2 natural; 2 shared between countries`."""
    kinds = ((name, sum(p.category == kind for p in sites)) for kind, name in CATEGORIES.items())
    shared = sum(p.shared for p in sites)
    head = ngettext("{count} entry", "{count} entries", len(sites)).format(count=f"{len(sites):,}")
    text = f"{head}: {', '.join(f'{count} {name}' for name, count in kinds if count)}"
    return text + (_("; {count} shared between countries.").format(count=shared) if shared else ".")


def _medals(dataset: Dataset, indicator: str, won: tuple[GamesMedals, ...]) -> Listing:
    return Listing(
        title=_title(dataset, indicator),
        summary=_medal_summary(won),
        columns=(_("Games"), _("Gold"), _("Silver"), _("Bronze"), _("Total")),
        rows=tuple((f"{games.place} {games.year}", *_numbers(games)) for games in reversed(won)),
        numeric=4,
        note=_(
            "After later reallocations. Games without a medal are not listed; medals of teams that are no present "
            "country, as the Soviet Union’s, count for none."
        ),
    )


def _teams(indicator: str, teams: tuple[GamesMedals, ...]) -> Listing:
    return Listing(
        title=Link(text=_("Teams that are no present country"), url=indicator_url(indicator)),
        summary=_("Their medals count for no country here."),
        columns=(_("Team"), _("Games"), _("Gold"), _("Silver"), _("Bronze"), _("Total")),
        rows=tuple((t.team, f"{t.place} {t.year}", *_numbers(t)) for t in teams),
        numeric=4,
        note=_("Names as in the lists of the International Olympic Committee; MIX are teams of several nations."),
    )


def _numbers(games: GamesMedals) -> tuple[str, str, str, str]:
    return str(games.gold), str(games.silver), str(games.bronze), str(games.total)


def _medal_summary(won: tuple[GamesMedals, ...]) -> str:
    """Return the count of medals and Games in words, `52 medals at 7 Games, 1996 to 2020: 12 gold, …`."""
    total = sum(games.total for games in won)
    medals = ngettext("{count} medal", "{count} medals", total).format(count=f"{total:,}")
    games_text = ngettext("one Games", "{count} Games", len(won)).format(count=len(won))
    years = str(won[0].year) if len(won) == 1 else _("{first} to {last}").format(first=won[0].year, last=won[-1].year)
    return _("{medals} at {games}, {years}: {metals}.").format(
        medals=medals, games=games_text, years=years, metals=", ".join(_metals(won))
    )


def _metals(won: tuple[GamesMedals, ...]) -> Iterator[str]:
    """Yield the count of each metal that was won."""
    counts = (
        (_("{count} gold"), sum(games.gold for games in won)),
        (_("{count} silver"), sum(games.silver for games in won)),
        (_("{count} bronze"), sum(games.bronze for games in won)),
    )
    yield from (text.format(count=f"{count:,}") for text, count in counts if count)
