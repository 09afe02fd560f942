"""Every file of data: whole tables, indicators, countries, groups and indices.

They come in groups, each with the digest of what it is made of: a group that the last build had is taken over and not
planned.
"""

import posixpath
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from generator.data.catalog import Indicator
from generator.memo import Memo
from generator.output import Output
from generator.outputs.data.downloads import (
    TABLE,
    around_rows,
    country_key,
    indicator_key,
    plan_country_files,
    plan_downloads,
    plan_indicator_files,
)
from generator.outputs.data.index_files import groups_of_index_files
from generator.outputs.data.keys import key_of
from generator.outputs.kept import Made, taken_over
from generator.outputs.traces import NO_ANSWERS, NoAnswers
from generator.pages.downloads.indicator import Measured, measured_files
from generator.pages.downloads.metadata import Published
from generator.pages.site import Site
from generator.render.environment import code_digest
from generator.sources.files import Sources
from generator.urls import output_path

Group = tuple[str, tuple[Output, ...]]
"""Files, after the digest of what they are made of."""

Sizes = Callable[[str, str], tuple[int, str] | None]
"""Returns size and digest of a file of the last build, by its path and the digest of its key."""


def no_size(_path: str, _key: str) -> None:
    """Nothing is known of a last build."""


@dataclass(frozen=True, kw_only=True)
class DataFiles:
    """The files of data of a site; each group is planned when it is asked for."""

    site: Site
    sources: Sources
    memo: Memo
    """Keeps what one run has planned for the next."""
    kept: Mapping[str, Made] = field(default_factory=dict)
    """What the last build made, by the digest of what it was made of."""
    sizes: Sizes = no_size
    """Tells how large a file of the last build is."""
    last: NoAnswers = NO_ANSWERS
    """What tells which countries have the rows of the last build."""

    @cached_property
    def shared(self) -> tuple[Output, ...]:
        """The files that are no country's: whole tables, indicators, groups, indices."""
        return tuple(output for _name, files in self.groups for output in files)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The same in groups. One has no file: by its name the next build knows that all but rows is the same."""
        around, data = _named("around", *self._around), _named("data", *self._whole)
        indices = groups_of_index_files(self.site, self.sources, code_digest())
        return (
            (around, ()),
            (data, self._group(data, self._plan_tables)),
            *self._indicators.values(),
            *((name, self._group(name, plan)) for name, plan in ((_named(*of), plan) for of, plan in indices)),
        )

    @property
    def fresh_countries(self) -> tuple[str, ...]:
        """The countries whose files are not known to be made of the same as in the last build."""
        return tuple(code for code in self.site.dataset.pages if not self._name_before(code))

    def of_country(self, country: str) -> Group:
        """Return the files of a country."""
        name = self._name_before(country) or _named("country", *self._around, *country_key(self.site.dataset, country))
        return name, self._group(name, partial(self._plan_country, country))

    def _name_before(self, country: str) -> str:
        """Return the name that a country's files had in the last build; none if they are made of other rows."""
        path = output_path(self.site.dataset.countries[country].url).replace("index.html", TABLE)
        before = self._names_before.get(path, "")
        return before if before and self.last.has_same_rows(country) else ""

    @cached_property
    def _names_before(self) -> Mapping[str, str]:
        """The digests that named files in the last build, by the path of each, if it had the same but rows."""
        same = _named("around", *self._around) in self.kept
        return {path: name for name, made in self.kept.items() for path in made.files} if same else {}

    @cached_property
    def _around(self) -> tuple[str, ...]:
        return around_rows(self._published)

    @property
    def _whole(self) -> tuple[str, ...]:
        """All that files of data are made of besides the program."""
        return self.sources.digest("data"), self.site.dataset.digest, self.site.config.model_dump_json()

    @cached_property
    def _indicators(self) -> Mapping[str, Group]:
        """The files of each indicator."""
        indicators = self.site.dataset.catalog.indicators
        names = {
            name: _named("indicator", *self._around, *indicator_key(self.site.dataset, name)) for name in indicators
        }
        return {name: (key, self._group(key, partial(self._plan_indicator, name))) for name, key in names.items()}

    def _group(self, name: str, plan: Callable[[], tuple[Output, ...]]) -> tuple[Output, ...]:
        """Return files: those of the last build, of the last run, or planned now."""
        if name in self.kept:
            return taken_over(self.kept[name], plan)
        return self.memo.get((name, self.sizes is no_size), plan)  # what a check has planned knows no sizes

    @property
    def _published(self) -> Published:
        return Published(config=self.site.config, dataset=self.site.dataset)

    def _plan_country(self, country: str) -> tuple[Output, ...]:
        return tuple(plan_country_files(self._published, country, code_digest()))

    def _plan_indicator(self, indicator: str) -> tuple[Output, ...]:
        entry = self.site.dataset.indicator(indicator)
        return tuple(plan_indicator_files(self._published, entry, code_digest()))

    def _plan_tables(self) -> tuple[Output, ...]:
        tables = (files[0] for _name, files in self._indicators.values())
        return tuple(plan_downloads(self._published, code_digest(), tables, self._measure))

    def _measure(self, indicator: Indicator) -> Mapping[str, Measured]:
        """Return how large an indicator's files are: as written last, if they are the same."""
        _name, files = self._indicators[indicator.id]
        sizes = {posixpath.basename(file.path): self.sizes(file.path, file.key_digest) for file in files}
        found = {name: Measured(bytes=size[0], sha256=size[1]) for name, size in sizes.items() if size}
        return found if len(found) == len(sizes) else measured_files(self._published, indicator)


def _named(*parts: str) -> str:
    """Return the name of a group: a digest of the program and of what its files are made of."""
    return key_of(code_digest(), *parts)
