"""Problems that many files share: an unknown code, one without a profile, a missing file."""

from collections.abc import Container, Mapping

from generator.data.countries import Country
from generator.data.dataset import Dataset
from generator.diagnostics import Diagnostic, Location, close_names, suggest
from generator.rules import Rule

NO_PROFILE = "has no profile here."


def missing(path: str, hint: str) -> Diagnostic:
    """Return the problem of a file that the project must have."""
    return Diagnostic(
        rule=Rule.FILE_MISSING, location=Location(path=path), message=f"There is no file '{path}'.", hint=hint
    )


def unknown_country(location: Location, code: str, countries: Mapping[str, Country]) -> Diagnostic:
    """Return the problem of a code that no country has, with the nearest one that exists."""
    by_name = {c.name.lower(): c.code for c in countries.values()} | {c.alpha2: c.code for c in countries.values()}
    swapped = (known for known in countries if sorted(known) == sorted(code.upper()))
    near = (*swapped, *close_names(code.upper(), countries), "")
    close = by_name.get(code.lower()) or by_name.get(code) or near[0]
    hint = f"Did you mean '{close}' ({countries[close].name})?" if close else "Codes are in data/countries.csv."
    return Diagnostic(rule=Rule.COUNTRY_UNKNOWN, location=location, message=f"There is no country '{code}'.", hint=hint)


def no_profile(location: Location, code: str, countries: Mapping[str, Country], profiles: Container[str]) -> Diagnostic:
    """Return the problem of a code without a profile: unknown, or left out by site.yaml."""
    if code not in countries:
        return unknown_country(location, code, {known: countries[known] for known in countries if known in profiles})
    message = f"'{code}' ({countries[code].name}) {NO_PROFILE}"
    hint = f"Add {code} to profiles in site.yaml, or take this out."
    return Diagnostic(rule=Rule.COUNTRY_UNKNOWN, location=location, message=message, hint=hint)


def unknown_indicator(location: Location, name: str, dataset: Dataset) -> Diagnostic:
    """Return the diagnostic of an unknown indicator."""
    hint = suggest(name, dataset.catalog.indicators, "The ids are in data/catalog/indicators/.")
    return Diagnostic(
        rule=Rule.INDICATOR_UNKNOWN, location=location, message=f"There is no indicator '{name}'.", hint=hint
    )
