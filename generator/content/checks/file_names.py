"""Names of files below ``content/``: a name is an address, a misplaced file is never read."""

import re
from collections.abc import Iterator, Sequence
from posixpath import splitext

from generator.content.documents import Document, DocumentKind
from generator.content.front_matter import MODELS
from generator.data.dataset import Dataset
from generator.diagnostics import Diagnostic, Location
from generator.rules import Rule
from generator.sources.files import IMAGES, Sources
from generator.sources.shapes import SLUG

_FOLDERS = {**{f"content/{folder}": ".md" for folder in MODELS}, "content/briefs": ".yaml"}
_SINGLE = frozenset(
    f"content/{name}" for name in ("images.yaml", "profile.yaml", "narrative.yaml", "redirects.yaml", "references.bib")
)


def check_names(sources: Sources) -> Iterator[Diagnostic]:
    """Yield a problem for each file of ``content/`` that no stage reads, or whose name makes no address."""
    for source in sources.under("content"):
        folder, _slash, name = source.path.rpartition("/")
        stem, suffix = splitext(name)
        if source.path in _SINGLE or name == "README.md" or source.path.startswith(IMAGES):
            continue
        if _FOLDERS.get(folder) != suffix:
            kinds = ", ".join(f"{folder}/*{suffix}" for folder, suffix in _FOLDERS.items())
            yield _fault(source.path, "No page is made from a file in this place.", f"Documents are {kinds}")
        elif not re.fullmatch(SLUG, stem):
            hint = "Use lower-case letters, digits and single hyphens, as in first-essay."
            yield _fault(source.path, f"'{stem}' cannot be a part of an address.", hint)


def check_commentaries(documents: Sequence[Document], dataset: Dataset) -> Iterator[Diagnostic]:
    """Yield a problem for each country's commentary that is not named after it, or not its first."""
    about = {each.path: each.country for each in documents if each.kind is DocumentKind.COUNTRY}
    for path, code in about.items():
        named = f"content/countries/{dataset.countries[code].slug}.md" if code in dataset.pages else path
        if path == named:
            continue
        message, hint = f"The file of {code} must be named {named.rpartition('/')[2]}.", "Rename the file."
        if about.get(named) == code:
            message, hint = f"{code} has a commentary already: {named}.", "Move the text there, or correct the code."
        yield Diagnostic(rule=Rule.FRONT_MATTER, location=Location(path=path), message=message, hint=hint)


def _fault(path: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(rule=Rule.FILE_NAME, location=Location(path=path), message=message, hint=hint)
