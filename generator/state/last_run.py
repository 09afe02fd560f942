"""The last success of a command: while nothing it read has changed, its answer is given again at once."""

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from generator.cache import Cache, SqliteCache, read_json
from generator.sources.plain import bytes_as_read
from generator.state.manifest import is_as_made
from generator.state.request import Request
from generator.state.snapshot import Snapshot, digest_of_files, take_snapshot
from generator.state.stamps import Stamp, digest_of_stamps, is_plain_folder, is_settled, stamps_below, time_of

STATE = Path(".cache/state")
"""Where the state file of a project lies."""
FILES = "files"
"""What stands in the state file under this name: stamps and digests of all files at the last success."""


class Said(NamedTuple):
    """What a command printed: its diagnostics, and its summary."""

    diagnostics: str
    summary: str


class Begun(NamedTuple):
    """A command at its start: what it was asked and what it will read."""

    root: Path
    request: Request
    snapshot: Snapshot


def open_state(root: Path) -> SqliteCache:
    """Return the state file of a project, to be entered."""
    return SqliteCache(root / STATE)


def begin(root: Path, request: Request) -> Begun | None:
    """Return the command as it begins; None where there is no project, or no place for its state."""
    state = root / STATE
    try:
        (root / "site.yaml").stat()
        state.parent.mkdir(exist_ok=True)
        return Begun(root=root, request=request, snapshot=take_snapshot(root, time_of(state)))
    except OSError:
        return None


def last_said(begun: Begun, state: Cache) -> Said | None:
    """Return what the command said when it last succeeded, if nothing it depends on has changed since."""
    try:
        entry = read_json(state.get(begun.request.key) or b"{}")
        same = _has_same_bytes(begun, entry) if begun.request.verify else _is_as_it_was(begun, entry, state)
        return Said(str(entry["diagnostics"]), str(entry["summary"])) if same else None
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return None


def _is_as_it_was(begun: Begun, entry: Mapping[str, str], state: Cache) -> bool:
    """Whether nothing is another than then; only files with another stamp are read."""
    if entry["site"] != _site(begun):
        return False
    same = entry["stamps"] == begun.snapshot.digest()
    return same or entry["bytes"] == begun.snapshot.digest_of_bytes(begun.root, _known_files(state))


def _known_files(state: Cache) -> dict[str, tuple[Stamp, str]]:
    """Return what is known of files; raises what reading something else does."""
    found = read_json(state.get(FILES) or b"[]")
    return {str(path): ((size, content, entry, node), digest) for path, (size, content, entry, node, digest) in found}


def _has_same_bytes(begun: Begun, entry: Mapping[str, str]) -> bool:
    made = not begun.request.makes_site or is_as_made(begun.root / "site")
    return made and entry["bytes"] == begun.snapshot.digest_of_bytes(begun.root)


def keep_said(begun: Begun, said: Said, state: Cache, read: Mapping[str, str]) -> None:
    """Keep what a command said at its success; not where a change could have gone unseen while it ran.

    `read` are the digests of the sources as they were read, by path.
    """
    with suppress(OSError):
        now = time_of(begun.root / STATE)
        snapshot = take_snapshot(begun.root, now)
        if _is_same(begun.snapshot, snapshot) and _is_settled(begun, now) and _is_as_read(begun, read):
            known = {path: (stamp, read[path]) for path, stamp in snapshot.sources.items() if path in read}
            files = snapshot.files(begun.root, known)
            entry = {"stamps": snapshot.digest(), "bytes": digest_of_files(files), "site": _site(begun)}
            kept = json.dumps([(path, (*stamp, digest)) for path, (stamp, digest) in files.items()])
            answer = json.dumps({**entry, **said._asdict()})
            state.put_all({FILES: kept.encode(), begun.request.key: answer.encode()})


def _site(begun: Begun) -> str:
    """Return what a command depends on of `site/`: all its files, or for a check that it is a folder."""
    site = begun.root / "site"
    if not is_plain_folder(site):
        return "" if os.path.lexists(site) or begun.request.makes_site else "folder"
    return digest_of_stamps(stamps_below(site, hidden=True)) if begun.request.makes_site else "folder"


def _is_same(before: Snapshot, after: Snapshot) -> bool:
    """Whether nothing was saved meanwhile, and nothing of the program can have been."""
    return (before.sources, before.program) == (after.sources, after.program) and before.is_program_settled()


def _is_settled(begun: Begun, now: int) -> bool:
    """Whether no later change can hide behind the present stamps of the sources and of the site."""
    made = stamps_below(begun.root / "site", hidden=True) if begun.request.makes_site else {}
    return all(is_settled(stamp, now) for stamps in (begun.snapshot.sources, made) for stamp in stamps.values())


def _is_as_read(begun: Begun, read: Mapping[str, str]) -> bool:
    """Whether the sources saved just before the command began hold what it read; raises OSError."""
    return all(
        hashlib.sha256(bytes_as_read(path, (begun.root / path).read_bytes())).hexdigest() == read[path]
        for path in begun.snapshot.unsettled()
        if path in read
    )
