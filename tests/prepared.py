"""Projects made ready in tests; what did not change since an earlier test of the process is not made anew."""

from pathlib import Path

from generator.build import Prepared, check, prepare
from generator.cache import MemoryCache
from generator.diagnostics import Diagnostic
from generator.memo import Memo


class _Kept(Memo):
    """A memo that forgets nothing: its keys are digests, so that no test can see what belongs to another's files."""

    def turn(self) -> None:
        """Go on without forgetting."""


KEPT = _Kept()


def prepared(project: Path, *, base_url: str | None = None) -> Prepared:
    """Return the project with its outputs planned, or what is wrong with it."""
    return prepare(project, base_url=base_url, cache=MemoryCache(), memo=KEPT)


def problems_of(project: Path) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the project; no page is made."""
    return check(project, base_url=None, memo=KEPT).diagnostics
