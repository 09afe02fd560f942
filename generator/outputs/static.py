"""The files of `static/`, which go to the site as they are: `static/report.pdf` becomes `/report.pdf`."""

from collections.abc import Iterator, Mapping
from functools import partial

from generator.diagnostics import Diagnostic, Location
from generator.output import Output
from generator.rules import Rule
from generator.sources.files import STATIC, Sources


def plan_static(sources: Sources) -> Iterator[Output]:
    """Yield each file of `static/` at its own path."""
    for source in sources.under(STATIC):
        path = source.path.removeprefix(STATIC)
        yield Output(path=path, key=source.digest, render=partial(bytes, source.data))


def static_sizes(sources: Sources) -> Mapping[str, int]:
    """Return the sizes in bytes of the files of `static/`, by their path in the project."""
    return {source.path: len(source.data) for source in sources.under(STATIC)}


def taken_address(path: str) -> Diagnostic:
    """Return the problem of a static file at whose address the site has a file already."""
    return Diagnostic(
        rule=Rule.URL_CONFLICT,
        location=Location(path=f"{STATIC}{path}"),
        message=f"The site makes '{path}' itself, so this file has no address.",
        hint="Rename the file, or put it into a folder.",
    )
