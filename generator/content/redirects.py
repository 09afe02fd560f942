"""``content/redirects.yaml``: old addresses of pages that moved, each with the present one."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import StringConstraints

from generator.diagnostics import Diagnostic, Location
from generator.sources.files import Sources
from generator.sources.yaml_file import parse_yaml

REDIRECTS = "content/redirects.yaml"

Address = Annotated[str, StringConstraints(pattern=r"^/([a-z0-9][a-z0-9_-]*/)+$", max_length=200)]
"""As `/countries/ivory-coast/`."""

OldAddress = Annotated[
    str, StringConstraints(pattern=r"^/([a-z0-9][a-z0-9_-]*/)*[a-z0-9][a-z0-9_-]*(/|\.html?)$", max_length=200)
]
"""As `/countries/ivory-coast/` or, of a site made by another program, `/ivory-coast.html`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """An address that has moved from `old` to `new`, written at `location`."""

    old: str
    new: str
    location: Location


def load_redirects(sources: Sources) -> tuple[tuple[Redirect, ...], tuple[Diagnostic, ...]]:
    """Return the redirects in order of their old addresses; without the file there are none."""
    source = sources.files.get(REDIRECTS)
    if source is None:
        return (), ()
    located, problems = parse_yaml(source, dict[OldAddress, Address])
    if located is None:
        return (), problems
    return tuple(
        Redirect(old=old, new=new, location=located.location(old, key=True))
        for old, new in sorted(located.value.items())
    ), problems
