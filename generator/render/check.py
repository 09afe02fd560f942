"""Faults of templates that are visible before rendering."""

from collections.abc import Iterator

from jinja2 import TemplateError, TemplateSyntaxError

from generator.diagnostics import Diagnostic, Location
from generator.render.environment import TEMPLATES, make_environment
from generator.render.styles import check_styles
from generator.rules import Rule
from generator.sources.files import Sources
from generator.sources.text import decode_text

__all__ = ("check_templates",)


def check_templates(sources: Sources) -> tuple[Diagnostic, ...]:
    """Return the faults of templates that are visible before rendering."""
    return tuple(_faults(sources))


def _faults(sources: Sources) -> Iterator[Diagnostic]:
    environment = make_environment(sources)
    for name in TEMPLATES.values():
        if f"templates/{name}" not in sources.files:
            yield _missing(f"templates/{name}", "This template is missing.")
    yield from check_styles(sources)
    for source in sources.under("templates"):
        yield from decode_text(source)[1]
    for source in sources.under("templates", ".html"):
        try:
            environment.get_template(source.path.removeprefix("templates/"))
        except TemplateSyntaxError as error:
            where = Location(path=f"templates/{error.name or source.path}", line=error.lineno)
            message = f"The template cannot be read: {error.message}"
            yield Diagnostic(rule=Rule.TEMPLATE_ERROR, location=where, message=message, hint="Mend the tag.")
        except UnicodeDecodeError:
            continue  # a problem already, with its place
        except TemplateError as error:
            where = Location(path=source.path)
            yield Diagnostic(rule=Rule.TEMPLATE_ERROR, location=where, message=f"{error}", hint="Mend the template.")


def _missing(path: str, message: str) -> Diagnostic:
    hint = "Copy it from the project that `profiles new` makes."
    return Diagnostic(rule=Rule.FILE_MISSING, location=Location(path=path), message=message, hint=hint)
