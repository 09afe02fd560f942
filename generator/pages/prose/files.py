"""Links in prose to files of `static/`, with kind and size: `Annual report (PDF, 1.2 MB)`."""

from html import escape
from pathlib import PurePosixPath

from generator.claims.bound import BoundLink, is_blank
from generator.content.references import Reference
from generator.diagnostics import Diagnostic, suggest
from generator.formatting import format_size
from generator.pages.project import Project
from generator.rules import Rule
from generator.sources.files import STATIC


def bind_file(project: Project, reference: Reference, file: str) -> tuple[BoundLink | None, tuple[Diagnostic, ...]]:
    """Return the link to a file of `static/` by its path in the project, or its problem."""
    size = project.files.static.get(file)
    if size is None:
        hint = suggest(file, project.files.static, "Put the file there; names differ in capitals, too.")
        return None, (reference.fault(Rule.LINK_BROKEN, f"There is no file '{file}'.", hint),)
    path = PurePosixPath(file)
    text = escape(path.name, quote=False) if is_blank(reference) else reference.html
    kind = path.suffix.removeprefix(".").upper()
    about = "" if kind in {"", "HTML"} else f" ({escape(kind)}, {format_size(size, project.config.language)})"
    return BoundLink(url=f"/{file.removeprefix(STATIC)}", html=f"{text}{about}"), ()
