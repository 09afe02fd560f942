"""Files of the old site, taken over by hard link where key and content are the same."""

import json
import os
import shutil
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG

from generator.cache import Cache, read_json
from generator.state.manifest import Entries, digest_of
from generator.state.stamps import GRAIN, SECOND, Stamp, is_settled, stamp_of, time_of

FileStamp = tuple[str, Stamp]
"""The digest of a file's bytes, and its stamp at a moment when it had them."""

KEY = "site"
"""The stamps of the site's files in the state file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OldSite:
    """The site as the last build left it: where it is, key, digest and stamp of each file."""

    folder: Path
    entries: Mapping[str, tuple[str, str]]
    stamps: Mapping[str, FileStamp] = field(default_factory=dict)

    def is_sound(self, path: str, key: str) -> bool:
        """Whether a file was made from this key and is what it was."""
        return self.entries.get(path, ("", ""))[0] == key and self._is_as_made(path)

    def has(self, path: str, digest: str) -> bool:
        """Whether a file has bytes of this digest."""
        return self.entries.get(path, ("", ""))[1] == digest and self._is_as_made(path)

    def _is_as_made(self, path: str) -> bool:
        digest = self.entries[path][1]
        known = self.stamps.get(path)
        try:
            if known and known == stamp_of_file(f"{self.folder}/{path}", digest):
                return True
            file = self.folder / path
            return not file.is_symlink() and digest_of(file.read_bytes()) == digest
        except OSError:
            return False

    def take(self, path: str, target: Path | str) -> str:
        """Put a file that is sound at `target`, and return its digest."""
        link_or_copy(f"{self.folder}/{path}", target)
        return self.entries[path][1]


def link_or_copy(source: Path | str, target: Path | str) -> None:
    """Give a file a second name, or copy it where the file system has no second names; raises OSError."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def stamp_of_file(file: Path | str, digest: str) -> FileStamp | None:
    """Return the stamp of a file that has a digest; None for what is no plain file."""
    found = os.lstat(file)
    return (digest, stamp_of(found)) if S_ISREG(found.st_mode) else None


def read_stamps(state: Cache | None) -> dict[str, FileStamp]:
    """Return the stamps in the state file; none where there are none that can be read."""
    try:
        entries = read_json((state and state.get(KEY)) or b"{}")
        return {str(name): (str(d), (int(s), int(m), int(c), int(i))) for name, (d, (s, m, c, i)) in entries.items()}
    except (ValueError, AttributeError, TypeError):
        return {}


def size_as_made(entries: Entries, stamps: Mapping[str, FileStamp], path: str, key: str) -> tuple[int, str] | None:
    """Return bytes and digest of a file of the old site that was made under the digest of a key."""
    known, digest = entries.get(path, ("", ""))
    stamp = stamps.get(path)
    return (stamp[1][0], digest) if known == key and stamp and stamp[0] == digest else None


def forget_stamps(state: Cache) -> None:
    """Let the next build compare what the old site's files hold."""
    state.put(KEY, b"{}")


def write_stamps(
    state: Cache | None, site: Path, made: Entries, clock: Path, sizes: Mapping[str, int] | None = None
) -> None:
    """Keep the stamps of the finished site's files; without them their content is compared next time.

    Links have changed the files' entries a moment ago: only a change after this moment must be distinguished from them.
    `clock` is a file of ours beside the site. A file that has another size than in `sizes`, with which it was written, has
    no stamp: somebody has changed it since.
    """
    if state is not None:
        time.sleep(1.2 * GRAIN / SECOND)
        with suppress(OSError):
            now, written = time_of(clock), sizes or {}
            found = ((name, stamp_of_file(f"{site}/{name}", digest)) for name, (_key, digest) in made.items())
            stamps = {name: s for name, s in found if s and s[1][0] == written.get(name, s[1][0])}
            state.put(KEY, json.dumps({name: s for name, s in stamps.items() if is_settled(s[1], now)}).encode())
