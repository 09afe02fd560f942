"""Style sheets: each file of `templates/styles` names its parts in order, by `@import "../…";`.

Where the sheet of tokens ends stand the colours of `site.yaml`. A project's `own.css` is added to the end of the sheet that
every page loads.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from generator.diagnostics import Diagnostic, Location, suggest
from generator.identity.look import Look
from generator.identity.schemes import TOKENS
from generator.render.bare import JINJA
from generator.rules import Rule
from generator.sources.files import OWN_TEMPLATES, THEME, Source, Sources, template_name
from generator.sources.text import decode_text

SHEETS = "templates/styles"
MAIN, OWN = "style.css", "own.css"
THEMES_OWN = Look()
_UNREAD = re.compile(r'/\*.*?(?:\*/|\Z)|@import "([^"]+)";', re.DOTALL)
"""A remark, or an import with its path."""
_VISIBLE = re.compile(r"\S")
_LOADED = re.compile(r"\bstyles\b(?:\.(\w+))?")
"""A sheet that a template names, `styles.lists`; nothing where it may be any: `styles[name]`."""


def style_texts(sources: Sources, look: Look = THEMES_OWN) -> dict[str, str]:
    """Return each sheet with its parts in it by its name: `style.css`, which every page loads."""
    sheets = sources.under(SHEETS, ".css")
    texts = {PurePosixPath(sheet.path).name: _with_parts(sources, sheet, look) for sheet in sheets}
    own = texts.pop(OWN, "")
    return {**texts, MAIN: texts[MAIN] + own} if own and MAIN in texts else texts


def own_text(source: Source) -> str:
    """Return the text of a file without remarks and parts, in whose places are spaces."""
    return _UNREAD.sub(lambda found: _VISIBLE.sub(" ", found[0]), source.data.decode("utf-8", "replace"))


def check_styles(sources: Sources) -> Iterator[Diagnostic]:
    """Yield a problem for each part that is named and missing, and for each that no sheet names."""
    sheets = tuple(sources.under(SHEETS, ".css"))
    if not sheets:
        hint = "The theme is damaged; install the generator again."
        yield Diagnostic(
            rule=Rule.FILE_MISSING,
            location=Location(path=SHEETS),
            message="There is no style sheet.",
            hint=hint,
        )
        return
    named = {path for sheet in sheets for _line, path in _imports(sheet)}
    for sheet in sheets:
        yield from (_missing(sheet, line, path) for line, path in _imports(sheet) if path not in sources.files)
    within = [(part, *each) for part in map(sources.files.get, sorted(named)) if part for each in _imports(part)]
    yield from (_within_a_part(part, line) for part, line, _path in within)
    named |= {path for _part, _line, path in within}
    for source in sources.under("templates", ".css"):
        is_named = f"{OWN_TEMPLATES}{template_name(source)}" in named
        if source not in sheets and not is_named and not source.path.startswith(THEME):
            yield _unused(source)
    yield from _not_loaded(sheets, named, sources)


def _not_loaded(sheets: Iterable[Source], named: set[str], sources: Sources) -> Iterator[Diagnostic]:
    """Yield a warning for each added sheet that no sheet imports and no template names."""
    theirs = (path for name in sources.theme if (path := f"{OWN_TEMPLATES}{name}").startswith(f"{SHEETS}/"))
    known = {PurePosixPath(path).stem for path in (f"{SHEETS}/{OWN}", *theirs)}
    read = (each for each in sheets if each.path not in named and not decode_text(each)[1])
    added = {each: name for each in read if (name := PurePosixPath(each.path).stem) not in known}
    loaded = set(_loaded(sources)) if added and sources.theme else {""}
    for each, name in added.items():
        if not loaded & {"", name}:
            yield _of_no_page(each, suggest(name, known, _import(each), form="'{}.css'", cutoff=0.7))


def _loaded(sources: Sources) -> Iterator[str]:
    """Yield the sheets that the project's templates name; nothing for one that may name any."""
    for source in sources.under(OWN_TEMPLATES, ".html"):
        pieces = () if sources.is_of_theme(source) else JINJA.findall(source.data.decode("utf-8", "replace"))
        for piece in pieces:
            yield from () if piece.startswith("{#") else _LOADED.findall(piece)


def _with_parts(sources: Sources, sheet: Source, look: Look) -> str:
    def put(found: re.Match[str]) -> str:
        return _part(sources, _path(sheet, found[1]), look) if found[1] else found[0]

    return _UNREAD.sub(put, sheet.data.decode())


def _part(sources: Sources, path: str, look: Look) -> str:
    """Return the text of a part; after the tokens come the colours that a site has instead."""
    return sources.files[path].data.decode() + (look.sheet(sources) if path == TOKENS else "")


def _imports(sheet: Source) -> Iterator[tuple[int, str]]:
    """Yield the line and the path of each part that a sheet names."""
    text = sheet.data.decode("utf-8", "replace")
    for found in _UNREAD.finditer(text):
        if found[1]:
            yield text.count("\n", 0, found.start()) + 1, _path(sheet, found[1])


def _path(sheet: Source, name: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(f"{OWN_TEMPLATES}{template_name(sheet)}"), name))


def _missing(sheet: Source, line: int, path: str) -> Diagnostic:
    return Diagnostic(
        rule=Rule.FILE_MISSING,
        location=Location(path=sheet.path, line=line),
        message=f"The style sheet imports {path}, which is missing.",
        hint="Write the path from the sheet's own folder, or take the line out.",
    )


def _within_a_part(part: Source, line: int) -> Diagnostic:
    return Diagnostic(
        rule=Rule.TEMPLATE_ERROR,
        location=Location(path=part.path, line=line),
        message="A sheet that another imports cannot import a further one.",
        hint="Import it in that other one, above this.",
    )


def _unused(source: Source) -> Diagnostic:
    return Diagnostic(
        rule=Rule.TEMPLATE_ERROR,
        location=Location(path=source.path),
        message="No sheet in templates/styles imports this one, so no page has it.",
        hint=_import(source),
    )


def _of_no_page(source: Source, hint: str) -> Diagnostic:
    return Diagnostic(
        rule=Rule.TEMPLATE_UNUSED,
        location=Location(path=source.path),
        message="The theme has no sheet of this name, and no sheet or template names it, so no page has it.",
        hint=hint,
    )


def _import(source: Source) -> str:
    """Return how a sheet comes to be on every page."""
    name = posixpath.relpath(f"{OWN_TEMPLATES}{template_name(source)}", SHEETS)
    return f'Add `@import "{name}";` to {SHEETS}/{OWN}.'
