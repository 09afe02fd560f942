"""The manifest inside a site: who made it, and of each file its key and its digest."""

import hashlib
from collections.abc import Mapping
from json.encoder import encode_basestring_ascii as quoted
from pathlib import Path

from generator import __version__
from generator.cache import read_json
from generator.state.stamps import stamps_below

MANIFEST = ".manifest.json"
"""Its name in the site; hosts that drop hidden files drop it."""

Entries = dict[str, tuple[str, str]]
"""Key and digest of each file, by path."""


def digest_of(data: bytes) -> str:
    """Return the digest that stands in the manifest."""
    return hashlib.sha256(data).hexdigest()


def manifest_text(entries: Mapping[str, tuple[str, str]]) -> str:
    """Return a manifest as the text of its file: `{"files": …, "generator": "0.1.0"}`."""
    files = ",\n".join(
        f"{quoted(path)}: [{quoted(entries[path][0])}, {quoted(entries[path][1])}]" for path in sorted(entries)
    )
    return f'{{"generator": {quoted(__version__)}, "files": {{\n{files}\n}}}}\n'


def read_manifest(site: Path) -> Entries | None:
    """Return the entries of a site's manifest; None where there is none that can be read.

    Before 0.2 a manifest was its entries, without a version.
    """
    try:
        found = read_json((site / MANIFEST).read_text("utf-8"))
        entries = found["files"] if "generator" in found else found
        return {path: (key, digest) for path, (key, digest) in entries.items()}
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return None


def is_as_made(site: Path) -> bool:
    """Whether a site has exactly the files of its manifest, with the bytes that they were written with."""
    entries = read_manifest(site)
    if entries is None or stamps_below(site, hidden=True).keys() != entries.keys() | {MANIFEST}:
        return False
    return all(digest_of((site / path).read_bytes()) == digest for path, (_key, digest) in entries.items())


def file_as_made(site: Path, entries: Entries, path: str) -> bytes | None:
    """Return a file of a site; None where it is not as it was made."""
    try:
        data = (site / path).read_bytes()
    except OSError:
        return None
    return data if digest_of(data) == entries.get(path, ("", ""))[1] else None
