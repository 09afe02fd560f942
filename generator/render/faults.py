"""Runtime faults of templates, with file and line."""

import re
import traceback
from contextlib import suppress
from dataclasses import replace

from jinja2 import Environment, TemplateNotFound, TemplateRuntimeError, TemplateSyntaxError

from generator.diagnostics import Diagnostic, Location
from generator.pages.records import page
from generator.render.unknown import UnknownNameError, column_of, no_such, unknown_in_words
from generator.rules import Rule
from generator.sources.files import OWN_TEMPLATES, THEME, Sources

RECORDS = page.__name__
"""The module of the records that templates see."""

_ADDRESS = re.compile(r"'([^']+)'")


def at_template(problem: Diagnostic, sources: Sources, base: str) -> Diagnostic:
    """Return a problem of a finished page at the line of a template that writes its address, if any."""
    found = _ADDRESS.search(problem.message) if problem.rule is Rule.LINK_BROKEN else None
    address = found[1].removeprefix(base) if found else ""
    for source in sources.under("templates", ".html") if address else ():
        for number, line in enumerate(source.data.decode().split("\n"), start=1):
            if (column := _quoted(line, address)) >= 0:
                return replace(
                    problem,
                    location=Location(path=source.path, line=number, column=column + 1),
                    hint="Name the address of a page or file of the site.",
                )
    return problem


def _quoted(line: str, address: str) -> int:
    """Return where an address stands between quotes in a line, or -1."""
    return next((at + 1 for mark in "\"'" if (at := line.find(f"{mark}{address}{mark}")) >= 0), -1)


def diagnose(error: Exception, template: str, environment: Environment) -> Diagnostic:
    """Return the problem at the innermost template line, or at the page's template."""
    lines = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename.startswith((OWN_TEMPLATES, THEME))
    ]
    where = Location(path=f"templates/{template}")
    if isinstance(error, TemplateSyntaxError):
        where = Location(path=error.filename or where.path, line=error.lineno)
    elif lines:
        where = Location(path=lines[-1].filename, line=lines[-1].lineno or 1)
    text = _text(environment, where)
    what, meant, name = _in_words(error, environment, text, where.line)
    return Diagnostic(
        rule=Rule.TEMPLATE_ERROR,
        location=replace(where, column=column_of(name, text, where.line)) if name else where,
        message=f"The template fails: {what}.",
        hint=meant or f"Templates see the record `page` of their kind; its fields are in the module {RECORDS}.",
    )


def _in_words(error: Exception, environment: Environment, text: str, line: int) -> tuple[str, str, str]:
    """Return what went wrong, what is meant if a name is near, and the name that is unknown."""
    said = (str(error).splitlines() or [type(error).__name__])[0]
    if isinstance(error, UnknownNameError):
        return *unknown_in_words(error, environment, text, line), f"{error.name}"
    if isinstance(error, TemplateNotFound):
        return f"there is no template '{error.name}'", "", ""
    if isinstance(error, RecursionError):
        return (
            "templates or macros use each other without end",
            "Extend, include or call none that leads back here.",
            "",
        )
    known = no_such(said, environment) if isinstance(error, TemplateRuntimeError) else ("", "", "")
    return known if known[0] else (said, "", "")


def _text(environment: Environment, where: Location) -> str:
    """Return the text of the template at a place; nothing where there is none."""
    with suppress(TemplateNotFound):
        return (
            environment.loader.get_source(environment, where.path.removeprefix(OWN_TEMPLATES))[0]
            if environment.loader
            else ""
        )
    return ""
