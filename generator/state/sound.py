"""Checks that found nothing, kept in the state file: of the same they find nothing again."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.cache import Cache, read_json
from generator.diagnostics import Diagnostic

Found = tuple[Diagnostic, ...]
Part = Sequence[str]
"""What a part is made of: a digest, and the names of what it is of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """What was found sound by a `program`, a digest of it; without a state file all is checked."""

    state: Cache | None = None
    program: str = ""

    def unless(self, name: str, made_of: str, check: Callable[[], Found]) -> Found:
        """Return what a check finds; `made_of` is a digest of all that its findings depend on."""
        if self.state is None:
            return check()
        key, digest = f"sound {name}", hashlib.sha256(f"{self.program}\n{made_of}".encode()).digest()
        if self.state.get(key) == digest:
            return ()
        found = check()
        if not found:
            self.state.put(key, digest)
        return found

    def parts(self, name: str) -> Mapping[str, Part]:
        """Return what was kept of the sound parts of a whole by this program; nothing where it cannot be read."""
        try:
            program, parts = read_json((self.state and self.state.get(f"sound parts {name}")) or b"")
            return {str(each): list(part) for each, part in parts.items()} if program == self.program else {}
        except (ValueError, TypeError, AttributeError, RecursionError):
            return {}

    def keep_parts(self, name: str, parts: Mapping[str, Part]) -> None:
        """Keep what the sound parts of a whole are made of."""
        if self.state is not None:
            self.state.put(f"sound parts {name}", json.dumps([self.program, parts]).encode())


ALL_CHECKED = Sound()
"""Nothing is known to be sound."""
