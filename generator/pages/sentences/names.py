"""Names of countries and regions as a sentence needs them: with their article, as a possessive."""

from generator.content.narrative import Narrative
from generator.data.countries import Country
from generator.messages import gettext as _


def subject(country: Country, narrative: Narrative) -> str:
    """Return the name within a sentence: `Kazakhstan`, `the Netherlands`."""
    return _("the {name}").format(name=country.name) if country.code in narrative.definite else country.name


def other_names(country: Country) -> tuple[tuple[str, str], ...]:
    """Return the native names with language tags, without mere respellings of ours."""
    return tuple(pair for pair in country.native_names if _letters(pair[1]) != _letters(country.name))


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name)).casefold()


def possessive(country: Country, narrative: Narrative) -> str:
    """Return the name as an owner: `Kazakhstan’s`, `the Netherlands’`."""
    name = subject(country, narrative)
    return f"{name}’" if country.code in narrative.plural else _("{name}’s").format(name=name)


def region_name(region: str, narrative: Narrative) -> str:
    """Return a region's name within a sentence: `Central Asia`, `the Caribbean`."""
    return _("the {name}").format(name=region) if region in narrative.definite_regions else region


def capital(text: str) -> str:
    """Return a text with its first letter as a sentence begins."""
    return text[:1].upper() + text[1:]
