"""Source files as they were read: paths inside the project and their bytes."""

import hashlib
import os
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice, takewhile

from generator.diagnostics import Diagnostic
from generator.sources.plain import IMAGES, STATIC

__all__ = ("IMAGES", "OWN_TEMPLATES", "STATIC", "THEME", "Source", "Sources", "template_name")

OWN_TEMPLATES = "templates/"
"""Where a project's own templates lie."""
THEME = "theme:"
"""What the path of a file of the theme begins with, as in `theme:country.html`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file of the project: `path` relative to the root with forward slashes, and its bytes."""

    path: str
    data: bytes
    digest: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", hashlib.sha256(self.data).hexdigest())


Again = Callable[[str, os.stat_result, Callable[[], Source]], Source]
"""Returns the file at a path of which the system says this, as it was read before, or read now."""


def read_now(_path: str, _found: os.stat_result, read: Callable[[], Source]) -> Source:
    """Return a file read now."""
    return read()


@dataclass(frozen=True, kw_only=True)
class Sources:
    """All files a build reads, by path; nothing reads the disk after this record exists.

    Below `templates/` the files of the theme stand where the project has none of its own.
    """

    files: Mapping[str, Source]
    theme: Mapping[str, Source] = field(default_factory=dict)
    """The files of the theme by their path in it; empty in the project where the theme is written."""
    unread: tuple[Diagnostic, ...] = ()
    """Why other files of the project were not read."""

    def find(self, path: str) -> Source | None:
        """The file that a problem names: `content/a.md`, or `theme:country.html`."""
        return self.theme.get(path.removeprefix(THEME)) if path.startswith(THEME) else self.files.get(path)

    def template(self, name: str) -> Source | None:
        """The template that another one names: `country.html`, or `theme:country.html` for the theme's own."""
        original = name.removeprefix(THEME)
        own = self.files.get(f"{OWN_TEMPLATES}{original}")
        return self.theme.get(original, own) if name.startswith(THEME) else own

    def is_of_theme(self, template: Source) -> bool:
        """Whether a template is the generator's own, as all are in the project where the theme is written."""
        return template.path.startswith(THEME) or not self.theme

    def under(self, folder: str, suffix: str = "") -> Iterator[Source]:
        """The files below `folder` whose path ends in `suffix`, in path order."""
        prefix = folder.rstrip("/") + "/"
        begun = islice(self._paths, bisect_left(self._paths, prefix), None)
        below = takewhile(lambda path: path.startswith(prefix), begun)
        return (self.files[path] for path in below if path.endswith(suffix))

    @cached_property
    def _paths(self) -> tuple[str, ...]:
        """The paths in order, so that those of a folder stand together."""
        return tuple(sorted(self.files))

    def digest(self, *folders: str) -> str:
        """One digest of all files below the folders: equal digest, equal names and bytes."""
        if folders not in self._digests:
            self._digests[folders] = self._digest(folders)
        return self._digests[folders]

    @cached_property
    def _digests(self) -> dict[tuple[str, ...], str]:
        """The digests that were asked for; several stages ask for the same."""
        return {}

    def _digest(self, folders: tuple[str, ...]) -> str:
        lines = (f"{source.path}\0{source.digest}\n" for folder in folders for source in self.under(folder))
        return hashlib.sha256("".join(lines).encode()).hexdigest()

    def digest_of_templates(self) -> str:
        """One digest of all that templates can show: those in use, and the theme's that they may extend."""
        lines = "".join(f"{source.digest}\n" for source in self.theme.values())
        return hashlib.sha256(f"{self.digest(OWN_TEMPLATES)}\n{lines}".encode()).hexdigest()


def template_name(source: Source) -> str:
    """Return the path of a template as others name it: `country.html`, whosesoever it is."""
    return source.path.removeprefix(THEME).removeprefix(OWN_TEMPLATES)
