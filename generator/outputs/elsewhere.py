"""What processes or a cluster make of a site, and the folder in which it waits."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.cache import file_of
from generator.charts.vega_bundle import bundle_beside
from generator.outputs.beside import compare_beside, tables_beside
from generator.outputs.executors import cluster_at, may_fork, processes
from generator.outputs.plan import SiteFiles
from generator.outputs.shares import (
    FEW_PAGES,
    Load,
    MadeElsewhere,
    Room,
    changed_data,
    inherited,
    make_elsewhere,
    shares_of,
)
from generator.render.environment import code_digest
from generator.state.manifest import Entries

__all__ = ("identity_of", "made_elsewhere")


@contextmanager
def made_elsewhere(
    files: SiteFiles, old: Entries, root: Path, load: Load, workers: int, cluster: str
) -> Iterator[MadeElsewhere]:
    """What other processes made of the site; where few pages are to be made, whole tables at most.

    Of a part of the pages, tables are planned while these are made, and packed while the site is written.
    """
    compare_beside(files, workers)
    is_few = not cluster and len(files.fresh) <= FEW_PAGES
    is_part = not cluster and may_fork() and 2 * len(files.fresh) <= len(files.site.planned)
    data = () if is_few or is_part else changed_data(files, old)
    pages = nullcontext(MadeElsewhere()) if is_few else _made_of(files, old, data, root, load, workers, cluster)
    with pages as made, tables_beside(files, old, workers if is_few or is_part else 1) as tables:
        yield replace(made, data={**made.data, **tables})


@contextmanager
def _made_of(
    files: SiteFiles, old: Entries, data: tuple[int, ...], root: Path, load: Load, workers: int, cluster: str
) -> Iterator[MadeElsewhere]:
    """What other processes made of pages, of countries and of these files of data, until the site has it."""
    several = cluster_at(cluster) if cluster else processes(workers)
    files.last.fetch(files.site.planned[place].url for place in files.fresh)
    with _waiting_room(root) as folder, inherited(files):
        room = Room(folder=folder, drawings=None if cluster else file_of(files.cache))
        with bundle_beside(files.cache) as begin, several as executor:
            explore, meanwhile = begin if workers > 1 else _later, partial(changed_data, files, old)
            made = make_elsewhere(shares_of(files, data), executor, load, room, files.progress, explore, meanwhile)
        yield made


def _later() -> None:
    """Begin nothing: who writes the site makes what is needed."""


@contextmanager
def _waiting_room(root: Path) -> Iterator[Path]:
    """A folder in the project, which other machines see too; in that of the system where the disk is full."""
    caches = root.absolute() / ".cache"
    with suppress(OSError):
        caches.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="pages-", dir=caches if _takes_files(caches) else None) as folder:
        yield Path(folder)


def _takes_files(folder: Path) -> bool:
    return folder.is_dir() and os.access(folder, os.W_OK)


def identity_of(files: SiteFiles) -> str:
    """Return a digest of all that a site is made of: equal digests, equal pages in equal order."""
    own, theme = files.sources.files, files.sources.theme
    sources = (f"{path}\0{source.digest}" for path, source in (*sorted(own.items()), *sorted(theme.items())))
    return hashlib.sha256("\n".join((code_digest(), *sources)).encode()).hexdigest()
