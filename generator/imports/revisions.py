"""Changes between two editions of a series: re-rounded, revised, new, withdrawn figures.

Some of them a person must look at first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from generator.imports.rows import Row

LARGEST = 5
WITHDRAWN_SHARE = Decimal("0.05")
MEDIAN_REVISION = Decimal("0.20")

Key = tuple[str, str]
"""Country and year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One figure before and after.

    `relative` is the difference as a share of the old figure, None where that is 0.
    """

    country: str
    year: str
    old: str
    new: str
    relative: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """All changes between two states of a series."""

    unchanged: int
    rerounded: int
    revised: tuple[Change, ...]
    """Largest first."""
    new: tuple[Key, ...]
    withdrawn: tuple[Key, ...]
    statuses: tuple[Key, ...]
    notes: tuple[Key, ...]
    before: int
    new_years: tuple[str, ...]
    new_countries: tuple[str, ...]
    gone_countries: tuple[str, ...]

    @property
    def changed(self) -> bool:
        """Whether any row is another than before."""
        return bool(self.rerounded or self.revised or self.new or self.withdrawn or self.statuses or self.notes)

    @property
    def median(self) -> Decimal | None:
        """The median size of the revisions, as a share; None without any."""
        sizes = [abs(change.relative) for change in self.revised if change.relative is not None]
        return median(sizes) if sizes else None


def compare(old: Sequence[Row], new: Sequence[Row]) -> Revision:
    """Return the changes from the old rows to the new; rows without a figure compare by status."""
    before, after = _by_key(old), _by_key(new)
    shared = sorted(before.keys() & after.keys())
    differing = [key for key in shared if before[key][2] != after[key][2]]
    rerounded = [key for key in differing if is_rerounded(before[key][2], after[key][2])]
    revised = [_change(key, before[key][2], after[key][2]) for key in differing if key not in set(rerounded)]
    old_countries, new_countries = {key[0] for key in before}, {key[0] for key in after}
    return Revision(
        unchanged=len(shared) - len(differing),
        rerounded=len(rerounded),
        revised=tuple(sorted(revised, key=_size, reverse=True)),
        new=tuple(sorted(after.keys() - before.keys())),
        withdrawn=tuple(sorted(before.keys() - after.keys())),
        statuses=tuple(key for key in shared if before[key][3] != after[key][3]),
        notes=tuple(key for key in shared if before[key][5:] != after[key][5:]),
        before=len(before),
        new_years=tuple(sorted({k[1] for k in after} - {k[1] for k in before})),
        new_countries=tuple(sorted(new_countries - old_countries)),
        gone_countries=tuple(sorted(old_countries - new_countries)),
    )


def is_rerounded(old: str, new: str) -> bool:
    """Whether two figures are equal at the coarser precision of the two: `60.12` and `60.1234` are."""
    if not old or not new:
        return False
    one, other = Decimal(old), Decimal(new)
    exponent = max(int(one.as_tuple().exponent), int(other.as_tuple().exponent))
    unit = Decimal((0, (1,), exponent))
    return abs(one - other) <= unit / 2


def guards(revision: Revision, rows: Sequence[Row]) -> Iterator[str]:
    """Yield each reason why new rows need a person's look."""
    if not rows and revision.before:
        yield "the reply is empty"
        return
    if revision.gone_countries:
        yield f"no figure of {', '.join(revision.gone_countries)} is left"
    if revision.before and Decimal(len(revision.withdrawn)) / revision.before > WITHDRAWN_SHARE:
        yield f"{len(revision.withdrawn)} of {revision.before} figures are withdrawn"
    if (size := revision.median) is not None and size > MEDIAN_REVISION:
        yield f"the median revision is {size:.0%}"


def _by_key(rows: Sequence[Row]) -> Mapping[Key, Row]:
    return {(row[0], row[1]): row for row in rows}


def _change(key: Key, old: str, new: str) -> Change:
    base = Decimal(old) if old else Decimal(0)
    relative = (Decimal(new) - base) / abs(base) if base and new else None
    return Change(country=key[0], year=key[1], old=old, new=new, relative=relative)


def _size(change: Change) -> tuple[bool, Decimal, str, str]:
    size = abs(change.relative) if change.relative is not None else Decimal(0)
    return change.relative is None, size, change.country, change.year
