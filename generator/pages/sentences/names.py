"""Names as a page needs them: of a country in its languages, of a region with its article."""

from generator.content.narrative import Narrative
from generator.data.countries import Country
from generator.messages import gettext as _


def other_names(country: Country) -> tuple[tuple[str, str], ...]:
    """Return the native names with language tags, without mere respellings of ours."""
    return tuple(pair for pair in country.native_names if _letters(pair[1]) != _letters(country.name))


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name)).casefold()


def region_name(region: str, narrative: Narrative) -> str:
    """Return a region's name within a sentence: `Central Asia`, `the Caribbean`."""
    return _("the {name}").format(name=region) if region in narrative.definite_regions else region
