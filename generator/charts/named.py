"""Names of countries in the words of a chart, with their article."""

from collections.abc import Iterable

from generator.content.profile import ChartRequest
from generator.data.dataset import Dataset
from generator.formatting import format_list
from generator.messages import gettext as _


def named(dataset: Dataset, request: ChartRequest, code: str) -> str:
    """Return the name within a sentence: `Kazakhstan`, `the Netherlands`."""
    name = dataset.countries[code].name
    return _("the {name}").format(name=name) if code in request.definite else name


def listed(dataset: Dataset, request: ChartRequest, codes: Iterable[str]) -> str:
    """Return names at the start of a sentence: `The Netherlands and Spain`; nothing of none."""
    names = format_list(tuple(named(dataset, request, code) for code in codes))
    return names[:1].upper() + names[1:]
