"""The manifest inside a site: of each file the key it was made from, and the digest of its bytes."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from generator.state.stamps import stamps_below

MANIFEST = ".manifest.json"
"""Its name in the site; hosts that drop hidden files drop it."""

Entries = dict[str, tuple[str, str]]
"""Key and digest of each file, by path."""


def digest_of(data: bytes) -> str:
    """Return the digest that stands in the manifest."""
    return hashlib.sha256(data).hexdigest()


def manifest_text(entries: Mapping[str, tuple[str, str]]) -> str:
    """Return a manifest as the text of its file."""
    return json.dumps(entries, indent=0, sort_keys=True)


def read_manifest(site: Path) -> Entries | None:
    """Return the manifest of a site; None where there is none that can be read."""
    try:
        entries = json.loads((site / MANIFEST).read_text("utf-8"))
        return {path: (key, digest) for path, (key, digest) in entries.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return None


def is_as_made(site: Path) -> bool:
    """Whether a site has exactly the files of its manifest, with the bytes that they were written with."""
    entries = read_manifest(site)
    if entries is None or stamps_below(site, hidden=True).keys() != entries.keys() | {MANIFEST}:
        return False
    return all(digest_of((site / path).read_bytes()) == digest for path, (_key, digest) in entries.items())
