"""The page that searches the texts."""

from dataclasses import dataclass

from generator.pages.parts import Link, Shell


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """The search: the kinds of page it can be held to, as pairs of id and name, and where to look without scripts."""

    shell: Shell
    title: str
    summary: str
    kinds: tuple[tuple[str, str], ...]
    lists: tuple[Link, ...]
