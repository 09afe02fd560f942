"""The dataset: a narrow, read-only interface to all data."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from itertools import chain
from math import isnan
from statistics import median

from generator.config import PeerSettings, Thresholds
from generator.data.catalog import Catalog, Indicator
from generator.data.columns import Columns, PreferredRows, prefer
from generator.data.countries import Country, Group
from generator.data.facts import Entries, begin, end, facts_of_catalog, facts_of_entries, read_by_entry
from generator.data.lists import Lists
from generator.data.memoised import Memory, memoised
from generator.data.observations import Observation, Points, Series
from generator.data.packed import statuses_in
from generator.data.ranking import Ranking, RankInterval, rank_observations
from generator.data.scorecard import Scorecard
from generator.data.statements import Statement
from generator.sources.entities import COUNTRIES, EntityKind
from generator.urls import slug_of

__all__ = ("COVERAGE", "Dataset")

COVERAGE = 0.8
"""A ranking's year has at least this share of the indicator's best yearly coverage."""


@dataclass(frozen=True, kw_only=True)
class Dataset:
    """Countries, catalog, statements and observations; answers questions, changes nothing."""

    countries: Mapping[str, Country]
    profiles: tuple[str, ...]
    """Codes of the countries with a page, in order of their names."""
    groups: Mapping[str, Group]
    catalog: Catalog
    statements: Mapping[str, Statement]
    scorecards: Mapping[str, Scorecard]
    reference_year: int
    observations: Mapping[str, Columns]
    """All observations of each indicator, from every origin."""
    lists: Lists
    """The lists of facts behind counts."""
    entities: EntityKind = COUNTRIES
    """What the countries are, where they are none."""
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Codes of the parts of countries that have a page, by the country's; in order of names."""
    everywhere: tuple[str, ...] = ()
    """Codes of all that have a page, where `profiles` are some of them."""
    least: Thresholds = field(default_factory=Thresholds)
    peers: PeerSettings = field(default_factory=PeerSettings)
    """The fewest places from which something is said of them together."""
    rank_intervals: Mapping[str, Mapping[int, Mapping[str, tuple[int, int]]]] = field(default_factory=dict)
    """The ranks a country would have with other methods, lowest and highest, by index, year and code."""
    digest: str
    """Of all files it was made from and the settings that shape it: equal digest, equal answers."""
    frame: str = ""
    """The same without the rows of indicators: equal frame and rows, equal answers."""
    rest: str = ""
    """The same as the frame, without entries that are noted where they are read (`data/facts.py`)."""
    rows: Mapping[str, str] = field(default_factory=dict)
    """A digest of the rows of each indicator."""
    notes: bool = False
    """Whether it is noted which entries of catalog and statements are read."""

    def noting(self) -> "Dataset":
        """The same data, which note which entries are read."""
        statements = Entries("statements", self.statements)
        return replace(self, catalog=read_by_entry(self.catalog), statements=statements, notes=True)

    @cached_property
    def facts(self) -> Mapping[str, object]:
        """What all entries say that are noted, by name (`data/facts.py`)."""
        begin()
        try:
            return dict((*facts_of_catalog(self.catalog), *facts_of_entries("statements", self.statements)))
        finally:
            end()

    @memoised
    def columns(self, indicator: str) -> Columns | None:
        """All rows of an indicator, from every origin; None where there is no file."""
        self.memory.reads(indicator)
        return self.observations.get(indicator)

    @memoised
    def letters(self, indicator: str) -> frozenset[str]:
        """The statuses that occur among all rows of an indicator."""
        self.memory.reads(indicator)
        return statuses_in(self.observations, indicator)

    @memoised
    def preferred(self, indicator: str) -> PreferredRows | None:
        """The preferred rows of an indicator; None where there is no file."""
        columns = self.columns(indicator)
        return prefer(columns, self.indicator(indicator).origins) if columns else None

    @cached_property
    def memory(self) -> Memory:
        """Answers so far; the dataset never changes, so neither do they."""
        return Memory()

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """The codes of all countries, and of all parts, that have a page."""
        return self.everywhere or (*self.profiles, *chain.from_iterable(self.parts.values()))

    def among_parts(self, parent: str, kind: EntityKind) -> "Dataset":
        """The same data as seen from the parts of a country: they alone are ranked and compared."""
        digest = hashlib.sha256(f"{self.digest}\n{parent}".encode()).hexdigest()
        return replace(self, profiles=self.parts[parent], everywhere=self.pages, entities=kind, digest=digest)

    def with_grammar(self, definite: Collection[str], plural: Collection[str]) -> "Dataset":
        """The same data, where the countries of these codes have an article, or a bare apostrophe."""
        grammar = f"{self.digest}\n{sorted(definite)}\n{sorted(plural)}"
        return replace(
            self,
            countries={
                code: replace(country, definite=code in definite, plural=code in plural)
                for code, country in self.countries.items()
            },
            digest=hashlib.sha256(grammar.encode()).hexdigest(),
            frame=hashlib.sha256(f"{self.frame}\n{grammar.partition(chr(10))[2]}".encode()).hexdigest(),
            rest=hashlib.sha256(f"{self.rest}\n{grammar.partition(chr(10))[2]}".encode()).hexdigest(),
        )

    def indicator(self, indicator: str) -> Indicator:
        """The catalog's entry of an indicator that is known to exist."""
        return self.catalog.indicators[indicator]

    def _places(self, indicator: str, country: str) -> tuple[Columns, range] | None:
        rows = self.preferred(indicator)
        places = rows.spans.get(country) if rows else None
        return (rows.columns, places) if rows and places is not None else None

    @memoised
    def series(self, indicator: str, country: str) -> Series:
        """The preferred observations in order of years, possibly none."""
        columns, places = self._places(indicator, country) or (None, ())
        rows = tuple(columns.row(at) for at in places) if columns else ()
        return Series(indicator=indicator, country=country, observations=rows)

    @memoised
    def points(self, indicator: str, country: str) -> Points:
        """The years with a value, in order, each with the value; forecasts are among them."""
        columns, places = self._places(indicator, country) or (None, range(0))
        if columns is None:
            return ()
        cut = slice(places.start, places.stop)
        years, values = columns.years[cut], columns.values[cut]
        found = zip(years, values, strict=True)
        return tuple(each for each in found if not isnan(each[1])) if any(map(isnan, values)) else tuple(found)

    @memoised
    def exact(self, indicator: str, country: str) -> tuple[tuple[int, Decimal], ...]:
        """The same years, each with the producer's number."""
        columns, places = self._places(indicator, country) or (None, range(0))
        if columns is None:
            return ()
        cut = slice(places.start, places.stop)
        found = zip(columns.years[cut], columns.texts[cut], strict=True)
        return tuple((year, Decimal(text)) for year, text in found if text)

    @memoised
    def intervals(self, indicator: str, country: str) -> tuple[tuple[int, str, str], ...]:
        """The years whose figure has an interval, in order, each with the producer's ends."""
        columns, places = self._places(indicator, country) or (None, range(0))
        if columns is None or not columns.lowers:
            return ()
        cut = slice(places.start, places.stop)
        found = zip(columns.years[cut], columns.lowers[cut], columns.uppers[cut], strict=True)
        return tuple(each for each in found if each[1])

    @memoised
    def interval_years(self, index: str) -> tuple[int, ...]:
        """The years of which an index knows the ranks that countries would have with other methods."""
        self.memory.reads(index)
        return tuple(self.rank_intervals.get(index, {}))

    @memoised
    def rank_interval(self, index: str, year: int, country: str) -> RankInterval | None:
        """The ranks that a country would have with other methods, None where it has no rank."""
        self.memory.reads(index)
        edition = self.rank_intervals.get(index, {}).get(year, {})
        return RankInterval(*edition[country], len(edition)) if country in edition else None

    @memoised
    def statuses(self, indicator: str, country: str) -> frozenset[str]:
        """The statuses of a country's figures and forecasts."""
        columns, places = self._places(indicator, country) or (None, range(0))
        if columns is None:
            return frozenset()
        cut = slice(places.start, places.stop)
        return frozenset(status for status, text in zip(columns.statuses[cut], columns.texts[cut], strict=True) if text)

    @memoised
    def origins(self, indicator: str, country: str) -> frozenset[str]:
        """The origins of a country's preferred observations."""
        columns, places = self._places(indicator, country) or (None, range(0))
        return frozenset(columns.origins[places.start : places.stop]) if columns else frozenset()

    @memoised
    def origins_among(self, indicator: str, countries: tuple[str, ...]) -> frozenset[str]:
        """The origins of several countries' preferred observations: one question for all of a chart."""
        places = (self._places(indicator, country) or (None, range(0)) for country in countries)
        found = (columns.origins[rows.start : rows.stop] for columns, rows in places if columns)
        return frozenset(chain.from_iterable(found))

    @memoised
    def breaks(self, indicator: str, country: str) -> tuple[int, ...]:
        """The years in which a country's series breaks (status B)."""
        columns, places = self._places(indicator, country) or (None, range(0))
        if columns is None or "B" not in columns.statuses[places.start : places.stop]:
            return ()
        return tuple(columns.years[at] for at in places if columns.statuses[at] == "B")

    @memoised
    def forecasts(self, indicator: str, country: str) -> frozenset[int]:
        """The years whose value is a forecast (status F)."""
        columns, places = self._places(indicator, country) or (None, range(0))
        if columns is None or "F" not in columns.statuses[places.start : places.stop]:
            return frozenset()
        return frozenset(columns.years[at] for at in places if columns.statuses[at] == "F")

    @memoised
    def observation(self, indicator: str, country: str, year: int) -> Observation | None:
        """The preferred observation of one year, or None where there is no row."""
        rows = self.preferred(indicator)
        at = rows.find(country, year) if rows else None
        return rows.columns.row(at) if rows and at is not None else None

    @memoised
    def latest(self, indicator: str, country: str) -> Observation | None:
        """The latest observation with a value and a status other than F, M, O, L."""
        columns, places = self._places(indicator, country) or (None, range(0))
        if columns is None:
            return None
        return next((columns.row(at) for at in reversed(places) if columns.is_figure(at)), None)

    @memoised
    def from_every_origin(self, indicator: str, country: str, year: int) -> tuple[Observation, ...]:
        """All observations of that key from every origin, the preferred first."""
        order, columns = self.indicator(indicator).origins, self.columns(indicator)
        if columns is None:
            return ()
        keys = enumerate(zip(columns.countries, columns.years, strict=True))
        found = (columns.row(at) for at, key in keys if key == (country, year))
        return tuple(sorted(found, key=lambda o: order.index(o.origin)))

    @memoised
    def members(self, group: str) -> tuple[str, ...]:
        """The profiled countries of a group of groups.yaml or of an M49 subregion; of all for an empty name."""
        if not group:
            return self.profiles
        if group in self.groups:
            return tuple(code for code in self.profiles if code in self.groups[group].members)
        return tuple(code for code in self.profiles if self.countries[code].region == group)

    def group_named(self, name: str) -> str | None:
        """The group an author names by its id or, for a region, as `central-asia`; None where there is none."""
        regions = {self.countries[code].region: None for code in self.profiles}
        slugs = {slug_of(region): region for region in regions if region}
        return name if not name or name in self.groups else slugs.get(name)

    @property
    def group_names(self) -> tuple[str, ...]:
        """The ids that authors may write: of groups, then of regions."""
        regions = sorted({self.countries[code].region for code in self.profiles} - {""})
        return (*sorted(self.groups), *(slug_of(region) for region in regions))

    def group_title(self, group: str) -> str:
        """The name readers see of a group or region."""
        return self.groups[group].title if group in self.groups else group

    @memoised
    def coverage(self, indicator: str) -> Mapping[int, int]:
        """Profiled countries with a value, by year."""
        rows = self.preferred(indicator)
        if rows is None:
            return {}
        years = (rows.columns.years_of_figures(rows.of(code)) for code in self.profiles)
        counts = Counter(chain.from_iterable(years))
        return {year: counts[year] for year in sorted(counts)}

    @memoised
    def ranking_year(self, indicator: str) -> int | None:
        """The latest year with at least 80 % of the indicator's best yearly coverage."""
        coverage = self.coverage(indicator)
        enough = [year for year, count in coverage.items() if count >= COVERAGE * max(coverage.values())]
        return max(enough, default=None)

    @memoised
    def ranking(self, indicator: str, *, year: int | None = None, group: str = "") -> Ranking | None:
        """The ranking, or None with too few countries or where the indicator is not comparable."""
        at = self.ranking_year(indicator) if year is None else year
        if at is None or not self.indicator(indicator).comparable:
            return None
        return self._rank(indicator, at, group)

    def _rank(self, indicator: str, year: int, group: str) -> Ranking | None:
        found = [o for code in self.members(group) if (o := self.within_window(indicator, code, year))]
        if len(found) < (self.least.group_rank if group else self.least.rank):
            return None
        rows = rank_observations(found, self.indicator(indicator).direction)
        return Ranking(indicator=indicator, year=year, group=group, rows=rows)

    @memoised
    def within_window(self, indicator: str, country: str, year: int) -> Observation | None:
        """The figure of a year or, by the catalog's window, the latest of the years just before it."""
        rows, years = self.preferred(indicator), range(year, year - self.indicator(indicator).window - 1, -1)
        return next((o for y in years if (o := rows.figure(country, y))), None) if rows else None

    @memoised
    def median(self, indicator: str, year: int, *, group: str = "") -> float | None:
        """The median of profiled countries with a value in that year; None with too few."""
        if not group:
            return self.medians_by_year(indicator).get(year)
        rows = self.preferred(indicator)
        values = rows.figures_of(self.members(group), year) if rows else []
        return median(values) if len(values) >= self.least.median else None

    @memoised
    def medians_by_year(self, indicator: str) -> Mapping[int, float]:
        """The medians of all years, found at once; a page asks for those that it shows."""
        rows, found = self.preferred(indicator), defaultdict[int, list[float]](list)
        for code in self.profiles:
            for year, value in rows.figures(code) if rows else ():
                found[year].append(value)
        return {year: median(values) for year, values in found.items() if len(values) >= self.least.median}

    @memoised
    def indicators_by_topic(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Topic ids in catalog order, each with its indicators' ids."""
        indicators = self.catalog.indicators.values()
        return tuple((topic, tuple(i.id for i in indicators if i.topic == topic)) for topic in self.catalog.topics)
