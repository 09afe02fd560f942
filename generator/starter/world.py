"""The world's data, from which a new project takes its countries and indicators."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from zipfile import Path as ZipPath

from generator.sources.folders import PACKAGE
from generator.urls import slug_of

ARCHIVE = "world.zip"
"""Its name in an installed package; in a checkout the repository itself is the world."""
_ENTRY = re.compile(r"^(?=[\w-]+:$)", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class World:
    """A project with the data of the whole world, read where it is asked for."""

    root: Traversable

    def text(self, path: str) -> str:
        """Return the text of a file: `data/countries.csv`."""
        return self._at(path).read_text(encoding="utf-8")

    def names(self, folder: str) -> list[str]:
        """Return the names of the files of a folder, in order."""
        return sorted(each.name for each in self._at(folder).iterdir())

    @cached_property
    def countries(self) -> Mapping[str, Mapping[str, str]]:
        """The rows of all countries by code."""
        return {row["code"]: row for row in csv.DictReader(self.text("data/countries.csv").splitlines())}

    @cached_property
    def groups(self) -> Mapping[str, tuple[str, ...]]:
        """The members of each group and region by its id: `eu`, `northern-europe`."""
        profiled = re.findall(r"\b[A-Z]{3}\b", self.text("site.yaml").partition("profiles:")[2])
        regions: dict[str, tuple[str, ...]] = {}
        for code in profiled:
            region = slug_of(self.countries[code]["region"])
            regions[region] = (*regions.get(region, ()), code)
        return {**regions, **{name: members_of(entry) for name, entry in self.group_entries.items()}}

    @cached_property
    def group_entries(self) -> Mapping[str, str]:
        """The text of each group of `data/groups.yaml` by its id."""
        return entries(self.text("data/groups.yaml"))

    @cached_property
    def indicators(self) -> Mapping[str, str]:
        """The text of each indicator's entry in the catalog by its id, in the order of the catalog's files."""
        folder = "data/catalog/indicators"
        return {
            key: text for name in self.names(folder) for key, text in entries(self.text(f"{folder}/{name}")).items()
        }

    def _at(self, path: str) -> Traversable:
        place = self.root
        for part in path.split("/"):
            place = place.joinpath(part)
        return place


def open_world() -> World:
    """Return the world that comes with the package; in a checkout that of the repository."""
    archive = files("generator.starter") / ARCHIVE
    return World(root=ZipPath(str(archive)) if isinstance(archive, Path) and archive.is_file() else PACKAGE.parent)


def entries(text: str) -> dict[str, str]:
    """Return the text of each top-level entry of a YAML file by its key."""
    blocks = _ENTRY.split(text)
    return {block.partition(":")[0]: block.rstrip("\n") + "\n" for block in blocks if re.match(r"[\w-]+:\n", block)}


def members_of(entry: str) -> tuple[str, ...]:
    """Return the members in the text of a group's entry."""
    found = re.search(r"^  members: \[(.*?)\]", entry, flags=re.MULTILINE | re.DOTALL)
    return tuple(re.findall(r"[A-Z]{3}", found[1])) if found else ()
