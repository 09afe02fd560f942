"""The image that a document begins with, from its front matter."""

from html import escape

from generator.content.front_matter import Meta
from generator.content.references import Reference, ReferenceFaultError, parse_image
from generator.diagnostics import Diagnostic
from generator.sources.yaml_file import Located

KEY = "image"


def read_lead(located: Located[Meta]) -> tuple[Reference | None, tuple[Diagnostic, ...]]:
    """Return the image of a front matter, or what is wrong with it; most have none."""
    lead, where = located.value.image, located.location(KEY, "path") if located.value.image else None
    if lead is None or where is None:
        return None, ()
    text, caption = lead.alt, lead.caption
    try:
        return parse_image(lead.path, title=caption, text=text, html=escape(text), location=where), ()
    except ReferenceFaultError as fault:
        hint = fault.hint.replace(f"![what it shows]({lead.path})", f"'alt: what it shows' below 'path: {lead.path}'")
        return None, (Diagnostic(rule=fault.rule, location=where, message=str(fault), hint=hint),)
