"""How much news a fact has, from 0 to 3 (or a last resort): it decides a section's sentence."""

from math import inf

from generator.data.catalog import UnitKind
from generator.data.observations import Observation
from generator.messages import gettext as _
from generator.pages.sentences.topic import Topic

STEPS = (
    (0.23, 3, _("less than a quarter of")),
    (0.42, 3, _("well under half")),
    (0.58, 2, _("about half")),
    (0.9, 1, _("below")),
    (1.1, 0, _("close to")),
    (1.75, 1, _("above")),
    (2.25, 2, _("about twice")),
    (2.75, 2, _("about two and a half times")),
    (3.5, 3, _("about three times")),
    (4.5, 3, _("about four times")),
    (5.5, 3, _("about five times")),
    (inf, 3, _("more than five times")),
)
"""How a value compares with a median: the ratio below which words hold, their news, the words.

Most bounds lie halfway between the words' meanings.
"""


def against(ratio: float) -> str:
    """Return how a value compares with a median, in words that hold for every ratio below their bound."""
    return next(words for bound, _news, words in STEPS if ratio < bound)


def news_of_ratio(ratio: float) -> int:
    """Return the news of a comparison with the median: none close to it."""
    return next(news for bound, news, _words in STEPS if ratio < bound)


POINTS = (10.0, 20.0)
"""Percentage points of change from which a percentage has some news, and much."""

FACTORS = (1.3, 2.0)
"""Factors, up or down, from which a change in other units has some news, and much."""

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
