"""Files made from finished files: taken from the old site while the pages they come from are the same."""

from pathlib import Path

from generator.diagnostics import Diagnostic
from generator.output import Derived
from generator.publish.old_site import OldSite
from generator.state.manifest import Entries, digest_of


def derive(derived: Derived, staged: Path, *, made: Entries, old: OldSite) -> tuple[Entries, tuple[Diagnostic, ...]]:
    """Put the derived folder into `staged`, from the old site if possible; return its entries.

    `made` are the staged files. Beside the entries stands what is wrong.
    """
    key = _key(derived, made)
    kept = [path for path in old.entries if path.startswith(f"{derived.folder}/")]
    if kept and all(old.is_sound(path, key) for path in kept):
        return {path: (key, _taken(path, staged, old)) for path in kept}, ()
    problems = derived.make(staged)
    files = {path.relative_to(staged).as_posix(): path for path in sorted((staged / derived.folder).rglob("*"))}
    return {name: (key, digest_of(path.read_bytes())) for name, path in files.items() if path.is_file()}, problems


def _key(derived: Derived, made: Entries) -> str:
    pages = "".join(f"{path} {digest}\n" for path, (_, digest) in sorted(made.items()) if path.endswith(".html"))
    return digest_of(f"{derived.key}\n{pages}".encode())


def _taken(path: str, staged: Path, old: OldSite) -> str:
    target = staged / path
    target.parent.mkdir(parents=True, exist_ok=True)
    return old.take(path, target)
