"""Classes in texts that no style sheet has a rule for: with a typo in it one does nothing."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.content.markdown.links import DROP_CLASS
from generator.diagnostics import Diagnostic, Location, suggest
from generator.rules import Rule
from generator.sources.files import OWN_TEMPLATES, STATIC, Sources
from generator.sources.text import decode_text

KNOWN = frozenset((DROP_CLASS, "notranslate"))
"""Classes that the program or browsers know without a rule."""
MANY = 3_000
"""Among more classes no near name is looked for: that takes as long as the check of all else."""
_PLAIN = re.compile(r"-?[A-Za-z_][\w-]*")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CLASS = re.compile(r"\.((?:[^\W\d]|[-_]|\\.)(?:[\w-]|\\.)*)")
_PART = re.compile(r"""\[\s*class\s*[~|^$*]?=\s*["']?([^"'\]\s]+)""")
_WORD = re.compile(r"[\w-]+")


def check_classes(given: Sequence[tuple[str, Location]], sources: Sources) -> Iterator[Diagnostic]:
    """Yield a warning for each class that texts give, and no sheet and no script of the project names."""
    if not given or _is_one_unread(sources):
        return
    sheets = [_COMMENT.sub(" ", text) for text in _texts(sources, ".css")]
    known = KNOWN.union(*map(_classes, sheets))
    unknown = {name for name, _ in given} - known
    near = sorted(known) if len(known) <= MANY else ()
    hints = {name: _hint(name, near) for name in unknown - _meant(unknown, sheets, sources)} if unknown else {}
    for name, where in given:
        if name in hints:
            message = f"No style sheet has a rule for the class '{name}', so it does nothing."
            yield Diagnostic(rule=Rule.CLASS_UNKNOWN, location=where, message=message, hint=hints[name])


def _is_one_unread(sources: Sources) -> bool:
    """Whether a sheet cannot be read, which may have any class."""
    unread = any(each.location.path.endswith(".css") for each in sources.unread)
    return unread or any(decode_text(each)[1] for each in sources.under(OWN_TEMPLATES, ".css"))


def _texts(sources: Sources, suffix: str) -> Iterator[str]:
    """Yield the texts of the files of a kind that pages may load; of scripts those of the project."""
    for source in (each for folder in (OWN_TEMPLATES, STATIC) for each in sources.under(folder, suffix)):
        if suffix == ".css" or not sources.is_of_theme(source):
            yield source.data.decode("utf-8", "replace")


def _classes(sheet: str) -> set[str]:
    """Return the classes that a sheet names, also with escaped signs, and perhaps more: endings of files."""
    return {found.replace("\\", "") for found in _CLASS.findall(sheet)}


def _meant(names: Iterable[str], sheets: Iterable[str], sources: Sources) -> set[str]:
    """Return the names of which a sheet asks for a part, `[class^="note-"]`, or that stand in a script."""
    parts = {part for sheet in sheets for part in _PART.findall(sheet)}
    words = {word for script in _texts(sources, ".js") for word in _WORD.findall(script)}
    return {name for name in names if name in words or any(part in name for part in parts)}


def _hint(name: str, known: Sequence[str]) -> str:
    rule = f": `.{name} {{ … }}`" if _PLAIN.fullmatch(name) else ""
    return suggest(name, known, f"Add a rule for it to templates/styles/own.css{rule}.", cutoff=0.75)
