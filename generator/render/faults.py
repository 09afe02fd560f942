"""Runtime faults of templates, with file and line."""

import traceback

from jinja2 import TemplateNotFound, TemplateSyntaxError

from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule


def diagnose(error: Exception, template: str) -> Diagnostic:
    """Return the problem at the innermost template line, or at the page's template."""
    lines = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith("templates/")]
    where = Location(path=f"templates/{template}")
    if isinstance(error, TemplateSyntaxError):
        where = Location(path=error.filename or where.path, line=error.lineno)
    elif lines:
        where = Location(path=lines[-1].filename, line=lines[-1].lineno or 1)
    missing = f"there is no template '{error.name}'" if isinstance(error, TemplateNotFound) else ""
    message = f"The template fails: {missing or str(error).splitlines()[0] if str(error) or missing else type(error).__name__}."
    hint = "Templates see the record `page` of their kind; its fields are in generator/pages/records/page.py."
    return Diagnostic(rule=Rule.TEMPLATE_ERROR, location=where, message=message, hint=hint)
