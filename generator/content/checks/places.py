"""Countries and groups that references name, as far as they exist."""

from collections.abc import Iterator

from generator.content.references import Reference, Scheme
from generator.data.dataset import Dataset
from generator.data.group_rows import named_group
from generator.data.loading.codes import no_profile
from generator.diagnostics import Diagnostic, Location, close_names, suggest
from generator.rules import Rule


def place_faults(reference: Reference, dataset: Dataset) -> Iterator[Diagnostic]:
    """Yield a problem for each code of no profile and id of no group; `country:` names no group."""
    if reference.scheme is Scheme.GROUP:
        if dataset.group_named(reference.target) is None:
            yield unknown_group(reference.location, reference.target, dataset)
        return
    for code in reference.codes:
        if code in dataset.pages or (_may_be_group(reference) and exists(code, dataset)):
            continue
        if _may_be_group(reference) and _looks_like_group(code, dataset):
            yield unknown_group(reference.location, code, dataset)
        elif exists(code, dataset):
            message = f"'{code}' is a group, no country."
            yield reference.fault(Rule.COUNTRY_UNKNOWN, message, f"Write group:{code}")
        else:
            yield no_profile(reference.location, code, dataset.countries, dataset.pages)


def exists(code: str, dataset: Dataset) -> bool:
    """Whether a code is that of a profile, or the id of a group."""
    return code in dataset.pages or named_group(dataset, code) is not None


def _may_be_group(reference: Reference) -> bool:
    return reference.scheme is not Scheme.COUNTRY


def _looks_like_group(code: str, dataset: Dataset) -> bool:
    """Whether an unknown code is meant to be a group, by its hyphen or its likeness: `central-azia`."""
    return code.islower() and ("-" in code or bool(close_names(code, dataset.group_names)))


def unknown_group(location: Location, name: str, dataset: Dataset) -> Diagnostic:
    """Return the problem of an id that no group and no region has."""
    hint = suggest(name, dataset.group_names, f"Groups are: {', '.join(dataset.group_names)}")
    return Diagnostic(rule=Rule.GROUP_UNKNOWN, location=location, message=f"There is no group '{name}'.", hint=hint)
