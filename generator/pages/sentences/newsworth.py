"""How much news a fact has, from 0 to 3 (or a last resort): it decides a section's sentence."""

from generator.data.catalog import UnitKind
from generator.data.observations import Observation
from generator.messages import gettext as _
from generator.pages.sentences.topic import Topic

STEPS = (
    (0.23, _("less than a quarter of")),
    (0.42, _("well under half")),
    (0.58, _("about half")),
    (0.9, _("below")),
    (1.1, _("close to")),
    (1.75, _("above")),
    (2.25, _("about twice")),
    (2.75, _("about two and a half times")),
    (3.5, _("about three times")),
    (4.5, _("about four times")),
    (5.5, _("about five times")),
)
"""How a value compares with a median; most bounds lie halfway between the words' meanings."""


def against(ratio: float) -> str:
    """Return how a value compares with a median, in words that hold for every ratio below their bound."""
    return next((words for bound, words in STEPS if ratio < bound), _("more than five times"))


POINTS = (10.0, 20.0)
"""Percentage points of change from which a percentage has some news, and much."""

FACTORS = (1.3, 2.0)
"""Factors, up or down, from which a change in other units has some news, and much."""

AGAINST = ((0.42, 2.75), (0.58, 1.75), (0.9, 1.1))
"""Ratios to the median, below the first or above the second, with much, some or little news."""

LAST_RESORT = -9
"""The news of what is said only if nothing else can be."""


def news_of_change(topic: Topic, first: Observation) -> int:
    """Return the news of a change: 1 if small; a change from 0.0 is a last resort."""
    before, after = first.value or 0.0, topic.latest.value or 0.0
    if not round(before, topic.indicator.decimals):
        return LAST_RESORT
    if topic.indicator.unit.kind in {UnitKind.PERCENT, UnitKind.SHARE}:
        return 1 + sum(abs(after - before) >= least for least in POINTS)
    times = max(before, after) / min(before, after) if min(before, after) > 0 else 1.0
    return 1 + sum(times >= least for least in FACTORS)


def news_of_place(place: int, count: int) -> int:
    """Return the news of a place: 3 at either end, 2 beside it, 1 between."""
    return max(1, 4 - min(place, count + 1 - place))


def news_of_ratio(ratio: float) -> int:
    """Return the news of a comparison with the median: none close to it."""
    return 3 - next((at for at, (low, high) in enumerate(AGAINST) if not low <= ratio < high), len(AGAINST))
