"""Files made from finished pages: taken from the old site while what they take from these is the same."""

import json
import zlib
from collections.abc import Mapping
from pathlib import Path

from generator.cache import Cache, read_json
from generator.diagnostics import Diagnostic
from generator.output import Derived
from generator.publish.old_site import OldSite
from generator.state.manifest import Entries, digest_of


def derive(
    derived: Derived,
    staged: Path,
    *,
    made: Entries,
    old: OldSite,
    state: Cache | None = None,
    read: Mapping[str, str] | None = None,
) -> tuple[Entries, tuple[Diagnostic, ...]]:
    """Put the derived folder into `staged`, from the old site if possible; return its entries.

    `made` are the staged files; `state` keeps what was read of each page, `read` has what was read of those just
    written, by their digests. Beside the entries stands what is wrong.
    """
    texts = _read_texts(derived, staged, made, state, read or {})
    key = digest_of(f"{derived.key}\n{json.dumps(texts)}".encode())
    kept = [path for path in old.entries if path.startswith(f"{derived.folder}/")]
    if kept and all(old.is_sound(path, key) for path in kept):
        return {path: (key, _taken(path, staged, old)) for path in kept}, ()
    problems = derived.make(staged, texts)
    files = {path.relative_to(staged).as_posix(): path for path in sorted((staged / derived.folder).rglob("*"))}
    return {name: (key, digest_of(path.read_bytes())) for name, path in files.items() if path.is_file()}, problems


def _read_texts(
    derived: Derived, staged: Path, made: Entries, state: Cache | None, read: Mapping[str, str]
) -> dict[str, str]:
    """Return what the folder takes from each page, by path in order; a page read before is not read again."""
    known = _known(derived, state)
    pages = {path: digest for path, (_key, digest) in sorted(made.items()) if path.endswith(".html")}
    texts = {digest: known.get(digest, read.get(digest)) for digest in pages.values()}
    texts |= {digest: _read(derived, staged / path) for path, digest in pages.items() if texts[digest] is None}
    if state is not None and texts != known:
        entry = json.dumps({"key": derived.key, "texts": texts}).encode()
        state.put(_state_key(derived), zlib.compress(entry, 1))
    return {path: texts[digest] or "" for path, digest in pages.items()}


def _read(derived: Derived, page: Path) -> str:
    return derived.read(page.read_bytes().decode("utf-8", "replace"))


def _known(derived: Derived, state: Cache | None) -> Mapping[str, str]:
    """Return the texts in the state file, by the digests of their pages; none if they cannot be read."""
    try:
        kept = read_json(zlib.decompress((state and state.get(_state_key(derived))) or b""))
        return {str(name): str(text) for name, text in kept["texts"].items()} if kept["key"] == derived.key else {}
    except (zlib.error, ValueError, AttributeError, TypeError, KeyError):
        return {}


def _state_key(derived: Derived) -> str:
    return f"read for {derived.folder}"


def _taken(path: str, staged: Path, old: OldSite) -> str:
    target = staged / path
    target.parent.mkdir(parents=True, exist_ok=True)
    return old.take(path, target)
