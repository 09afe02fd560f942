"""Faults of templates that are visible before rendering."""

from collections.abc import Iterator
from contextlib import suppress

from jinja2 import Environment, TemplateError, TemplateSyntaxError, meta

from generator.diagnostics import Diagnostic, Location, suggest
from generator.render.css import check_css
from generator.render.environment import TEMPLATES, make_environment
from generator.render.inline import check_inline
from generator.render.named import check_named
from generator.render.styles import check_styles
from generator.render.taken import check_taken
from generator.render.unknown import column_of, no_such
from generator.rules import Rule
from generator.sources.files import OWN_TEMPLATES, THEME, Source, Sources, template_name
from generator.sources.text import decode_text

__all__ = ("check_templates",)


def check_templates(sources: Sources) -> tuple[Diagnostic, ...]:
    """Return the faults of templates that are visible before rendering; what is the theme's own has none."""
    return () if _is_theme(sources) else tuple(_faults(sources))


def _is_theme(sources: Sources) -> bool:
    """Whether the project has no template of its own."""
    whole = all(name in sources.theme for name in TEMPLATES.values())
    return whole and all(source.path.startswith(THEME) for source in sources.under(OWN_TEMPLATES))


def _faults(sources: Sources) -> Iterator[Diagnostic]:
    environment = make_environment(sources)
    for name in TEMPLATES.values():
        if f"templates/{name}" not in sources.files:
            yield _missing(f"templates/{name}", "This template is missing.")
    yield from check_styles(sources)
    yield from check_taken(sources)
    yield from _unused(sources, environment)
    for source in sources.under("templates"):
        text, problems = decode_text(source)
        yield from problems
        if text and _is_own(source) and source.path.endswith(".css"):
            yield from check_css(source.path, text)
    for source in _own(sources):  # tests look through those of the theme; to compile all takes a fifth of a second
        try:
            environment.get_template(template_name(source))
            if sources.theme:  # else all are the theme's, which takes as long to parse as to compile
                yield from check_named(source, sources, environment)
                yield from check_inline(source, sources)
        except TemplateSyntaxError as error:
            yield _unreadable(error, source, environment)
        except UnicodeDecodeError:
            continue  # a problem already, with its place
        except TemplateError as error:
            where = Location(path=source.path)
            yield Diagnostic(rule=Rule.TEMPLATE_ERROR, location=where, message=f"{error}", hint="Mend the template.")


def _unreadable(error: TemplateSyntaxError, source: Source, environment: Environment) -> Diagnostic:
    """Return what cannot be read, and what to look for: a filter that is meant, or a tag."""
    text, line = (error.message or "").rstrip("."), error.lineno
    what, hint, name = no_such(text, environment)
    column = column_of(name, source.data.decode(), line) if name else 1
    return Diagnostic(
        rule=Rule.TEMPLATE_ERROR,
        location=Location(path=error.filename or source.path, line=line, column=column),
        message=f"The template cannot be read: {what or text}.",
        hint=hint or "Look for a tag without its end, or a word too few in one, here or above.",
    )


def _own(sources: Sources) -> list[Source]:
    return [source for source in sources.under(OWN_TEMPLATES, ".html") if _is_own(source)]


def _is_own(source: Source) -> bool:
    return not source.path.startswith(THEME)


def _unused(sources: Sources, environment: Environment) -> Iterator[Diagnostic]:
    """Yield a warning for each of the project's templates that replaces none and that none names."""
    own = _own(sources)
    added = [source for source in own if sources.theme and template_name(source) not in sources.theme]
    named = {name for source in own for name in _named(source, environment)} if added else set()
    for source in added:
        if template_name(source) not in named:
            hint = suggest(template_name(source), sources.theme, "`profiles theme list` has the names of the theme.")
            message = "The theme has no template of this name, and no other template names it, so no page has it."
            yield Diagnostic(rule=Rule.TEMPLATE_UNUSED, location=Location(path=source.path), message=message, hint=hint)


def _named(source: Source, environment: Environment) -> Iterator[str]:
    """Yield the templates that one extends, includes or imports; of one that cannot be read none."""
    with suppress(TemplateError, UnicodeDecodeError):
        parsed = environment.parse(source.data.decode())
        yield from (name for name in meta.find_referenced_templates(parsed) if name)


def _missing(path: str, message: str) -> Diagnostic:
    hint = "The theme is damaged; install the generator again."
    return Diagnostic(rule=Rule.FILE_MISSING, location=Location(path=path), message=message, hint=hint)
