"""Writing the site: staged beside the old one, checked, exchanged in one step."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from posixpath import dirname

from generator.cache import Cache
from generator.diagnostics import Diagnostic, Location
from generator.output import Derived, Output
from generator.publish.crawl import Links, check_site, read_pages
from generator.publish.derived import derive
from generator.publish.exchange import exchange, recover
from generator.publish.lock import HeldError, lock_path, locked
from generator.publish.old_site import OldSite, read_stamps, write_stamps
from generator.publish.remove import remove
from generator.rules import Rule
from generator.state.manifest import MANIFEST, Entries, digest_of, manifest_text, read_manifest

__all__ = ("Anew", "WriteResult", "check_site_folder", "write_site")


class Anew(StrEnum):
    """What a file that was not taken from the old site is beside the one that had its path there."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    """It has the bytes that the old one had, made of something else."""
    MENDED = "mended"
    """It has the bytes that the old one was made with, and had no longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteResult:
    """How many files the site has, how many of them the old one had to the byte, and the bytes of all.

    `anew` has those by path that were not taken from it, `derived` the paths of those that were made from pages.
    """

    files: int = 0
    reused: int = 0
    size: int = 0
    anew: Mapping[str, Anew] = field(default_factory=dict)
    derived: tuple[str, ...] = ()


