"""Checks that found nothing, kept in the state file: of the same they find nothing again."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from generator.cache import Cache
from generator.diagnostics import Diagnostic

Found = tuple[Diagnostic, ...]


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
