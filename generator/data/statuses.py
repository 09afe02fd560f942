"""The letters of SDMX's code list of observation statuses, in words."""

from collections.abc import Mapping

from generator.data.dataset import Dataset
from generator.data.memoised import memoised
from generator.messages import gettext as _

LETTERS = {
    "A": ("", _("normal value, as the producer reports it")),
    "B": (_("break in the series"), _("break in the series")),
    "D": (_("definition differs"), _("by another definition")),
    "E": (_("estimated"), _("estimated or modelled")),
    "F": (_("forecast"), _("forecast")),
    "G": (_("experimental"), _("experimental")),
    "H": ("", _("missing: holiday or weekend")),
    "I": (_("imputed"), _("imputed")),
    "J": ("", _("derogation")),
    "K": ("", _("contained in another category")),
    "L": ("", _("missing: exists, but was not collected")),
    "M": ("", _("missing: cannot exist")),
    "N": (_("not significant"), _("not significant")),
    "O": ("", _("missing")),
    "P": (_("provisional"), _("provisional")),
    "Q": ("", _("missing: suppressed")),
    "S": ("", _("affected by a strike or another special event")),
    "U": (_("low reliability"), _("of low reliability")),
    "V": (_("not validated"), _("not validated")),
    "W": ("", _("contains another category")),
    "Z": ("", _("not applicable")),
}
"""SDMX's letters: the word beside a value, empty for those that mark none, and the meaning."""

STATUS_WORDS = {letter.lower(): word for letter, (word, _meaning) in LETTERS.items() if word}
"""What a mark beside a value says, by the mark."""


@memoised
def status_meanings(dataset: Dataset) -> Mapping[str, str]:
    """Return the status letters that occur in the data, each with its meaning."""
    used = frozenset().union(*map(dataset.letters, dataset.observations))
    return {letter: meaning for letter, (_word, meaning) in LETTERS.items() if letter in used}
