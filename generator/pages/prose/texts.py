"""The bound texts of a site: what tells one from others is known before a page's maker reads it."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from generator.data.dataset import Dataset
from generator.data.lasting import lasting
from generator.diagnostics import Diagnostic
from generator.memo import Memo
from generator.pages.prose.bind import BoundDocument


@dataclass(frozen=True, kw_only=True)
class Text:
    """A document bound to data."""

    name: Hashable
    """What tells it from others: a digest, or the bound document itself."""
    diagnostics: tuple[Diagnostic, ...] = ()
    read: Callable[[], BoundDocument] = field(compare=False)

    @cached_property
    def bound(self) -> BoundDocument:
        """The bound document, read now."""
        return self.read()


def text_of(bound: BoundDocument) -> Text:
    """Return the text of a document that has just been bound."""
    return Text(name=bound, diagnostics=bound.diagnostics, read=lambda: bound)


NO_TEXT = text_of(BoundDocument())
"""That of a page without a document."""

Key = tuple[Hashable, ...]


class Texts(Protocol):
    """Texts by path; some are known from before."""

    def of(self, path: str, key: Key, dataset: Dataset, bind: Callable[[], BoundDocument], /) -> Text:
        """Return a text; `key` has all it is made of besides what it asks of the dataset, `bind` makes it."""
        ...

    def entries(self) -> Mapping[str, bytes]:
        """Return what the state file is to keep of them, by name."""
        ...


@dataclass(frozen=True, slots=True)
class LastingTexts:
    """Texts that last from one run to the next within a process."""

    memo: Memo

    def of(self, _path: str, key: Key, dataset: Dataset, bind: Callable[[], BoundDocument], /) -> Text:
        """Return that of the last run while all that it asked has the same answers, or one bound now."""
        return text_of(lasting(self.memo, key, dataset, bind)[0])

    def entries(self) -> Mapping[str, bytes]:
        """Return nothing: they end with the process."""
        return {}
