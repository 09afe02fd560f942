"""Sentences of who changed most between two years, in places or in figures; bound to both figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.content.narrative import Narrative, Phrase
from generator.content.references import Scheme
from generator.data.catalog import Direction, UnitKind
from generator.data.change import Change, is_score, world_changes
from generator.data.dataset import Dataset
from generator.formatting import format_ordinal
from generator.messages import gettext as _
from generator.pages.records.parts import Body
from generator.pages.sentences.plan import bind_sentence
from generator.pages.sentences.topic import Pieces, Sentence, Topic

LEAST = 10
"""Countries with figures in both years, at least, among whom one changed most."""

BY_FACTOR = UnitKind.CURRENCY
"""The kind of unit whose changes compare in proportion: a thousand dollars more is little to the rich."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mover:
    """Who changed most, and the sentence that says so."""

    country: str
    body: Body
    rose: bool
    places: int
    """The places gained in the ranking, negative if lost."""


def changes_of(dataset: Dataset, phrase: Phrase) -> tuple[Change, ...]:
    """Return the changes of all countries; none at current prices, of scores or of unusual years."""
    name = phrase.indicator
    if dataset.indicator(name).at_current_prices or is_score(dataset, name):
        return ()
    changed = world_changes(dataset, name)
    unusual = {year for year, _words in phrase.years} & set(changed.years or ())
    return changed.found if len(changed.found) >= LEAST and not unusual else ()


def climber(dataset: Dataset, narrative: Narrative, phrase: Phrase) -> Mover | None:
    """Return who alone gained most places while its figure rose; only where the highest figure is best.

    Where the lowest is best, a war or a slump may be what makes a country climb.
    """
    found = changes_of(dataset, phrase)
    if not found or dataset.indicator(phrase.indicator).direction is not Direction.HIGHER:
        return None
    most = _alone(found, [Decimal(change.gained) for change in found])
    if most is None or most.gained <= 0 or _step(dataset, most) <= 0:
        return None
    pattern = _("{owner} {noun} {moved} from {first} in {since} to {value}{unit} in {year}, ") + _(
        "which took it from {before} to {after} place among {count} countries; no other gained as many places."
    )
    places: Pieces = {"before": format_ordinal(most.place_before), "after": format_ordinal(most.place_after)}
    return _mover(dataset, narrative, phrase, most, pattern, {**places, "count": str(len(found))})


def largest_change(dataset: Dataset, narrative: Narrative, phrase: Phrase) -> Mover | None:
    """Return whose figure alone changed most; money in proportion, totals not at all."""
    kind, found = dataset.indicator(phrase.indicator).unit.kind, changes_of(dataset, phrase)
    if not found or kind is UnitKind.COUNT:
        return None
    most = _alone(found, [abs(_size(dataset, change)) for change in found])
    if most is None or not _size(dataset, most):
        return None
    more = _("the largest rise") if _step(dataset, most) > 0 else _("the largest fall")
    more = _("{more} in proportion").format(more=more) if kind is BY_FACTOR else more
    pattern = _(
        "{owner} {noun} {moved} from {first} in {since} to {value}{unit} in {year}, {more} among {count} countries."
    )
    return _mover(dataset, narrative, phrase, most, pattern, {"more": more, "count": str(len(found))})


def _alone(found: Sequence[Change], sizes: Sequence[Decimal]) -> Change | None:
    """Return the change of the largest size, None where two are as large."""
    most = max(sizes)
    there = [change for change, size in zip(found, sizes, strict=True) if size == most]
    return there[0] if len(there) == 1 else None


def _step(dataset: Dataset, change: Change) -> Decimal:
    """Return the change at the catalog's decimals, so that what reads alike did not change."""
    decimals = dataset.indicator(change.after.indicator).decimals
    first, last = (round(each.decimal or Decimal(0), decimals) for each in (change.before, change.after))
    return last - first


def _size(dataset: Dataset, change: Change) -> Decimal:
    """Return a change to compare: the difference, or of amounts the factor, negative for a fall."""
    step, first, last = _step(dataset, change), change.before.decimal or Decimal(0), change.after.decimal or Decimal(0)
    if dataset.indicator(change.after.indicator).unit.kind is not BY_FACTOR or not step:
        return step
    low, high = sorted((first, last))
    return (high / low).copy_sign(step) if low > 0 else Decimal(0)


def _mover(
    dataset: Dataset, narrative: Narrative, phrase: Phrase, change: Change, pattern: str, more: Pieces
) -> Mover | None:
    if change.country in phrase.doubtful or not _sayable(dataset, change):
        return None
    topic = Topic(dataset=dataset, narrative=narrative, phrase=phrase, latest=change.after)
    word = _("rose") if _step(dataset, change) > 0 else _("fell")
    moved = topic.refer(Scheme.TREND, word, change.before.year, change.after.year)
    first: Pieces = {"moved": moved, "first": topic.value(change.before), "since": str(change.before.year)}
    body = bind_sentence(dataset, Sentence(pattern, {**topic.common, **first, **more}))
    rose = _step(dataset, change) > 0
    return Mover(country=change.country, body=body, rose=rose, places=change.gained) if body else None


def _sayable(dataset: Dataset, change: Change) -> bool:
    """Whether both figures differ from nothing as they are written: a rise from 0.0 says little."""
    decimals = dataset.indicator(change.after.indicator).decimals
    return all(round(each.decimal or Decimal(0), decimals) for each in (change.before, change.after))