class _RefusedError(Exception):
    """The reason why nothing was written."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


Result = tuple[WriteResult, tuple[Diagnostic, ...]]

Then = Callable[[WriteResult], None]
"""Keeps what is known of a site that stands."""

PAGE = ".html"
"""The ending of the files that the search index is made from."""


def _nothing(_result: WriteResult) -> None:
    """Nothing is to be kept."""


def write_site(
    outputs: Sequence[Output],
    site: Path,
    *,
    base_path: str,
    progress: Callable[[int, int], None],
    derived: Derived | None = None,
    state: Cache | None = None,
    then: Then = _nothing,
) -> Result:
    """Write all outputs, and what is made from them, to `site`; a problem leaves the old site.

    `state` keeps the stamps of its files; by them the next build sees that nobody changed them. `then` is called when
    the site stands, while the old one is removed. Raises RenderFaultError where a template fails.
    """
    if conflicts := (*check_site_folder(site), *_check_paths(outputs)):
        return WriteResult(), conflicts
    try:
        with locked(site):
            return _write(outputs, site, base_path, progress, derived, state, then)
    except HeldError as error:
        hint = "Wait until it is done, then build again."
        return WriteResult(), (_fault(Rule.SITE_NOT_WRITTEN, site.name, str(error), hint),)
    except _RefusedError as refusal:
        return WriteResult(), (_fault(Rule.SITE_NOT_WRITTEN, site.name, str(refusal), refusal.hint),)
    except OSError as error:
        hint = "The old site is untouched. Make room or mend the permissions, then build again."
        message = f"The site cannot be written: {error.strerror or error}."
        return WriteResult(), (_fault(Rule.SITE_NOT_WRITTEN, site.name, message, hint),)


def check_site_folder(site: Path) -> tuple[Diagnostic, ...]:
    """Return why no build can exchange the folder `site` for a new one, known before anything is done."""
    if site.is_symlink():
        hint = f"Remove the link; build into a folder and copy it to {site.readlink()} when it is made."
        return (_fault(Rule.SITE_NOT_WRITTEN, site.name, f"'{site.name}' is a symbolic link.", hint),)
    if site.is_mount():
        message = f"'{site.name}' is a file system of its own, which cannot be exchanged for a new folder at once."
        hint = "Unmount it; build into a plain folder and copy that to the file system when it is made."
        return (_fault(Rule.SITE_NOT_WRITTEN, site.name, message, hint),)
    return ()


def _fault(rule: Rule, path: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(rule=rule, location=Location(path=path), message=message, hint=hint)


def _check_paths(outputs: Sequence[Output]) -> Iterator[Diagnostic]:
    """Yield a problem for each path of two outputs, ignoring case as some file systems do."""
    seen: set[str] = set()
    for output in outputs:
        if output.path.lower() in seen:
            hint = "Rename one of the two."
            yield _fault(Rule.URL_CONFLICT, f"site/{output.path}", "Two pages want this file.", hint)
        seen.add(output.path.lower())


def _write(
    outputs: Sequence[Output],
    site: Path,
    base_path: str,
    progress: Callable[[int, int], None],
    derived: Derived | None,
    state: Cache | None,
    then: Then,
) -> Result:
    recover(site)
    staged = site.with_name(f".{site.name}.staged")
    remove(staged)
    old = OldSite(folder=site, entries=_manifest(site), stamps=read_stamps(state))
    try:
        staged.mkdir()
        staging = _Staging(staged=staged, old=old, of=len(outputs), progress=progress)
        with ThreadPoolExecutor(
            1
        ) as beside:  # the search index is made while other files are staged and links are read
            staging.put(output for output in outputs if output.path.endswith(PAGE))
            indexed = beside.submit(_derive, derived, staged, dict(staging.made), old, state, _searched(outputs))
            staging.put(output for output in outputs if not output.path.endswith(PAGE))
            pages = read_pages(staged, staging.made, state, _links(outputs))
            entries, found = indexed.result()
        made, result = staging.made | entries, _result(staging, entries)
        (staged / MANIFEST).write_text(manifest_text(made), "utf-8")
        problems = (*check_site(staged, base_path, pages), *found)
        if not problems:
            _sync(staged)
            exchange(staged, site)
            with ThreadPoolExecutor(1) as beside:
                beside.submit(remove, staged)
                then(result)
            write_stamps(state, site, made, lock_path(site), staging.sizes)
        return result, problems
    finally:
        remove(staged)


def _links(outputs: Sequence[Output]) -> Links:
    """Return what those who wrote pages have read of them for the crawl."""
    return {each.waiting.digest: each.waiting.links for each in outputs if each.waiting and each.waiting.links}


def _searched(outputs: Sequence[Output]) -> Mapping[str, str]:
    """Return what those who wrote pages have read of them for the search index."""
    waiting = (each.waiting for each in outputs if each.waiting)
    return {each.digest: each.searched for each in waiting if each.searched is not None}


def _derive(
    derived: Derived | None,
    staged: Path,
    made: Entries,
    old: OldSite,
    state: Cache | None,
    read: Mapping[str, str],
) -> tuple[Entries, tuple[Diagnostic, ...]]:
    return derive(derived, staged, made=made, old=old, state=state, read=read) if derived else ({}, ())


def _manifest(site: Path) -> Entries:
    """Return key and digest of each file of the old site, empty if there is none.

    A folder that no build made is refused.
    """
    if not site.exists() or (site.is_dir() and not any(site.iterdir())):
        return {}
    entries = read_manifest(site)
    if entries is None:
        hint = f"Move it away; a build replaces only what it made, which it knows by {site.name}/{MANIFEST}."
        raise _RefusedError(f"'{site.name}' has no list of files that a build made, or one that cannot be read.", hint)
    return entries


@dataclass(slots=True, kw_only=True)
class _Staging:
    """The files staged so far, out of how many; `made` has key and digest of each, `sizes` its bytes.

    `anew` has those that are not from the old site.
    """

    staged: Path
    old: OldSite
    of: int
    progress: Callable[[int, int], None]
    made: Entries = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    anew: list[str] = field(default_factory=list)
    _folders: set[str] = field(default_factory=set)

    def put(self, outputs: Iterable[Output]) -> None:
        """Stage files: those of the old site are taken over where they are the same."""
        for output in outputs:
            target, key = f"{self.staged}/{output.path}", output.key_digest
            if (folder := dirname(target)) not in self._folders:
                os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - thousands of paths are not worth an object each
                self._folders.add(folder)
            taken = self.old.is_sound(output.path, key)
            digest = self.old.take(output.path, target) if taken else _put(output, Path(target))
            self.sizes[output.path] = os.stat(target).st_size  # noqa: PTH116 - as above
            self.anew += () if taken else (output.path,)
            self.made[output.path] = (key, digest)
            self.progress(len(self.made), self.of)


def _result(staging: _Staging, derived: Entries) -> WriteResult:
    """Return what has been staged, with what was derived of it."""
    old = staging.old
    made = (path for path, (key, _digest) in derived.items() if old.entries.get(path, ("", ""))[0] != key)
    whole = staging.made | derived
    anew = {path: _beside(old, path, whole[path][1]) for path in (*staging.anew, *made)}
    others = sum(how is not Anew.SAME for how in anew.values())
    files, size = len(whole), sum(staging.sizes.values())
    size += sum((staging.staged / path).stat().st_size for path in derived)
    return WriteResult(files=files, reused=files - others, size=size, anew=anew, derived=tuple(derived))


def _beside(old: OldSite, path: str, digest: str) -> Anew:
    if path not in old.entries:
        return Anew.NEW
    if old.has(path, digest):
        return Anew.SAME
    return Anew.MENDED if old.entries[path][1] == digest else Anew.CHANGED


def _put(output: Output, target: Path) -> str:
    """Write a file, or give the one that waits its place; return the digest of its bytes."""
    waiting = output.waiting
    if waiting and waiting.file.stat().st_dev == target.parent.stat().st_dev:
        waiting.file.rename(target)
        return waiting.digest
    data = output.render()
    target.write_bytes(data)
    return digest_of(data)


def _sync(staged: Path) -> None:
    """Sync the staged files to disk before they replace the old ones."""
    descriptor = os.open(staged, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
