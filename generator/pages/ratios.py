"""How many times a value is another, in words."""

from generator.messages import gettext as _

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
