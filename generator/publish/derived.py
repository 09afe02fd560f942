"""Files made from finished files: taken from the old site while the pages they come from are the same."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.output import Derived

Entries = dict[str, tuple[str, str]]
"""Key and digest of each file, by path."""


def derive(
    derived: Derived, staged: Path, site: Path, *, made: Entries, old: Mapping[str, Sequence[str]]
) -> tuple[Entries, tuple[Diagnostic, ...]]:
    """Put the derived folder into `staged`, from the old site if possible; return its entries.

    `made` are the staged files, `old` those of the old site at `site`.
    """
    key = _key(derived, made)
    kept = _kept(derived, key, site, old)
    problems = derived.make(staged) if kept is None else _put(kept, staged)
    files = {path.relative_to(staged).as_posix(): path for path in sorted((staged / derived.folder).rglob("*"))}
    entries = {name: (key, _digest(path.read_bytes())) for name, path in files.items() if path.is_file()}
    return entries, problems


def _key(derived: Derived, made: Entries) -> str:
    pages = "".join(f"{path} {digest}\n" for path, (_, digest) in sorted(made.items()) if path.endswith(".html"))
    return _digest(f"{derived.key}\n{pages}".encode())


def _kept(derived: Derived, key: str, site: Path, old: Mapping[str, Sequence[str]]) -> dict[str, bytes] | None:
    """Return the old site's files if they were made from the same pages and nobody changed them since."""
    entries = {path: entry for path, entry in old.items() if path.startswith(f"{derived.folder}/")}
    if not entries or any(held != key for held, _ in entries.values()):
        return None
    try:
        files = {path: (site / path).read_bytes() for path in entries}
    except OSError:
        return None
    return files if all(_digest(data) == entries[path][1] for path, data in files.items()) else None


def _put(files: Mapping[str, bytes], staged: Path) -> tuple[Diagnostic, ...]:
    for path, data in files.items():
        (staged / path).parent.mkdir(parents=True, exist_ok=True)
        (staged / path).write_bytes(data)
    return ()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
