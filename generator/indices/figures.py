"""Digests of the figures that indices read: an index is computed anew where one of them is another."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import compress

from generator.cache import Cache
from generator.data.columns import Columns
from generator.data.dataset import Dataset
from generator.data.packed import kept_digests
from generator.memo import Memo

STATE_KEY = "figures of indices"
"""The name in the state file of digests of figures, by indicator, last year and digest of all rows."""


def known_figures(state: Cache | None) -> Mapping[str, str]:
    """Return the digests that the state file has."""
    return kept_digests(state, STATE_KEY) if state else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Digests of the figures that indices read: `known` before, and `used` now."""

    memo: Memo
    known: Mapping[str, str]
    used: dict[str, str] = field(default_factory=dict)

    def keep(self, state: Cache | None) -> None:
        """Keep what was used, if it is not what was known."""
        if state is not None and self.used != self.known:
            state.put(STATE_KEY, json.dumps(self.used).encode())

    def digests(self, dataset: Dataset, reads: list[str], last: int) -> dict[str, str]:
        """Return a digest of the figures of each of these indicators until a year; what is known is not read.

        Another index counts with its texts.
        """
        return {name: self._digest(dataset, name, last) for name in reads if name in dataset.observations}

    def _digest(self, dataset: Dataset, name: str, last: int) -> str:
        key = f"{name} {last} {dataset.rows.get(name)}"
        found = self.used.get(key) or self.known.get(key) or self._read(dataset.observations[name], last)
        if name in dataset.rows:
            self.used[key] = found
        return found

    def _read(self, columns: Columns, last: int) -> str:
        return self.memo.of(columns, f"read by indices until {last}", partial(digest_until, columns, last))


def digest_until(columns: Columns, last: int) -> str:
    """Return a digest of an indicator's rows until a year, as they count for an index."""
    cells = (columns.countries, columns.years, columns.texts, columns.statuses, columns.origins)
    wanted = [year <= last for year in columns.years]
    text = repr((columns.indicator, *(tuple(compress(column, wanted)) for column in cells)))
    return hashlib.sha256(text.encode()).hexdigest()
