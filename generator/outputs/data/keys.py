"""Keys of files: digests of the rows and entries a file is written from, and of nothing else."""

import hashlib
from collections.abc import Iterable

from generator.data.dataset import Dataset
from generator.data.memoised import memoised


def key_of(*parts: str) -> str:
    """Return a digest of texts; where one ends and the next begins is part of it."""
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


def rows_key(dataset: Dataset, series: Iterable[tuple[str, str]]) -> str:
    """Return a digest of the rows of series in their order, given as indicator and country."""
    return key_of(*(f"{indicator} {country} {_rows(dataset, indicator, country)}" for indicator, country in series))


@memoised
def _rows(dataset: Dataset, indicator: str, country: str) -> str:
    """Return a digest of a country's rows of an indicator, worked out once for all files.

    Numbers, statuses and ids have no comma within. Columns of intervals count where all their cells are empty too.
    """
    preferred = dataset.preferred(indicator)
    if preferred is None or not (places := preferred.of(country)):
        return ""
    whole, cut = preferred.columns, slice(places.start, places.stop)
    years, notes = [*whole.years[cut]], [*whole.notes[cut]]
    plain = (whole.texts, whole.statuses, whole.origins, whole.lowers, whole.uppers)
    ranged = "intervals" if whole.lowers else ""
    parts = (repr(years), *(",".join(column[cut]) for column in plain), ranged, repr(notes) if any(notes) else "")
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
