"""`brief:` references: a link to a news brief, or one of its figures, bound as stated by its source."""

from html import escape

from generator.claims.bind_claims import bind_statement
from generator.claims.bound import BoundLink, BoundValue, fault, is_blank
from generator.content.references import Reference
from generator.diagnostics import Diagnostic, suggest
from generator.pages.project import Project, brief_url
from generator.rules import Rule

Found = tuple[BoundValue | BoundLink | None, tuple[Diagnostic, ...]]


def bind_brief(project: Project, reference: Reference) -> Found:
    """Return the link to a brief or, after `#`, the figure of it that a reference names; or what is wrong."""
    name, _, figure = reference.target.partition("#")
    brief = next((b for b in project.briefs() if b.id == name), None)
    if brief is None:
        return _unknown(reference, f"There is no brief '{name}'.", name, [b.id for b in project.briefs()])
    if not figure:
        return BoundLink(url=brief_url(brief), html=link_text(reference, brief.headline)), ()
    named = next((f for f in brief.figures if f.id == figure), None)
    if named is None:
        message = f"The brief '{name}' has no figure '{figure}'."
        return _unknown(reference, message, figure, [f.id for f in brief.figures])
    return bind_statement(reference, named.statement)


def link_text(reference: Reference, name: str) -> str:
    """Return the text of a link as HTML; a link left empty takes the name of its target."""
    return escape(name, quote=False) if is_blank(reference) else reference.html


def _unknown(reference: Reference, message: str, name: str, known: list[str]) -> tuple[None, tuple[Diagnostic, ...]]:
    hint = suggest(name, known, "Ids are in content/briefs/: brief:ID or brief:ID#FIGURE.")
    return fault(Rule.BRIEF_UNKNOWN, reference, message, hint)
