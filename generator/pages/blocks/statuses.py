"""The letters of SDMX's code list of observation statuses, in words."""

from collections.abc import Mapping

from generator.data.dataset import Dataset
from generator.data.memoised import memoised
from generator.messages import gettext as _

MEANINGS = {
    "A": _("normal value, as the producer reports it"),
    "B": _("break in the series"),
    "D": _("by another definition"),
    "E": _("estimated or modelled"),
    "F": _("forecast"),
    "G": _("experimental"),
    "H": _("missing: holiday or weekend"),
    "I": _("imputed"),
    "J": _("derogation"),
    "K": _("contained in another category"),
    "L": _("missing: exists, but was not collected"),
    "M": _("missing: cannot exist"),
    "N": _("not significant"),
    "O": _("missing"),
    "P": _("provisional"),
    "Q": _("missing: suppressed"),
    "S": _("affected by a strike or another special event"),
    "U": _("of low reliability"),
    "V": _("not validated"),
    "W": _("contains another category"),
    "Z": _("not applicable"),
}


@memoised
def status_meanings(dataset: Dataset) -> Mapping[str, str]:
    """Return the status letters that occur in the data, each with its meaning."""
    used = set().union(*(columns.statuses for columns in dataset.observations.values()))
    return {letter: meaning for letter, meaning in MEANINGS.items() if letter in used}
